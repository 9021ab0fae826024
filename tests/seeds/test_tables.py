"""Consistency of the tables of places after a rebuild or an edit."""

import unicodedata
from collections import Counter
from datetime import date
from itertools import combinations, pairwise

import pytest

from seeds.tables.csvs import HERE, read
from seeds.tables.epci import build_natural_name
from seeds.tables.keys import assign_keys
from seeds.tables.place import Place, day_before

UNITS = read(HERE / "units.csv")
BY_KEY = {row["key"]: row for row in UNITS}
CODES = read(HERE / "codes.csv")
NAMES = read(HERE / "names.csv")
LEVEL_ROWS = read(HERE / "levels.csv")
SUCCESSIONS = read(HERE / "successions.csv")
THEMES = read(HERE / "themes.csv")
INSTITUTIONS = read(HERE / "institutions.csv")

VIETNAMESE = ["province", "city", "provincial_city", "urban_district"]
VIETNAMESE += ["rural_district", "commune"]
FRENCH = ["region", "departement", "epci", "commune", "metropolitan_collectivity"]
LEVELS = {f"vn_{level}" for level in VIETNAMESE} | {f"fr_{level}" for level in FRENCH}


def is_overlapping(one, other):
    begins = max(one["since"], other["since"])
    ends = min(one["until"] or "9999", other["until"] or "9999")
    return begins <= ends


def find_successors(key):
    return {row["successor"] for row in SUCCESSIONS if row["predecessor"] == key}


@pytest.mark.parametrize("rows", [UNITS, THEMES, INSTITUTIONS])
def test_each_key_stands_once_and_in_order(rows):
    keys = [row["key"] for row in rows]

    assert keys == sorted(set(keys))


def test_every_key_that_is_named_has_a_unit():
    keys = {row["key"] for row in [*CODES, *NAMES, *LEVEL_ROWS]}
    keys |= {row["parent"] for row in UNITS if row["parent"]}
    for row in SUCCESSIONS:
        keys |= {row["predecessor"], row["successor"]}

    assert keys - set(BY_KEY) == set()


def test_no_unit_is_its_own_ancestor():
    for key in BY_KEY:
        seen = []
        while key:
            assert key not in seen
            seen.append(key)
            key = BY_KEY[key]["parent"]  # noqa: PLW2901 - follow the parents


def test_no_succession_leads_back():
    for row in SUCCESSIONS:
        visited, ahead = set(), find_successors(row["predecessor"])
        while ahead - visited:
            visited |= ahead
            ahead = set().union(*map(find_successors, ahead))

        assert row["predecessor"] not in visited


@pytest.mark.parametrize("fields", [["scheme", "value"], ["key", "scheme"]])
def test_on_any_day_a_code_means_one_unit_and_a_unit_has_one_of_each_scheme(fields):
    groups = {}
    for row in CODES:
        groups.setdefault(tuple(row[field] for field in fields), []).append(row)

    clashes = [pair for rows in groups.values() for pair in combinations(rows, 2) if is_overlapping(*pair)]
    assert clashes == []


def test_days_are_days_and_no_span_ends_before_it_begins():
    for row in [*UNITS, *CODES, *NAMES, *LEVEL_ROWS]:
        for day in filter(None, [row["since"], row["until"]]):
            assert str(date.fromisoformat(day)) == day
        assert not row["until"] or row["since"] <= row["until"]
    for row in SUCCESSIONS:
        assert str(date.fromisoformat(row["effective_on"])) == row["effective_on"]


def test_levels_are_known_and_belong_to_the_country():
    levels = {row["administrative_level"] for row in [*UNITS, *LEVEL_ROWS]}

    assert levels <= LEVELS
    assert all(row["administrative_level"][:2] == row["country"].lower() for row in UNITS)
    assert all(row["key"][:2] == row["country"].lower() for row in UNITS)


def test_only_an_epci_has_a_kind_and_each_has_one():
    kinds = Counter(row["administrative_level"] for row in UNITS if row["epci_kind"])
    levels = Counter(row["administrative_level"] for row in UNITS)

    assert kinds == {"fr_epci": levels["fr_epci"]}


def test_a_predecessor_ends_the_day_before_its_successor_takes_over():
    for row in SUCCESSIONS:
        until = BY_KEY[row["predecessor"]]["until"]

        assert until == day_before(row["effective_on"])


def test_a_successor_lives_on_the_day_it_takes_over():
    for row in SUCCESSIONS:
        successor = BY_KEY[row["successor"]]

        assert successor["since"] <= row["effective_on"]
        assert row["effective_on"] <= (successor["until"] or "9999")


def test_a_changed_level_goes_on_without_a_gap_up_to_the_level_of_today():
    for key in {row["key"] for row in LEVEL_ROWS}:
        rows = [row for row in LEVEL_ROWS if row["key"] == key]
        rows.sort(key=lambda row: row["since"])

        for earlier, later in pairwise(rows):
            assert earlier["until"] == day_before(later["since"])
        assert rows[-1]["administrative_level"] == BY_KEY[key]["administrative_level"]


def test_names_are_composed_and_every_unit_has_its_own():
    for row in [*UNITS, *NAMES, *THEMES, *INSTITUTIONS]:
        for text in row.values():
            assert text == unicodedata.normalize("NFC", text).strip()
    own = {"VN": "name_vi", "FR": "name_fr"}
    assert all(row[own[row["country"]]] for row in UNITS)


def test_the_provinces_went_from_63_to_34_in_july_2025():
    provincial = {"vn_province", "vn_city"}
    rows = [row for row in UNITS if row["administrative_level"] in provincial]

    def count_current(day):
        return sum(row["since"] <= day <= (row["until"] or "9999") for row in rows)

    assert [count_current("2024-12-31"), count_current("2025-06-30")] == [63, 63]
    assert count_current("2025-07-01") == 34


def test_gso_15_was_yen_bai_and_is_lao_cai():
    rows = [row for row in CODES if row["scheme"] == "gso" and row["value"] == "15"]

    assert {(row["key"], row["since"], row["until"]) for row in rows} == {
        ("vn-yen-bai", "", "2025-06-30"),
        ("vn-lao-cai", "2025-07-01", ""),
    }


def test_a_commune_keeps_the_short_key_and_a_homonym_adds_its_departement():
    places = [
        Place(level="fr_commune", names={"fr": "Vienne"}, department="38"),
        Place(level="fr_commune", names={"fr": "Montreuil"}, department="93"),
        Place(level="fr_departement", names={"fr": "Vienne"}, department="86"),
        Place(level="fr_epci", epci_kind="communaute_communes", names={"fr": "Nozay"}),
    ]

    assign_keys(places, ["Vienne", "Montreuil", "Montreuil", "Nozay"])

    assert [place.key for place in places] == [
        "fr-vienne",
        "fr-montreuil-93",
        "fr-departement-vienne",
        "fr-cc-nozay",
    ]


@pytest.mark.parametrize(
    ("listed", "name"),
    [
        ("CU du Grand Poitiers", "Grand Poitiers"),
        ("CA de La Rochelle", "La Rochelle"),
        ("CC le Dunois", "Le Dunois"),
        ("CC du Pays de Stenay et du Val Dunois", "Pays de Stenay et du Val Dunois"),
        ("CC du Guillestrois et du Queyras", "Guillestrois et Queyras"),
        ("CA de Blois ''Agglopolys''", "Blois Agglopolys"),
        ("Rennes Métropole", "Rennes Métropole"),
    ],
)
def test_an_epci_is_named_as_people_name_it(listed, name):
    assert build_natural_name(listed) == name
