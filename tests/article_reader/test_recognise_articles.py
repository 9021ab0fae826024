"""Whole articles: the invented ones of this folder, and the five real ones if ARTICLES names their folder."""

import json
import os
from pathlib import Path

import pytest

from cooperation.article_reader.gazetteer import Gazetteer
from cooperation.article_reader.reader import read_file
from cooperation.article_reader.recognise import recognise
from cooperation.article_reader.report import build_report, format_report

FOLDER = Path(__file__).parent / "articles"
INVENTED = json.loads((FOLDER / "facts.json").read_text(encoding="utf-8"))["articles"]
REAL = {
    "000": {
        "conferences": [(12, "2023-04-15", "2023-04-15", "vn-ha-noi")],
        "pairs": [["vn-thua-thien-hue", "fr-grand-poitiers"], ["vn-hue-city", "fr-rennes"]],
        "figures": {},
    },
    "001": {
        "conferences": [(12, None, "2023-04-15", "vn-ha-noi"), (13, None, None, "France")],
        "pairs": [
            ["vn-ha-noi", "fr-toulouse"],
            ["vn-yen-bai", "fr-val-de-marne"],
            ["vn-thua-thien-hue", "fr-grand-poitiers"],
        ],
        "figures": {"participants.vn": 50, "participants.fr": 12},
    },
    "002": {
        "conferences": [(12, None, None, "vn-ha-noi")],
        "pairs": [],
        "figures": {
            "participants.vn": 50,
            "participants.fr": 12,
            "mechanism.vn": 18,
            "mechanism.fr": 38,
            "mechanism.projects": 240,
        },
    },
    "003": {"conferences": [(12, None, None, "vn-ha-noi"), (13, "2026", None, "France")], "pairs": [], "figures": {}},
    "004": {
        "conferences": [(12, "2023-04-13", "2023-04-16", "vn-ha-noi")],
        "pairs": [],
        "figures": {"participants.vn": 50, "participants.fr": 12},
    },
}


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.from_folder()


def read_report(path, gazetteer):
    article = read_file(path)
    return build_report(article, recognise(article, gazetteer), path.name)


def list_facts(report):
    facts = [
        ("conference", join_values(conference, "ordinal", "starts_on", "ends_on", "place", "motto"))
        for conference in report["conferences"]
    ]
    for agreement in report["agreements"]:
        facts.append(("agreement.parties", " – ".join(agreement["parties"])))
        facts.append(("agreement.terms", join_values(agreement, "kind", "signed_on", "place", "ends_on")))
    facts += [("person", join_values(person, "name", "office")) for person in report["people"]]
    return facts + [(figure["measure"], str(figure["value"])) for figure in report["figures"]]


def join_values(values, *names):
    return " — ".join(str(values[name]) for name in names if values[name] is not None)


@pytest.mark.parametrize("wanted", INVENTED, ids=lambda wanted: wanted["file"])
def test_an_article_gives_its_facts_and_no_others(gazetteer, wanted):
    report = read_report(FOLDER / wanted["file"], gazetteer)

    assert (report["language"], report["published"]) == (wanted["language"], wanted["published"])
    assert list_facts(report) == [(fact["property"], fact["value"]) for fact in wanted["facts"]]


@pytest.mark.parametrize("number", REAL)
def test_the_five_real_articles_give_their_facts(gazetteer, number):
    if "ARTICLES" not in os.environ:
        pytest.skip("ARTICLES does not name the folder of the real articles, which are not ours to copy")

    report = read_report(next(Path(os.environ["ARTICLES"]).glob(f"{number}_*.txt")), gazetteer)

    assert {
        "conferences": [
            (conference["ordinal"], conference["starts_on"], conference["ends_on"], conference["place"])
            for conference in report["conferences"]
        ],
        "pairs": [agreement["parties"] for agreement in report["agreements"]],
        "figures": {figure["measure"]: figure["value"] for figure in report["figures"]},
    } == REAL[number]


def test_mentions_count_in_the_kept_text(gazetteer):
    article = read_file(FOLDER / "twinning-en.txt")
    report = build_report(article, recognise(article, gazetteer), "twinning-en.txt")

    text = article.full_text()
    mentions = [mention for locality in report["localities"] for mention in locality["mentions"]]
    assert mentions
    assert all(text[mention["start"] : mention["end"]] == mention["text"] for mention in mentions)


def test_a_report_reads_as_lines(gazetteer):
    lines = format_report(read_report(FOLDER / "seminar-vi.txt", gazetteer)).split("\n")

    assert lines == [
        "seminar-vi.txt",
        "  vi: Hội thảo di sản tại Huế (2023-06-10T17:05)",
        "  person Phan Ngọc Thọ, nguyên Chủ tịch UBND tỉnh",
        "  localities Huế (1), vn-hue-city (1), fr-rennes (1)",
    ]
