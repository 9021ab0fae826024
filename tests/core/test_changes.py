"""Every write increments the content version, in the transaction of the change."""

import pytest
from django.db import transaction

from cooperation.agreements.models import Agreement, AgreementParty
from cooperation.core.content_version import content_version
from cooperation.library.models import Secretariat
from cooperation.news.models import Claim, NewsItem
from localities.models import Locality
from tests.factories import (
    make_agreement,
    make_claim,
    make_conference,
    make_french_locality,
    make_locality,
    make_news,
    make_partnership,
    make_secretariat,
)

pytestmark = pytest.mark.django_db


def save():
    Locality.objects.get().save()


def update():
    Locality.objects.update(name_vi="Khác")


def bulk_create():
    NewsItem.objects.bulk_create([NewsItem(key="bulk", title_en="Bulk")])


def bulk_update():
    locality = Locality.objects.get()
    locality.name_vi = "Khác"
    Locality.objects.bulk_update([locality], ["name_vi"])


def delete():
    Locality.objects.all().delete()


@pytest.mark.parametrize("write", [save, update, bulk_create, bulk_update, delete])
def test_every_way_of_writing_raises_the_content_version(write):
    make_locality()
    before = content_version()

    write()

    assert content_version() > before


def test_an_update_that_finds_nothing_changes_nothing():
    before = content_version()

    Locality.objects.filter(key="none").update(name_vi="Khác")

    assert content_version() == before


def test_partnerships_and_parts_count_as_changes():
    agreement, partnership, conference = make_agreement(), make_partnership(), make_conference()
    claim = make_claim(agreement, "signed_on", "2023")
    writes = [
        lambda: partnership.parties.add(make_french_locality()),
        lambda: conference.participants.set([make_locality()]),
        lambda: AgreementParty.objects.filter(agreement=agreement).update(signed_by="Ai đó"),
        lambda: Claim.objects.filter(pk=claim.pk).update(value="2024"),
        agreement.parties.first().delete,
        lambda: Secretariat.objects.update(email="x@example.org"),
    ]
    make_secretariat()
    versions = [content_version()]
    for write in writes:
        write()
        versions.append(content_version())

    assert versions == sorted(set(versions))


def test_a_change_that_is_rolled_back_leaves_no_trace():
    make_locality(name_vi="Trước")
    before = content_version()

    with transaction.atomic():
        Locality.objects.update(name_vi="Sau")
        transaction.set_rollback(True)

    assert content_version() == before
    assert Locality.objects.search("truoc").exists()


def test_bulk_made_records_are_searchable():
    Agreement.objects.bulk_create(
        [Agreement(key="bulk", title_vi="Thỏa thuận nước sạch", publication_state="published", kind="charter")]
    )
    NewsItem.objects.bulk_create([NewsItem(key="bulk", title_fr="Eau potable", publication_state="published")])

    assert Agreement.objects.search("nuoc sach").exists()
    assert NewsItem.objects.search("eau potable").exists()
    assert make_news().is_public
