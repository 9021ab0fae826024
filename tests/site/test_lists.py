"""Filters, orders, page sizes and empty results of the public lists."""

import re

import pytest

from cooperation.agreements.models import AgreementText
from cooperation.core.records import PublicationState
from cooperation.library.models import Document, ThemeGoal
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


def get_keys(response):
    return [record.key for record in response.context["object_list"]]


def get_options(response, name):
    return {option.value: option.count for option in response.context["filterset"].options(name)}


def make_text(agreement, language, publication_state=PublicationState.PUBLISHED):
    document = Document.objects.create(
        key=f"text-of-{agreement.key}-{language}",
        title_en="Text of the agreement",
        file="x.pdf",
        language=language,
        publication_state=publication_state,
    )
    return AgreementText.objects.create(agreement=agreement, order=agreement.texts.count() + 1, document=document)


@pytest.fixture
def three_agreements():
    """Three agreements that differ in every filtered field."""
    province, commune = make_locality(), make_french_locality()
    department = make_french_locality(administrative_level="fr_departement")
    water, roads, hidden = (
        make_theme(key="water"),
        make_theme(key="roads"),
        make_theme(publication_state=PublicationState.DRAFT),
    )
    for theme, goal in [(water, 6), (water, 13), (roads, 9), (hidden, 1)]:
        ThemeGoal.objects.create(theme=theme, goal=goal)
    first = make_agreement(key="first", signed_on="2007-05-23", parties=[province, commune])
    second = make_agreement(key="second", signed_on="2019-04", parties=[province, department])
    third = make_agreement(key="third", signed_on="", parties=[province, commune, department])
    first.themes.set([water, hidden])
    second.themes.set([water, roads])
    make_text(first, "fr")
    make_text(second, "vi", PublicationState.DRAFT)
    make_claim(first, "signed_on", "2007-05-23")
    make_claim(first, "signed_on", "2007-05-24")
    make_claim(second, "signed_on", "2019-04")
    return first, second, third


@pytest.mark.usefixtures("three_agreements")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("level=fr_departement", ["second", "third"]),
        ("theme=water", ["second", "first"]),
        ("theme=water&level=fr_departement", ["second"]),
        ("goal=6", ["second", "first"]),
        ("goal=9", ["second"]),
        ("language=fr", ["first"]),
        ("text=true", ["first"]),
        ("differ=true", ["first"]),
        ("since=2008", ["second"]),
        ("until=2018", ["first"]),
        ("since=2007&until=2019", ["second", "first"]),
        ("sort=oldest", ["first", "second", "third"]),
        ("since=2019&until=2019&sort=oldest&size=50", ["second"]),
    ],
)
def test_each_filter_of_agreements_leaves_what_it_says(client, query, expected):
    assert get_keys(client.get(f"/en/agreements/?{query}")) == expected


@pytest.mark.usefixtures("three_agreements")
def test_counts_are_those_that_choosing_gives_and_drafts_count_nowhere(client):
    page = client.get("/en/agreements/")

    for name in ["level", "theme", "goal", "language", "year", "country", "status"]:
        for value, count in get_options(page, name).items():
            assert len(get_keys(client.get(f"/en/agreements/?{name}={value}"))) == count, (name, value)
    assert get_options(page, "theme") == {"water": 2, "roads": 1}
    assert get_options(page, "goal") == {"6": 2, "9": 1, "13": 2}
    assert get_options(page, "language") == {"fr": 1}
    assert get_options(client.get("/en/agreements/?theme=roads"), "level") == {
        "vn_province": 1,
        "fr_departement": 1,
    }


@pytest.mark.usefixtures("three_agreements")
def test_a_choice_that_all_records_share_is_not_offered(client):
    names = [field.name for field, _options in client.get("/en/agreements/").context["filterset"].fields]

    assert "country" not in names
    assert "level" in names


@pytest.mark.parametrize(
    "query",
    [
        "since=abcd",
        "since=20077",
        "since=２００７",
        "since=2010&until=2005",
        "theme=nonsense",
        "goal=99",
        "sort=nonsense",
        "size=7",
        "size=-1",
        "on=2025-13-01",
        "on=yesterday",
        "on=0001-01-01",
        "level=fr_region'--",
    ],
)
@pytest.mark.parametrize("language", ["vi", "fr", "en"])
def test_what_a_list_does_not_know_is_told_with_400(client, query, language):
    make_agreement()

    response = client.get(f"/{language}/agreements/?{query}")

    assert response.status_code == 400
    assert f'<html lang="{language}">' in response.content.decode()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("localities/?existence=former", ["old"]),
        ("localities/?existence=current&country=VN", ["new"]),
        ("localities/?signed=true", ["old"]),
        ("localities/?sort=ties", ["old", "fr", "new"]),
        ("conferences/?country=FR", ["2"]),
        ("conferences/?country=VN", ["1"]),
        ("conferences/?sort=oldest", ["1", "2"]),
        ("news/?about=agreement", ["reported"]),
        ("partnerships/?level=fr_commune", ["pair"]),
        ("partnerships/?since=1999&until=2001", ["pair"]),
    ],
)
def test_filters_and_orders_of_the_other_lists(client, path, expected):
    old, new = make_locality(key="old", until="2025-06-30"), make_locality(key="new")
    french = make_french_locality(key="fr")
    agreement = make_agreement(parties=[old], key="one")
    make_claim(agreement, "signed_on", "2023", item=make_news(key="reported"))
    make_news(key="silent")
    make_partnership(key="pair", parties=[new, french], since="2000")
    make_conference(number=1, place=new, country="")
    make_conference(number=2, country="FR")

    keys = get_keys(client.get(f"/en/{path}"))

    assert sorted(keys) == sorted(expected) if "sort=ties" in path else keys == expected
    assert keys[0] == expected[0]


def test_pages_of_another_size_keep_filters_and_order(client):
    for _ in range(51):
        make_news(publisher="VNS")

    page = client.get("/en/news/?publisher=vns&size=50&sort=oldest").content.decode()

    assert "51 reports" in page
    assert 'href="?publisher=vns&amp;size=50&amp;sort=oldest&amp;page=2"' in page
    assert '<input type="hidden" name="sort" value="oldest">' in page
    assert 'href="?publisher=vns&amp;size=100&amp;sort=oldest"' in page


def test_an_empty_result_tells_which_filter_to_leave(client):
    make_agreement(signed_on="2023", kind="charter", title_en="Water")
    make_agreement(signed_on="2019", kind="protocol")

    page = client.get("/en/agreements/?kind=charter&year=2019&q=water").content.decode()

    assert "No records match these filters." in page
    assert re.search(r">\s*1 record if you remove year: 2019\s*</a>", page)
    assert "if you remove type" not in page
    assert 'href="/en/search/?q=water"' in page


def test_suggestions_put_the_exact_name_first_and_mark_what_was_typed(client):
    make_locality(name_vi="Hà Nam")
    make_locality(name_vi="Hà Nội", key="vn-ha-noi")
    make_locality(name_vi="Hà Nội Mới", publication_state=PublicationState.DRAFT)

    page = client.get("/fr/search/suggestions/?q=ha+noi").content.decode()

    assert "<mark>Hà Nội</mark>" in page
    assert 'href="/fr/localities/vn-ha-noi/"' in page
    assert "Mới" not in page
    assert "<html" not in page
    assert client.get("/fr/search/suggestions/?q=").content.strip() == b""
    assert client.get(f"/fr/search/suggestions/?q={'x' * 5000}").status_code == 200


@pytest.mark.parametrize("query", ["year=abcd", "theme=nope", "status=xyz", "country=XX"])
def test_a_wrong_choice_is_told_beside_its_field_and_the_others_stay(client, query):
    make_agreement(kind="charter")
    make_agreement(kind="protocol", signed_on="2019")

    page = client.get(f"/en/agreements/?{query}").content.decode()

    value = query.split("=")[1]
    assert f"“{value}” is not an option for this filter." in page
    assert '<option value="charter">' in page
    assert "This list cannot be shown" in page
    assert 'href="/en/agreements/">Clear all filters</a>' in page


def test_files_stand_in_the_order_of_the_list(client):
    for key, day in [("b", "2019"), ("a", "2023"), ("c", "")]:
        make_agreement(key=key, signed_on=day)

    files = {order: client.get(f"/en/agreements.json?sort={order}") for order in ["newest", "oldest", "nonsense"]}

    assert [row["key"] for row in files["newest"].json()["records"]] == ["a", "b", "c"]
    assert [row["key"] for row in files["oldest"].json()["records"]] == ["b", "a", "c"]
    assert files["nonsense"].status_code == 400


def test_a_flag_that_would_leave_nothing_is_not_offered(client, three_agreements):
    def get_filter_names():
        return [field.name for field, _options in client.get("/en/agreements/").context["filterset"].fields]

    assert {"differ", "text"} <= set(get_filter_names())
    AgreementText.objects.all().delete()
    assert "text" not in get_filter_names()


def test_a_page_beyond_the_last_is_told(client):
    make_agreement()

    response = client.get("/en/agreements/?page=99")

    assert (response.status_code, "This page number does not exist." in response.content.decode()) == (400, True)
