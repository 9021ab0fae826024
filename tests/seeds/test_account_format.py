import pytest

from cooperation.article_reader.facts import COOPERATION, Subject
from cooperation.article_reader.qualifiers import NO_QUALIFIERS, Qualifiers
from cooperation.article_reader.reader import UnreadableArticle
from seeds.accounts.account import AccountFact
from seeds.accounts.facts import write_facts
from seeds.accounts.file_format import read_account, read_accounts

VERSION = """# {language}
title: A title
summary:

A first paragraph.

A second one.

## sessions
- water | Water | {summary}
## speakers
- le-mai | Le Mai | director | vn-hue | Water matters.
## commitments
- water | Save water.
- water/2 | Save more of it.
## participants
- vn-hue
"""
HEAD = "---\nkey: small-account\npublisher: VGP\npublished: 2023-04-16T08:51+07:00\nlanguage: fr\naddress:\n---\n"
ACCOUNT = HEAD + "\n".join(VERSION.format(language=language, summary="") for language in ("vi", "fr", "en"))


def test_an_account_gives_its_marked_parts_as_written():
    version = read_account(ACCOUNT, "a.md").versions["en"]

    assert (
        version.title,
        len(version.paragraphs),
        version.sessions,
        version.speakers,
        version.commitments,
        version.participants,
    ) == (
        "A title",
        2,
        [{"slug": "water", "title": "Water", "summary": ""}],
        [{"slug": "le-mai", "name": "Le Mai", "position": "director", "locality": "vn-hue", "said": "Water matters."}],
        [{"theme": "water", "text": "Save water."}, {"theme": "water/2", "text": "Save more of it."}],
        ["vn-hue"],
    )


FACTS = """## facts
- conference/12 | starts_on | 2023-04-13
- conference/12 | conference_theme | Water | en
  vi: A first
  fr: A first paragraph.
  en: A first
- cooperation | projects | 240 | about | so far | as of 2023-04 | inferred calculated
- locality/vn-hue | mention
  vi: A second
  fr: A second
  en: A second one.

"""


def add_facts(facts):
    return ACCOUNT.replace("---\n# vi", f"---\n{facts}# vi")


def test_facts_are_read_with_whole_sentences_and_written_as_they_were():
    account = read_account(add_facts(FACTS), "a.md")

    first, second = (dict.fromkeys(["vi", "fr", "en"], text) for text in ["A first paragraph.", "A second one."])
    assert account.facts == [
        AccountFact(Subject("conference", "12"), "starts_on", "2023-04-13", "", NO_QUALIFIERS, first),
        AccountFact(Subject("conference", "12"), "conference_theme", "Water", "en", NO_QUALIFIERS, first),
        AccountFact(COOPERATION, "projects", "240", "", Qualifiers("about", "so_far", "2023-04", "calculated"), second),
        AccountFact(Subject("locality", "vn-hue"), "mention", "vn-hue", "", NO_QUALIFIERS, second),
    ]
    written = "\n".join(write_facts(account.facts, account.versions)) + "\n\n"
    assert read_account(add_facts(written), "a.md") == account


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("conference/12 | starts_on", "summit/12 | starts_on", 9, "'summit/12' is no subject"),
        ("conference/12 | starts_on", "conference/12 | begins", 9, "'begins' is no fact of 'conference/12'"),
        ("2023-04-13", "2023-04-31", 9, "'2023-04-31' is no date"),
        ("| 240", "| many", 14, "'many' is no number"),
        ("Water | en", "Water | de", 10, "'de' is no language"),
        ("  fr: A first paragraph.", "  fr: A third", 9, "no sentence of fr begins with 'A third'"),
        ("  fr: A second\n", "", 14, "this fact has no sentence in fr"),
        ("- cooperation | projects | 240", "cooperation: 240 projects", 14, "a line of facts is"),
    ],
)
def test_a_broken_fact_is_told_with_its_line(old, new, line, reason):
    with pytest.raises(UnreadableArticle) as refused:
        read_account(add_facts(FACTS.replace(old, new, 1)), "a.md")

    assert str(refused.value).startswith(f"a.md, line {line}: ")
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("publisher: VGP", "editor: VGP", 3, "unknown head name 'editor'"),
        ("language: fr", "language: de", 5, "language is 'de'"),
        ("2023-04-16T08:51+07:00", "2023-02-30", 4, "published is '2023-02-30'"),
        ("key: small-account", "key: Small", 2, "key is 'Small'"),
        ("# vi\ntitle: A title", "# vi\ntitle:", 8, "no title"),
        ("# fr", "# es", 26, "unknown language 'es'"),
        ("## sessions", "## workshops", 16, "unknown part 'workshops'"),
        ("- water | Water | ", "- water | Water", 17, "3 cells"),
        ("---\n# vi", "---\nStray words.\n# vi", 8, "only ## facts stands before the first language"),
    ],
)
def test_a_broken_rule_is_told_with_its_line(old, new, line, reason):
    with pytest.raises(UnreadableArticle) as refused:
        read_account(ACCOUNT.replace(old, new, 1), "a.md")

    assert str(refused.value).startswith(f"a.md, line {line}: ")
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("- water/2 | Save more of it.\n", "", "commitments: en has 1 and vi has 2"),
        ("- le-mai", "- le-minh", "speakers: en has 'le-minh' where vi has 'le-mai'"),
        ("A second one.\n", "A second one.\n\nA third.\n", "account: en has 3 and vi has 2"),
    ],
)
def test_the_three_languages_must_pair(old, new, reason):
    head, _, english = ACCOUNT.rpartition("# en")

    with pytest.raises(UnreadableArticle, match=reason):
        read_account(head + "# en" + english.replace(old, new, 1), "a.md")


def test_a_missing_language_is_told():
    with pytest.raises(UnreadableArticle, match="the language en is missing"):
        read_account(ACCOUNT.rpartition("# en")[0], "a.md")


def test_accounts_are_read_in_the_order_of_their_paths(tmp_path):
    for name in ("b.md", "a.md"):
        (tmp_path / name).write_text(ACCOUNT.replace("small-account", name[0]), encoding="utf-8")

    assert [account.key for account in read_accounts(tmp_path)] == ["a", "b"]
