"""What localities of a date are to the parties of agreements, and that every surface says the same."""

import csv
import datetime as dt
import io

import pytest

from localities.lineage import Lineage
from localities.models import AgreementSuccession, Locality
from tests.factories import make_agreement, make_french_locality, make_locality, make_succession

pytestmark = pytest.mark.django_db

BEFORE, BETWEEN, AFTER = dt.date(2024, 12, 31), dt.date(2025, 6, 30), dt.date(2026, 11, 26)
DATES = ["2012-01-01", "2024-12-31", "2025-06-30", "2026-01-01", "2026-11-26"]


@pytest.fixture
def city():
    """A city that was divided and whose parts ended; by law the province is responsible for what it signed."""
    province = make_locality(key="vn-province", name_vi="Tỉnh")
    city = make_locality(key="vn-city", name_vi="Thành phố", until="2024-12-31", parent=province)
    part = make_locality(key="vn-part", name_vi="Quận", until="2025-06-30", parent=province)
    make_succession(city, part, kind="split", effective_on="2025-01-01")
    AgreementSuccession.objects.create(
        predecessor=city,
        successor=province,
        effective_on="2025-07-01",
        legal_act_en="Article 3",
        is_confirmed=False,
        note_en="It ended before.",
    )
    return city


def read_csv(client, path):
    return list(csv.DictReader(io.StringIO(client.get(path).content.decode("utf-8-sig"))))


def get_relations(locality, day):
    return [(relation.kind.value, relation.locality.key) for relation in Lineage().relations(locality, day)]


def test_the_succession_of_units_is_not_the_succession_to_agreements(city):
    assert [get_relations(city, day) for day in [BEFORE, BETWEEN, AFTER]] == [
        [("same", "vn-city")],
        [("territory", "vn-part")],
        [("responsible", "vn-province")],
    ]


def test_a_locality_without_any_successor_is_not_known():
    assert get_relations(make_locality(until="2020"), AFTER) == []


def test_a_draft_is_named_in_no_relation(city):
    Locality.objects.filter(key="vn-province").update(publication_state="draft")

    assert get_relations(city, AFTER) == []


def test_the_page_of_the_agreement_says_by_which_act_and_what_is_to_be_confirmed(client, city):
    make_agreement(key="one", parties=[city, make_french_locality()])

    page = " ".join(client.get("/en/agreements/one/").content.decode().split())

    assert "Tỉnh (province) has been responsible for the agreements of Thành phố since 1 July 2025." in page
    assert "Article 3." in page
    assert "To be confirmed: It ended before." in page
    assert "Notice to the partner: not recorded." in page


@pytest.mark.usefixtures("archive")
def test_a_partnership_without_a_known_act_is_shown_with_the_words_of_the_law(client):
    for key, partnership in [("vn-khanh-hoa", "nha-trang-morbihan"), ("vn-ha-noi", "dong-da-choisy-le-roi")]:
        response = client.get(f"/en/localities/{key}/")
        assert partnership in [record.key for record in response.context["partnerships"]]
        assert "No agreement of this former locality is known to this register." in response.content.decode()
        page = client.get(f"/en/partnerships/{partnership}/").content.decode()
        assert "The law is about agreements, and none of this partnership is known." in " ".join(page.split())
        listed = client.get(f"/en/partnerships/?locality={key}").context["object_list"]
        assert partnership in [record.key for record in listed]


@pytest.mark.usefixtures("archive")
def test_hue_answers_for_its_predecessors_and_by_law_for_the_city(client):
    def count(query):
        return len(read_csv(client, f"/en/agreements.csv?{query}"))

    numbers = {day: count(f"locality=vn-hue&on={day}") for day in ["2024-12-31", "2025-06-30", "2026-01-01"]}

    assert numbers | {"today": count("locality=vn-hue"), "all": count("")} == {
        "2024-12-31": 0,
        "2025-06-30": 2,
        "2026-01-01": 4,
        "today": 4,
        "all": 18,
    }


def get_numbers_of_api(client, day):
    """{key of a locality: keys of the agreements of which it is a party or for whose party it answers}."""
    keys = {}
    for agreement in client.get(f"/api/agreements/?on={day}&page_size=100").json()["results"]:
        for party in agreement["parties"]:
            for key in {party["locality"], *party["now"]}:
                keys.setdefault(key, set()).add(agreement["key"])
    return {key: len(agreements) for key, agreements in keys.items()}


def get_numbers_on_map(client, day):
    keys = {}
    for link in client.get(f"/en/map/?on={day}").context["links"]:
        for locality in link.localities:
            keys.setdefault(locality.key, set()).update(agreement.key for agreement in link.agreements)
    return {key: len(agreements) for key, agreements in keys.items() if agreements}


def get_numbers_of_facet(client, kind, day):
    options = client.get(f"/en/{kind}/?on={day}").context["filterset"].options("locality")
    return {option.value: option.count for option in options}


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("day", DATES)
def test_every_surface_has_the_same_agreements_and_partnerships_of_every_locality(client, day):
    figures = read_csv(client, f"/en/figures/by-locality.csv?on={day}")
    agreements = {
        "facet": get_numbers_of_facet(client, "agreements", day),
        "figures": {row["key"]: int(row["own"]) + int(row["inherited"]) for row in figures},
        "API": get_numbers_of_api(client, day),
    }
    partnerships, on_map = get_numbers_of_facet(client, "partnerships", day), get_numbers_on_map(client, day)
    differing, lineage = {}, Lineage()
    for locality in Locality.objects.public():
        page = client.get(f"/en/localities/{locality.key}/?on={day}").context
        of_page = {
            "agreements": sum(len(page[group]) for group in ["own", "inherited", "by_law"]),
            "partnerships": len(page["partnerships"]),
        }
        numbers = {surface: numbers.get(locality.key, 0) for surface, numbers in agreements.items()}
        # The map draws a former party where those are that answer for it.
        if locality.key in on_map and len(lineage.parties_of(locality.pk, dt.date.fromisoformat(day))) > 1:
            numbers["map"] = on_map[locality.key]
        rows = (
            read_csv(client, f"/en/partnerships.csv?on={day}&locality={locality.key}") if page["partnerships"] else []
        )
        if {of_page["agreements"]} != set(numbers.values()) or not of_page["partnerships"] == len(
            rows
        ) == partnerships.get(locality.key, 0):
            differing[locality.key] = of_page | numbers

    assert differing == {}
