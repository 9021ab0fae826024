"""Accounts and the facts that they carry: what reading finds of them, and that their sentences name what they state."""

import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

import seeds
from cooperation.article_reader.gazetteer import Gazetteer
from cooperation.article_reader.reader import read_file
from cooperation.article_reader.reading.folding import fold
from cooperation.article_reader.recognise import recognise
from seeds.accounts.draft import find_facts
from seeds.accounts.facts import write_fact
from seeds.accounts.file_format import read_account, read_accounts

ACCOUNTS = {account.key: account for account in read_accounts(Path(seeds.__file__).parent / "articles")}
#: Articles retold in our own words, as close to the original as they may be, for the five reports of the seeds.
ARTICLES = Path(__file__).parent / "articles"
YEN_BAI = "agreement/yen-bai-val-de-marne-2023"
HUE = "agreement/thua-thien-hue-grand-poitiers-2023"
POSITIONS = {
    "vi": "Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh Thừa Thiên Huế",
    "fr": "membre du comité permanent du comité provincial du Parti et vice-président permanent du Comité populaire de "
    "la province de Thừa Thiên Huế",
}
PARTNERS = {
    "fr": [
        "association des collectivités territoriales françaises",
        "ministère vietnamien des Affaires étrangères",
        "ministère français de l’Europe et des Affaires étrangères",
        "ambassade du Vietnam en France",
        "ambassade de France au Vietnam",
    ],
    "en": [
        "association of French local authorities",
        "Ministry of Foreign Affairs of Viet Nam",
        "French Ministry for Europe and Foreign Affairs",
        "Embassy of Viet Nam in France",
        "Embassy of France in Viet Nam",
    ],
}


def of_yen_bai(suffix):
    """The pair signed twice in 2023, so that a person gave this agreement a key with the month."""
    return {
        f"- {YEN_BAI}{suffix} | {fact}"
        for fact in [
            "parties | vn-yen-bai",
            "parties | fr-val-de-marne",
            "kind | cooperation_agreement",
            "conference | 12",
        ]
    }


HEADS = {
    "vi": "Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh Thừa Thiên Huế",
    "fr": "vice-président permanent du Comité populaire de la province de Thừa Thiên Huế",
    "en": "Permanent Vice Chairman of the Thừa Thiên Huế provincial People’s Committee",
}
SO_FAR = ["projects | 240", "vietnamese_localities | 18", "french_localities | 38 | more than"]

#: {account: (facts that a person added, facts that reading finds and a person took out)}.
CORRECTED = {
    "conference-12-closed-2023-04-16": (
        of_yen_bai("-04") | {"- agreement/ha-noi-toulouse-2023 | conference | 12"},
        of_yen_bai(""),
    ),
    "conference-12-joint-statement-2023-04-16": (
        {"- conference/12 | declared_on | 2023-04-15"}
        | {f"- conference/12 | heads_of_delegation | {head} | {code}" for code, head in HEADS.items()},
        set(),
    ),
    "conference-12-recommendations-2023-04-18": (
        {f"- conference/12 | partners | {name} | {code}" for code, names in PARTNERS.items() for name in names},
        set(),
    ),
    # “By the time of the conference” is a date only for those who know when it was.
    "conference-12-speeches-2023-04-14": (
        {f"- cooperation | {figure} | so far | as of 2023-04" for figure in SO_FAR},
        {f"- cooperation | {figure} | so far" for figure in SO_FAR},
    ),
    "hue-grand-poitiers-sign-2023-04-20": (
        {f"- {HUE} | position | {position} | {code}" for code, position in POSITIONS.items()},
        set(),
    ),
}


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.from_folder()


@pytest.mark.parametrize("key", CORRECTED)
def test_the_facts_of_the_five_reports_come_from_reading_but_for_what_a_person_corrected(gazetteer, key):
    article = read_file(ARTICLES / f"{key}.txt")
    read = {fact.line for fact in find_facts(article, recognise(article, gazetteer))}
    carried = {write_fact(fact) for fact in ACCOUNTS[key].facts}

    assert (carried - read, read - carried) == CORRECTED[key]


def get_names(gazetteer, key):
    """The folded names of a unit, also without the article that French contracts: “du Havre”."""
    names = {fold(name) for name in gazetteer.units[key].names}
    return names | {name.removeprefix("le ") for name in names}


@pytest.mark.parametrize("key", ACCOUNTS)
def test_a_sentence_names_the_localities_and_the_people_and_tells_the_numbers_of_its_facts(gazetteer, key):
    unsaid = []
    for fact in ACCOUNTS[key].facts:
        for code, sentence in fact.sentences.items():
            folded = f" {fold(sentence)} "
            if fact.name in ("parties", "mention") and fact.value in gazetteer.units:
                said = any(name in folded for name in get_names(gazetteer, fact.value))
            elif fact.name == "signed_by":
                said = fold(fact.value) in folded
            elif fact.name in ("vietnamese_localities", "french_localities", "people", "projects"):
                said = fact.value in re.sub(r"(?<=\d)[\s.,\u00a0\u202f](?=\d{3})", "", sentence)
            else:
                continue
            if not said:
                unsaid.append((code, write_fact(fact), sentence))

    assert unsaid == []


def test_a_draft_has_the_facts_of_the_article_and_asks_for_the_rest(tmp_path, capsys):
    article = tmp_path / "article.txt"
    article.write_text(
        "TITLE: Cần Thơ and Nice sign\nPUBLISHER: A Paper\nDATE: 2011-11-05\nLANGUAGE: en\n-----\n"
        "Cần Thơ city and the city of Nice signed a cooperation agreement on 4 November 2011.\n",
        encoding="utf-8",
    )
    draft = tmp_path / "draft.md"

    call_command("draft_account", str(article), key="can-tho-nice-2011", output=str(draft))

    assert (
        draft.read_text("utf-8")
        == """---
key: can-tho-nice-2011
publisher: A Paper
published: 2011-11-05
language: en
original_title: Cần Thơ and Nice sign
address:
author:
---
## facts
- agreement/can-tho-nice-2011 | parties | vn-can-tho
- agreement/can-tho-nice-2011 | parties | fr-nice
- agreement/can-tho-nice-2011 | kind | cooperation_agreement
- agreement/can-tho-nice-2011 | signed_on | 2011-11-04
- locality/vn-can-tho | mention
- locality/fr-nice | mention

# vi
title:
summary:

# fr
title:
summary:

# en
title:
summary:
"""
    )
    assert "signed a cooperation agreement on 4 November 2011.\n" in capsys.readouterr().out
    with pytest.raises(ValueError, match="this language has no title"):
        read_account(draft.read_text("utf-8"), draft.name)
    with pytest.raises(CommandError, match="exists already"):
        call_command("draft_account", str(article), output=str(draft))
