import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from cooperation.agreements.models import Agreement
from cooperation.core.records import PublicationState
from localities.choices import AdministrativeLevel
from localities.lineage import Lineage, creates_cycle
from localities.models import Locality, LocalityCode, LocalityLevel, LocalityName
from tests.factories import make_agreement, make_french_locality, make_locality, make_succession

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 11, 22)


def successors(rows):
    return [row.successor for row in rows]


def test_an_ended_unit_leads_to_what_it_is_now_over_any_chain():
    first, second, third = (make_locality(until=until) for until in ["2004", "2015-12-31", ""])
    make_succession(first, second, effective_on="2005-01-01")
    make_succession(second, third, effective_on="2016-01-01")

    lineage = Lineage()

    assert successors(lineage.now(first.pk, DAY)) == [third]
    assert successors(lineage.now(first.pk, dt.date(2010, 1, 1))) == [second, third]
    assert lineage.parties_of(third.pk, DAY) == {first.pk, second.pk, third.pk}
    assert lineage.now(third.pk, DAY) == []


def test_a_split_leads_to_every_part():
    whole, left, right = make_locality(until="2024-12-31"), make_locality(), make_locality()
    for part in [left, right]:
        make_succession(whole, part)

    assert set(successors(Lineage().now(whole.pk, DAY))) == {left, right}


def test_where_all_successors_have_ended_too_the_territory_lies_within_the_unit_around_them():
    around = make_locality(name_vi="Huế", administrative_level=AdministrativeLevel.VN_CITY)
    city = make_locality(until="2024-12-31", administrative_level=AdministrativeLevel.VN_PROVINCIAL_CITY)
    district = make_locality(
        until="2025-06-30", administrative_level=AdministrativeLevel.VN_URBAN_DISTRICT, parent=around
    )
    make_succession(city, district, effective_on="2025-01-01")

    lineage = Lineage()

    relations = [lineage.relations(city, day) for day in [dt.date(2024, 12, 31), dt.date(2025, 3, 1), DAY]]
    assert [[(row.kind.value, row.locality) for row in rows] for rows in relations] == [
        [("same", city)],
        [("succeeded", district)],
        [("territory", around)],
    ]


def test_what_former_units_of_a_territory_signed_stands_apart_on_its_page(client):
    around = make_locality(key="vn-hue", administrative_level=AdministrativeLevel.VN_CITY)
    city = make_locality(until="2024-12-31", administrative_level=AdministrativeLevel.VN_PROVINCIAL_CITY)
    district = make_locality(
        until="2025-06-30", administrative_level=AdministrativeLevel.VN_URBAN_DISTRICT, parent=around
    )
    make_succession(city, district, effective_on="2025-01-01")
    agreement = make_agreement(parties=[city, make_french_locality()])

    context = client.get("/en/localities/vn-hue/").context

    assert (context["own"], context["inherited"], context["of_territory"]) == ([], [], [agreement])


def test_an_agreement_stands_on_both_pages_and_counts_once(client):
    old, new = make_locality(key="vn-yen-bai", until="2025-06-30"), make_locality(key="vn-lao-cai")
    make_succession(old, new)
    agreement = make_agreement(parties=[old, make_french_locality()])

    old_page, new_page = (client.get(f"/en/localities/{key}/").context for key in ["vn-yen-bai", "vn-lao-cai"])

    assert (old_page["own"], old_page["inherited"]) == ([agreement], [])
    assert (new_page["own"], new_page["inherited"]) == ([], [agreement])
    assert Agreement.objects.of(Lineage().parties_of(new.pk, DAY)).count() == 1


def test_an_agreement_of_two_units_that_merged_is_inherited_once(client):
    one, other, new = make_locality(until="2025-06-30"), make_locality(until="2025-06-30"), make_locality(key="vn-new")
    for old in [one, other]:
        make_succession(old, new)
    agreement = make_agreement(parties=[one, other])

    assert client.get("/en/localities/vn-new/").context["inherited"] == [agreement]
    assert list(Agreement.objects.of(Lineage().parties_of(new.pk, DAY))) == [agreement]


def test_what_a_draft_unit_inherits_is_shown_nowhere(client):
    old, hidden = (
        make_locality(key="vn-old", name_vi="Cũ", until="2025-06-30"),
        make_locality(name_vi="Bí mật", publication_state=PublicationState.DRAFT),
    )
    make_succession(old, hidden)
    agreement = make_agreement(parties=[old, make_french_locality()])

    for url in [
        "/vi/localities/vn-old/",
        "/vi/localities/",
        agreement.get_absolute_url(),
        "/vi/",
        "/api/localities/",
    ]:
        assert "Bí mật" not in client.get(url).content.decode()
        assert hidden.key not in client.get(url).content.decode()


def test_a_circle_is_seen_before_it_is_closed():
    one, two, three = make_locality(), make_locality(), make_locality()
    make_succession(one, two)
    make_succession(two, three)

    assert creates_cycle(three.pk, one.pk)
    assert not creates_cycle(one.pk, three.pk)


def test_no_locality_succeeds_itself():
    one = make_locality()

    with pytest.raises(IntegrityError), transaction.atomic():
        make_succession(one, one)


def test_a_code_means_one_unit_today_and_may_have_meant_another():
    old, new = make_locality(until="2025-06-30"), make_locality()
    LocalityCode.objects.create(locality=old, scheme="gso", value="15", until="2025-06-30")
    LocalityCode.objects.create(locality=new, scheme="gso", value="15", since="2025-07-01")

    with pytest.raises(IntegrityError), transaction.atomic():
        LocalityCode.objects.create(locality=make_locality(), scheme="gso", value="15")


def test_the_level_and_the_name_on_a_day_are_those_of_the_day():
    unit = make_locality(name_vi="Đồng Nai", administrative_level=AdministrativeLevel.VN_CITY)
    LocalityLevel.objects.create(
        locality=unit, administrative_level=AdministrativeLevel.VN_PROVINCE, until="2026-04-29"
    )
    LocalityLevel.objects.create(locality=unit, administrative_level=AdministrativeLevel.VN_CITY, since="2026-04-30")
    LocalityName.objects.create(locality=unit, text="Biên Hòa", language="vi", kind="former", until="1975-12-31")

    days = [dt.date(1970, 1, 1), dt.date(2026, 4, 29), dt.date(2026, 4, 30), None]
    localities = [Locality.objects.dated(day).get(pk=unit.pk) for day in days]

    assert [(str(locality), locality.level.value) for locality in localities] == [
        ("Biên Hòa", "vn_province"),
        ("Đồng Nai", "vn_province"),
        ("Đồng Nai", "vn_city"),
        ("Đồng Nai", "vn_city"),
    ]
    assert unit.level_on(dt.date(2026, 4, 29)) == AdministrativeLevel.VN_PROVINCE


def test_a_level_belongs_to_its_country():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_locality(country="FR", administrative_level=AdministrativeLevel.VN_PROVINCE)
    assert make_locality(country="LA", administrative_level=AdministrativeLevel.REGIONAL).pk
