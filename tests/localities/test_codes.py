"""Official codes, points and names as people type them."""

import pytest
from django.core.exceptions import ValidationError

from localities.codes import normalize_code, validate_code
from localities.models import Locality, LocalityCode
from localities.warnings import find_point_warnings
from tests.desk.forms import edit, get_form_values
from tests.factories import make_french_locality, make_locality


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("insee_commune", "2A004"),
        ("insee_commune", "01004"),
        ("insee_commune", "97411"),
        ("insee_departement", "01"),
        ("insee_departement", "2A"),
        ("insee_departement", "974"),
        ("insee_region", "53"),
        ("siren", "213502388"),
        ("gso", "01"),
        ("gso", "00004"),
        ("iso_3166_2", "VN-26"),
        ("iso_3166_2", "FR-20R"),
        ("wikidata", "Q1858"),
    ],
)
def test_a_code_of_its_scheme_is_taken(scheme, value):
    assert validate_code(scheme, value) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("insee_commune", "2a04"),
        ("insee_commune", "01"),
        ("insee_commune", "1004"),
        ("insee_commune", "96001"),
        ("insee_departement", "1"),
        ("insee_departement", "20"),
        ("siren", "21350238"),
        ("siren", "213502389"),
        ("gso", "1"),
        ("iso_3166_2", "FR35"),
        ("wikidata", "42"),
        ("wikidata", "Q0"),
    ],
)
def test_another_code_is_refused_in_words(admin_client, scheme, value):
    values = {"codes-TOTAL_FORMS": "1", "codes-0-scheme": scheme, "codes-0-value": value}

    page = edit(admin_client, make_french_locality(), **values)

    assert page.status_code == 200
    assert f"“{normalize_code(value)}” is no " in page.content.decode()
    assert not LocalityCode.objects.exists()


@pytest.mark.django_db
def test_every_code_of_the_archive_is_one(archive):
    def is_refused(code):
        try:
            validate_code(code.scheme, code.value)
        except ValidationError:
            return True
        return False

    codes = LocalityCode.objects.all()
    assert len(codes) == 113
    assert [code.value for code in codes if is_refused(code)] == []


@pytest.mark.django_db
def test_spaces_in_a_code_are_not_stored(admin_client):
    values = {"codes-TOTAL_FORMS": "1", "codes-0-scheme": "siren", "codes-0-value": " 213 502 388 "}

    edit(admin_client, make_french_locality(), **values)

    assert LocalityCode.objects.get().value == "213502388"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("latitude", "longitude", "warning"),
    [
        ("48,8566", "2,3522", ""),
        ("-20.88", "55.45", ""),
        ("2.3522", "48.8566", "Latitude and longitude may be exchanged"),
        ("21.03", "105.85", "The point is not in the country."),
    ],
)
def test_a_point_is_understood_and_one_elsewhere_is_warned_of(admin_client, latitude, longitude, warning):
    locality = make_french_locality()

    page = edit(admin_client, locality, latitude=latitude, longitude=longitude)

    stored = Locality.objects.get(pk=locality.pk)
    assert [float(stored.latitude), float(stored.longitude)] == [
        float(text.replace(",", ".")) for text in (latitude, longitude)
    ]
    messages = admin_client.get(page.url).content.decode()
    assert warning in messages
    assert ('class="warning"' in messages) == bool(warning)


@pytest.mark.django_db
def test_every_point_of_the_archive_is_in_its_country(archive):
    assert [locality.key for locality in Locality.objects.all() if find_point_warnings(locality)] == []


@pytest.mark.django_db
def test_a_population_is_understood_in_the_spellings_of_three_languages(admin_client):
    locality = make_locality()
    for typed in ["1 234 567", "1.234.567", "1,234,567", "1234567"]:
        Locality.objects.update(population=None, population_year=None)

        assert edit(admin_client, locality, population=typed, population_year="2024").status_code == 302

        locality = Locality.objects.get(pk=locality.pk)
        assert locality.population == 1_234_567


@pytest.mark.django_db
def test_a_twin_is_warned_of(archive, admin_client):
    brest = Locality.objects.get(key="fr-brest")
    blank = get_form_values(admin_client.get("/en/admin/localities/locality/add/"))
    values = {
        "name_fr": "BREST",
        "country": "FR",
        "administrative_level": "fr_commune",
        "parent": brest.parent_id or "",
    }

    page = admin_client.post("/en/admin/localities/locality/add/", blank | values, follow=True)

    assert f"The register has “Brest” ({brest.level_label}, fr-brest) already: is it the same?" in page.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("20/05/2026", "2026-05-20"),
        ("20.5.2026", "2026-05-20"),
        ("tháng 4 năm 2023", "2023-04"),
        ("ngày 15 tháng 4 năm 2023", "2023-04-15"),
        ("1er janvier 2016", "2016-01-01"),
        ("avril 2023", "2023-04"),
        ("15 April 2023", "2023-04-15"),
        ("April 15, 2023", "2023-04-15"),
        ("févr. 2020", "2020-02"),
        ("năm 2023", "2023"),
        ("2023-04-15", "2023-04-15"),
    ],
)
def test_a_date_is_understood_as_people_type_it(admin_client, typed, stored):
    locality = make_locality()

    assert edit(admin_client, locality, since=typed).status_code == 302

    assert Locality.objects.get(pk=locality.pk).since == stored


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["ba ngày", "31/02/2023", "13/2023", "seize avril", "2023-4-31", "15/4/23", "0000"])
def test_what_is_no_date_is_refused(admin_client, typed):
    page = edit(admin_client, make_locality(), since=typed)

    assert f"“{typed}” is not a date. Write 2023, April 2023 or 15/4/2023." in page.content.decode()


@pytest.mark.django_db
def test_text_has_one_form_of_line_ends_and_unicode(admin_client):
    locality = make_locality(description_vi="Một\nhai")

    edit(admin_client, locality, name_vi="Ho\u0300a Bi\u0300nh", description_vi="Một\r\nhai\rba")

    stored = Locality.objects.get(pk=locality.pk)
    assert (stored.name_vi, stored.description_vi) == ("H\u00f2a B\u00ecnh", "Một\nhai\nba")
