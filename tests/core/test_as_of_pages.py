"""As-of pages: names, parties, levels and statuses on a given date."""

import pytest

from localities.models import LocalityLevel, LocalityName
from tests.factories import (
    make_agreement,
    make_conference,
    make_french_locality,
    make_locality,
    make_news,
    make_partnership,
    make_succession,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def merger():
    old = make_locality(key="vn-yen-bai", name_vi="Yên Bái", until="2025-06-30")
    new = make_locality(key="vn-lao-cai", name_vi="Lào Cai")
    make_succession(old, new)
    french = make_french_locality(key="fr-val", name_fr="Val-de-Marne")
    make_agreement(key="earlier", parties=[old, french], signed_on="2019", term_rule="years", term_years=5)
    make_agreement(key="later", parties=[new, french], signed_on="2026-01-10")
    return old, new


def get_main(client, url):
    """The content of the `<main>` element."""
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode().split("<main", 1)[1].split("</main>")[0]


@pytest.mark.usefixtures("merger")
@pytest.mark.parametrize(
    ("day", "keys"),
    [
        ("2018-12-31", []),
        ("2025-06-30", ["earlier"]),
        ("2026-01-09", ["earlier"]),
        ("2026-01-10", ["later", "earlier"]),
    ],
)
def test_agreements_are_those_signed_by_the_day(client, day, keys):
    response = client.get(f"/en/agreements/?on={day}")

    assert [agreement.key for agreement in response.context["object_list"]] == keys


@pytest.mark.usefixtures("merger")
def test_parties_and_statuses_are_those_of_the_day(client):
    before = get_main(client, "/en/agreements/earlier/?on=2024-06-30")
    after = get_main(client, "/en/agreements/earlier/?on=2025-07-01")

    assert "now <b>" not in before
    assert "As of 30\xa0June\xa02024" in before
    assert "Date of signature" in before
    assert "now" in after
    assert "Lào Cai" in after
    assert "Term ended, no renewal recorded" in after


@pytest.mark.usefixtures("merger")
def test_localities_are_former_once_they_have_ended(client):
    def get_keys(query):
        return [locality.key for locality in client.get(f"/vi/localities/?country=VN&{query}").context["object_list"]]

    both = ["vn-lao-cai", "vn-yen-bai"]
    assert [get_keys(f"on={day}&existence=current") for day in ["2025-06-30", "2025-07-01"]] == [both, ["vn-lao-cai"]]
    assert [get_keys(query) for query in ["on=2025-07-01", "on=2030-01-01", "existence=former"]] == [
        both,
        both,
        ["vn-yen-bai"],
    ]


@pytest.mark.usefixtures("merger")
def test_a_successor_has_not_inherited_before_the_day_of_the_merger(client):
    context = client.get("/en/localities/vn-lao-cai/?on=2025-06-30").context
    assert (context["inherited"], context["before"]) == ([], [])

    context = client.get("/en/localities/vn-lao-cai/?on=2025-07-01").context
    assert [agreement.key for agreement in context["inherited"]] == ["earlier"]


def test_names_and_levels_are_those_of_the_day_wherever_they_are_read(client):
    centre = make_french_locality(key="fr-centre", name_fr="Centre-Val de Loire", name_en="Centre-Loire Valley")
    LocalityName.objects.create(locality=centre, text="Centre", language="fr", kind="former", until="2015-01-16")
    city = make_locality(key="vn-dong-nai", name_vi="Đồng Nai", administrative_level="vn_city")
    LocalityLevel.objects.create(locality=city, administrative_level="vn_province", until="2026-04-29")
    make_agreement(key="one", parties=[city, centre], signed_on="2010")
    make_partnership(key="pair", parties=[city, centre], since="2010")

    for path in ["agreements/one/", "partnerships/pair/", "localities/fr-centre/", "agreements/", "localities/"]:
        then, now = get_main(client, f"/fr/{path}?on=2014-01-01"), get_main(client, f"/fr/{path}")
        assert "Centre-Val de Loire" not in then.replace("Centre-Val de Loire</span></span>", ""), path
        assert "Centre" in then
        assert "Centre-Val de Loire" in now
    assert 'lang="fr">Centre<' in get_main(client, "/en/localities/?on=2014-01-01")
    assert "province" in get_main(client, "/fr/localities/vn-dong-nai/?on=2026-04-29")
    assert "province" not in get_main(client, "/fr/localities/vn-dong-nai/?on=2026-04-30")
    centre.refresh_from_db()
    assert centre.name_fr == "Centre-Val de Loire"


@pytest.mark.usefixtures("merger")
def test_links_keep_to_the_day_until_the_reader_goes_back_to_today(client):
    page = get_main(client, "/fr/agreements/?on=2025-06-30&kind=cooperation_agreement")

    assert 'href="/fr/agreements/earlier/?on=2025-06-30"' in page
    assert 'href="?kind=cooperation_agreement"' in page
    assert 'href="?on=2025-06-30"' in page  # the kind is removed, the day is kept
    assert 'href="/fr/agreements/"' in page
    today = get_main(client, "/fr/agreements/")
    assert "on=" not in today.replace('name="on"', "").replace("id_on", "").replace("ion=", "")


def test_news_and_conferences_are_those_of_the_day(client):
    make_news(key="early", appeared_on="2022")
    make_news(key="late", appeared_on="2024")
    make_conference(number=11, starts_on="2019-04-04", ends_on="2019-04-05")
    make_conference(number=12)

    assert [item.key for item in client.get("/en/news/?on=2023-01-01").context["object_list"]] == ["early"]
    conferences = client.get("/en/conferences/?on=2023-01-01").context["object_list"]
    assert [conference.key for conference in conferences] == ["11"]


def test_the_api_answers_for_the_day(client):
    make_agreement(key="early", signed_on="2019")
    make_agreement(key="late", signed_on="2024")

    results = client.get("/api/agreements/?on=2020-01-01").json()["results"]

    assert [result["key"] for result in results] == ["early"]
    assert client.get("/api/agreements/?on=nonsense").status_code == 400


@pytest.mark.usefixtures("merger")
def test_the_home_page_is_about_the_day_too(client):
    make_conference(number=12)

    then = client.get("/en/?on=2019-06-30")

    assert [agreement.key for agreement in then.context["agreements"]] == ["earlier"]
    assert then.context["counts"] == {"agreements": 1, "partnerships": 0, "vietnamese": 2, "french": 1}
    assert then.context["conferences"] == []
    assert "as of 30\xa0June\xa02019" in then.content.decode()
    assert client.get("/en/?on=2024-13-45").status_code == 400


def test_a_partnership_of_unknown_beginning_counts_once_its_parties_stand(client):
    region = make_french_locality(key="fr-new", since="2016-01-01")
    make_partnership(key="undated", parties=[make_locality(), region])
    make_partnership(key="old", parties=[make_locality(), make_french_locality()])

    def get_keys(day):
        return [partnership.key for partnership in client.get(f"/en/partnerships/?on={day}").context["object_list"]]

    assert (get_keys("2015-12-31"), sorted(get_keys("2016-01-01"))) == (["old"], ["old", "undated"])


def test_an_agreement_tells_that_the_successors_of_its_party_have_ended(client):
    city = make_locality(name_vi="Huế", until="2024-12-31")
    for name in ["Phú Xuân", "Thuận Hóa"]:
        make_succession(city, make_locality(name_vi=name, until="2025-06-30"), kind="split", effective_on="2025-01-01")
    make_agreement(key="split", parties=[city, make_french_locality()], signed_on="2023")

    page = get_main(client, "/en/agreements/split/")

    assert "Huế was divided; Phú Xuân has part of its territory" in page
    assert "Dissolved: Phú Xuân, Thuận Hóa. No successor is recorded." in page
