"""How complete the register is: of each kind of record, how many have each fact, and what is missing."""

import csv
import io

import pytest
from django.utils.translation import trim_whitespace

from cooperation.agreements.models import AgreementParty
from cooperation.core.records import PublicationState
from cooperation.overview.completeness import language_rows, missing_conferences, record_types
from tests.factories import (
    make_agreement,
    make_claim,
    make_conference,
    make_french_locality,
    make_locality,
    make_news,
    make_partnership,
    make_theme,
)

pytestmark = pytest.mark.django_db


def shares(name):
    (kind,) = [kind for kind in record_types() if kind.name == name]
    return {share.label: (share.known, share.total) for share in kind.fields}


def by_country(name, label):
    (kind,) = [kind for kind in record_types() if kind.name == name]
    return next(list(share.by_country) for share in kind.fields if share.label == label)


def test_a_day_of_signing_is_known_to_the_year_the_month_or_the_day():
    for signed in ["2023-04-15", "2023-04", "2023", ""]:
        make_agreement(signed_on=signed)
    make_agreement(publication_state=PublicationState.DRAFT)

    counts = shares("agreement")

    assert [counts[label] for label in ["year of signature", "month of signature", "date of signature"]] == [
        (3, 4),
        (2, 4),
        (1, 4),
    ]


def test_an_agreement_without_sources_keeps_its_place_in_the_total():
    without_sources, with_sources = make_agreement(), make_agreement()
    make_claim(with_sources, "signed_on", "2023-04-15")
    make_claim(with_sources, "signed_on", "2023-04-16")
    make_claim(without_sources, "signed_on", "2023", item=make_news(publication_state=PublicationState.DRAFT))

    counts = shares("agreement")

    assert counts["at least one source"] == (1, 2)
    assert counts["at least two independent sources"] == (1, 2)
    assert counts["sources agree (where there are two or more)"] == (0, 1)


def test_a_signatory_counts_on_the_side_of_the_party():
    agreement = make_agreement()
    AgreementParty.objects.filter(agreement=agreement, locality__country="FR").update(signed_by="A. Maire")

    assert shares("agreement")["who signed for each party"] == (1, 2)
    assert by_country("agreement", "who signed for each party") == [(0, 1), (1, 1)]


def test_a_theme_that_is_a_draft_is_no_known_theme():
    make_agreement().themes.add(make_theme(publication_state=PublicationState.DRAFT))

    assert shares("agreement")["topic"] == (0, 1)


def test_localities_are_split_by_country():
    make_locality(latitude=21, longitude=105)
    make_locality()
    make_french_locality(website="https://example.org/")
    make_locality(country="LA", administrative_level="local")

    assert shares("locality")["coordinates"] == (1, 4)
    assert by_country("locality", "coordinates") == [(1, 2), (0, 1)]
    assert by_country("locality", "website") == [(0, 2), (1, 1)]


def test_a_partnership_with_a_draft_of_an_agreement_has_none():
    partnership = make_partnership(since="1996")
    make_agreement(partnership=partnership, publication_state=PublicationState.DRAFT)

    counts = shares("partnership")

    assert (counts["start date"], counts["linked to an agreement"]) == ((1, 1), (0, 1))


def test_texts_count_as_complete_where_each_that_stands_anywhere_stands_there():
    make_theme(name_vi="Nước", name_fr="Eau", name_en="Water", description_vi="Mô tả")
    make_theme(name_vi="", name_fr="Santé", name_en="Health")

    (row,) = language_rows()

    assert (row.total, row.complete) == (2, [1, 1, 1])


def test_a_name_that_all_languages_share_is_no_missing_translation():
    make_french_locality()

    assert language_rows() == []


def test_conferences_without_a_record_are_named(client):
    for number in [1, 6]:
        make_conference(number=number)
    make_conference(number=3, publication_state=PublicationState.DRAFT)

    assert missing_conferences() == [(2, 5)]
    assert "We have found no reports about conferences 2 to 5." in client.get("/en/completeness/").content.decode()


def test_outside_counts_stand_with_their_day_and_source(client):
    claim = make_claim(make_conference(), "people", "800")
    claim.subject_kind = claim.subject_key = ""
    claim.fact, claim.value, claim.as_of = "projects", "240", "2023-04-14"
    claim.save()

    page = trim_whitespace(client.get("/en/completeness/").content.decode())

    assert "<b>240</b> as of 14\xa0April\xa02023" in page
    assert claim.news_item.get_absolute_url().split("/", 2)[2] in page


def test_the_numbers_are_a_file(client):
    make_locality(latitude=21, longitude=105)

    rows = list(csv.reader(io.StringIO(client.get("/en/figures/completeness.csv").content.decode("utf-8-sig"))))

    assert rows[0] == ["kind", "fact", "known", "total", "known_vn", "total_vn", "known_fr", "total_fr"]
    assert rows[1] == ["locality", "coordinates", "1", "1", "1", "1", "0", "0"]
