"""Which claims say the same and which contradict each other, whatever their order."""

from itertools import permutations

import pytest

from cooperation.article_reader.qualifiers import COMPARATORS, INFERENCES, NATURES
from cooperation.news.comparison import choose_wording, group_by_value, have_different_values
from cooperation.news.models import Claim
from cooperation.news.qualifiers import Comparator, Inference, Nature, qualify

#: The fact of a conference that has a value of each type.
FACTS = {"date": "starts_on", "number": "people", "text": "conference_theme"}


def build(value_type, *values):
    """Unsaved claims on one fact; a value may come with qualifiers: ("800", {"comparator": "about"})."""
    pairs = [value if isinstance(value, tuple) else (value, {}) for value in values]
    return [
        Claim(subject_kind="conference", fact=FACTS[value_type], value=value, **qualifiers)
        for value, qualifiers in pairs
    ]


def about(value, **qualifiers):
    return value, {"comparator": "about"} | qualifiers


def as_nature(value, nature):
    return value, {"nature": nature}


@pytest.mark.parametrize(
    ("value_type", "values", "differ"),
    [
        ("date", ["2001", "2001-04-15", "2001-05-20"], True),
        ("date", ["2001", "2001-04", "2001-04-15"], False),
        ("date", ["1998", about("1997")], False),
        ("date", ["1998", about("1995")], True),
        ("number", ["38", ("38", {"comparator": "more_than"})], True),
        ("number", [("38", {"comparator": "at_least"}), "38"], False),
        ("number", [about("800"), "790", ("750", {"comparator": "more_than"})], False),
        ("number", [about("800"), "600"], True),
        ("number", [as_nature("18", "announced"), as_nature("16", "attended")], False),
        ("number", [as_nature("18", "attended"), "16"], True),
        ("number", [as_nature("18", "announced"), as_nature("20", "announced")], True),
        ("number", ["696", ("800", {"as_of": "2016-08-30"})], False),
        ("text", ["L’eau, notre bien", "l'eau,  notre bien.", "L\u2019eau , notre bien"], False),
        ("text", ["Động lực", "\u0110o\u0302\u0323ng lực"], False),
        ("text", ["Water", "Waters"], True),
    ],
)
def test_claims_contradict_or_not_in_every_order(value_type, values, differ):
    results = {have_different_values(list(claims)) for claims in permutations(build(value_type, *values))}

    assert results == {differ}


@pytest.mark.parametrize(
    ("values", "groups"),
    [
        (["2001", "2001-04-15", "2001-05-20"], [["2001"], ["2001-04-15"], ["2001-05-20"]]),
        (["2001", "2001-04-15"], [["2001", "2001-04-15"]]),
        (["2001-04", "2001", "2001-04-15"], [["2001", "2001-04", "2001-04-15"]]),
    ],
)
def test_a_less_precise_date_joins_the_only_one_that_it_agrees_with(values, groups):
    for claims in permutations(build("date", *values)):
        result = [sorted(claim.value for claim in group) for group in group_by_value(list(claims))]
        assert sorted(result) == groups


def test_of_typographic_variants_the_one_that_reads_best_is_told():
    claims = build("text", "l'eau, notre bien.", "L’eau, notre bien", "L'eau, notre bien")

    assert {choose_wording(list(order)) for order in permutations(claims)} == {"L’eau, notre bien"}


def test_the_qualifiers_are_those_of_the_reader():
    assert [Comparator.values, Nature.values, Inference.values] == [COMPARATORS, NATURES, INFERENCES]


@pytest.mark.parametrize(
    ("qualifiers", "text"),
    [
        (("", "", ""), "800"),
        (("about", "expected", ""), "about 800 (expected)"),
        (("more_than", "attended", ""), "more than 800"),
        (("", "so_far", "calculated"), "800 (so far, calculated from other numbers in the report)"),
    ],
)
def test_a_value_is_told_with_its_qualifiers(qualifiers, text):
    assert qualify("800", *qualifiers) == text
