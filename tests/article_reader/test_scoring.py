"""The rules of the benchmark, and a regression test on the articles set aside."""

import json
from pathlib import Path

import pytest

from benchmarks.reading import build_reports, format_score
from benchmarks.scoring import score

ASIDE = Path(__file__).parent / "articles" / "aside"
FACTS = [
    {"property": "conference.ordinal", "value": "12"},
    {"property": "agreement.parties", "value": "Lào Cai – Île-de-France"},
    {"property": "agreement.date", "value": "04-15"},
    {"property": "relation", "value": "1996 Hà Nội – Toulouse"},
    {"property": "person", "value": "Đinh Toàn Thắng — ambassadeur"},
]
NOTHING = {"conferences": [], "agreements": [], "people": [], "figures": []}


def agreement(*parties, signed_on=None):
    return {"parties": list(parties), "signed_on": signed_on}


def conference(ordinal):
    return {"ordinal": ordinal, "starts_on": None, "ends_on": None, "place": None}


def score_report(**report):
    result = score({"a": NOTHING | report}, [{"file": "a", "language": "fr", "facts": FACTS}])
    return [(kind, text) for _, kind, _, text in result.right], [(kind, text) for _, kind, _, text in result.false]


@pytest.mark.parametrize(
    ("report", "right"),
    [
        ({"conferences": [conference(12)]}, [("conference.ordinal", "12")]),
        (
            {"agreements": [agreement("vn-lao-cai", "fr-ile-de-france", signed_on="2023-04-15")]},
            [("agreement.parties", "Lào Cai – Île-de-France"), ("agreement.date", "04-15")],
        ),
        ({"agreements": [agreement("vn-ha-noi", "fr-toulouse")]}, []),
        ({"people": [{"name": "Dinh Toan Thang"}]}, [("person", "Đinh Toàn Thắng")]),
    ],
)
def test_names_match_folded_and_by_key_and_a_partnership_does_no_harm(report, right):
    assert score_report(**report) == (right, [])


@pytest.mark.parametrize(
    ("report", "false"),
    [
        ({"conferences": [conference(3)]}, [("conference.ordinal", "3")]),
        ({"agreements": [agreement("vn-hue", "fr-lille")]}, [("agreement.parties", "vn-hue – fr-lille")]),
    ],
)
def test_other_pairs_and_other_numbers_are_false(report, false):
    assert score_report(**report) == ([], false)


def test_the_last_line_is_the_overall_f1():
    result = score(
        {"a": NOTHING | {"conferences": [conference(12)]}}, [{"file": "a", "language": "fr", "facts": FACTS}]
    )

    assert list(format_score(result))[-1] == "F1 0.400"


@pytest.mark.parametrize(
    ("folder", "missed", "false"),
    [
        (ASIDE, [("05-assises-huitiemes-fr.txt", "Brest")], []),
        (
            ASIDE / "second",
            [("26-eleventh-preview-en.txt", "Cần Thơ")],
            [("25-nancy-cantho-en.txt", "fr-nancy – fr-lorraine")],
        ),
    ],
)
def test_the_articles_kept_aside_are_read_as_before(folder, missed, false):
    articles = json.loads((folder / "facts.json").read_text(encoding="utf-8"))["articles"]

    result = score(build_reports(folder, [article["file"] for article in articles]), articles)

    assert [(file, text) for _, _, file, text in result.missed] == missed
    assert [(file, text) for _, _, file, text in result.false] == false
