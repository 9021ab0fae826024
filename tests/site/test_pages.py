import re

import pytest
from django.contrib.auth import get_user_model

from cooperation.kinds import TABLE, kinds_with
from tests.factories import make_agreement, make_conference, make_news, make_secretariat, make_theme

pytestmark = pytest.mark.django_db
LISTS = [kind.section for kind in kinds_with(TABLE)]


def get_main(response):
    return response.content.decode().split("<main", 1)[1].split("</main>")[0]


@pytest.mark.parametrize(
    ("accepted", "language"), [("fr-FR,fr;q=0.9", "fr"), ("vi", "vi"), ("de,en;q=0.5", "en"), ("de", "en"), ("", "en")]
)
def test_the_root_leads_to_the_readers_language(client, accepted, language):
    response = client.get("/", headers={"accept-language": accepted})

    assert (response.status_code, response["Location"], response["Vary"]) == (302, f"/{language}/", "Accept-Language")


PATHS = [
    "",
    *(f"{name}/" for name in LISTS),
    "agreements/ha-noi-toulouse-2023/",
    "agreements/yen-bai-val-de-marne-2023-04/",
    "agreements/hue-city-rennes-2023/",
    "partnerships/thua-thien-hue-grand-poitiers/",
    "localities/vn-yen-bai/",
    "localities/vn-lao-cai/",
    "localities/fr-nouvelle-aquitaine/",
    "conferences/12/",
    "conferences/13/",
    "news/conference-12-speeches-2023-04-14/",
    "search/?q=hue",
    "pages/about/",
    "pages/status/",
    "pages/accessibility/",
    "pages/legal/",
]


def find_faults(response, language):
    """The names of the rules for public pages that this one breaks."""
    page = response.content.decode()
    page = re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", page)  # data, not code
    without_links = page.replace('href="https://creativecommons.org', "").replace('href="http://testserver/', "")
    without_links = re.sub(r'<p class="small"><a href="https?://[^"]*">', "", without_links)
    return [
        name
        for name, fault in {
            "status code": response.status_code != 200,
            "language": f'<html lang="{language}">' not in page,
            "headings": page.count("<h1") != 1,
            "cookie": "Set-Cookie" in response.headers,
            "inline": re.search(r'<script(?! src="/static/)|<style|\sstyle=|\son[a-z]+=', page),
            "external": re.search(r'(?:src|href)="(?:https?:)?//', without_links),
        }.items()
        if fault
    ]


@pytest.mark.slow
@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("language", ["vi", "fr", "en"])
def test_every_url_answers_in_its_language(client, language):
    faults = {path: find_faults(client.get(f"/{language}/{path}"), language) for path in PATHS}

    assert faults == {path: [] for path in PATHS}


@pytest.mark.usefixtures("archive")
def test_the_language_switch_stays_on_the_record_and_keeps_the_filters(client):
    page = client.get("/en/agreements/?locality=vn-lao-cai").content.decode()

    assert 'href="/vi/agreements/?locality=vn-lao-cai" lang="vi"' in page
    assert 'href="/fr/agreements/?locality=vn-lao-cai" lang="fr"' in page


@pytest.mark.usefixtures("archive")
def test_the_yen_bai_agreement_tells_what_became_of_yen_bai_and_who_says_so(client):
    page = get_main(client.get("/fr/agreements/yen-bai-val-de-marne-2023-04/"))

    for words in ["Val-de-Marne", "Yên Bái", "Lào Cai", "1er\xa0juillet\xa02025", "202/2025/QH15", "VGP", "Avril 2023"]:
        assert words in page, words
    assert page.index("Val-de-Marne") < page.index("Yên Bái")


@pytest.mark.usefixtures("archive")
def test_the_12th_conference_shows_three_themes_and_where_dates_differ(client):
    page = get_main(client.get("/en/conferences/12/"))

    themes = [
        "The driving force for sustainable and comprehensive recovery and development after the COVID-19 pandemic",
        "Hợp tác địa phương: Động lực thúc đẩy phục hồi và phát triển bền vững, toàn diện sau đại dịch",
        "Hợp tác địa phương, động lực cho phục hồi, phát triển bền vững và toàn diện sau đại dịch",
    ]
    assert [theme in page for theme in themes] == [True] * 3
    assert 'id="differ-dates"' in page
    assert "the date range that covers all the others" in page
    assert "until 15\xa0April\xa02023, closing on 15\xa0April\xa02023, 3 days" in page


@pytest.mark.usefixtures("archive")
def test_every_marker_lands_and_every_source_is_marked_or_said(client):
    for path in [
        "/en/agreements/yen-bai-val-de-marne-2023-04/",
        "/en/conferences/12/",
        "/vi/agreements/ha-noi-toulouse-2023/",
    ]:
        page = get_main(client.get(path))
        targets = set(re.findall(r'id="([^"]+)"', page))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= targets


def test_a_text_in_another_language_says_so_and_carries_it(client):
    make_agreement(key="one", title_en="", title_vi="Thỏa thuận", summary_vi="Nước sạch.", summary_en="")

    page = get_main(client.get("/fr/agreements/one/"))

    assert '<p lang="vi">Nước sạch.</p>' in page
    assert 'class="notice small"' in page
    assert 'class="notice small"' not in get_main(client.get("/vi/agreements/one/"))


def test_public_pages_do_not_depend_on_who_is_logged_in(client):
    make_agreement(key="one")
    make_secretariat()
    paths = ["/en/", "/en/agreements/", "/en/agreements/one/", "/en/search/?q=one", "/api/agreements/"]
    before = [client.get(path).content for path in paths]

    client.force_login(get_user_model().objects.create_superuser("staff"))

    assert [client.get(path).content for path in paths] == before
    assert "Cookie" not in client.get("/en/").get("Vary", "")


@pytest.mark.parametrize("language", ["vi", "fr", "en"])
def test_what_is_not_there_is_told_in_the_readers_language(client, language):
    response = client.get(f"/{language}/nowhere/")

    assert response.status_code == 404
    assert f'<html lang="{language}">' in response.content.decode()


@pytest.mark.parametrize("language", ["vi", "fr", "en"])
def test_our_own_mistakes_are_told_in_the_readers_language(client, language, monkeypatch):
    monkeypatch.setattr("cooperation.views.Lineage", None)
    client.raise_request_exception = False

    response = client.get(f"/{language}/")

    assert response.status_code == 500
    assert f'<html lang="{language}">' in response.content.decode()


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list_says_so(client, name):
    assert "Nothing recorded yet." in get_main(client.get(f"/en/{name}/"))


INVALID = [
    "agreements/?status=nonsense",
    "agreements/?year=nonsense",
    "agreements/?year=99999",
    "agreements/?locality=vn-nowhere",
    "agreements/?theme='; DROP TABLE",
    "localities/?country=XX",
    "localities/?level=x",
    "news/?language=xx",
    "conferences/?place=" + "x" * 500,
    "agreements/?q=" + "x" * 201,
    "search/?q=" + "x" * 201,
    "search/?q=a&kind=nonsense",
    "agreements/?q=%00",
    "search/?q=%00",
]


@pytest.mark.parametrize("path", INVALID)
def test_bad_input_is_answered_with_4xx_and_words(client, path):
    make_agreement()

    response = client.get(f"/en/{path}")

    assert response.status_code == 400


@pytest.mark.parametrize(
    ("path", "status_code"),
    [("agreements/?page=99", 400), ("agreements/?page=x", 400), ("agreements/Ừm/", 404), ("news/a%00b/", 400)],
)
def test_a_page_that_is_not_there_is_not_found(client, path, status_code):
    assert client.get(f"/en/{path}").status_code == status_code


def test_facets_count_what_each_would_leave_within_the_others(client):
    water, roads = make_theme(name_en="Water"), make_theme(name_en="Roads")
    conference = make_conference(title_en="Twelfth")
    for year, themes in [("2019", [water]), ("2023", [water, roads]), ("2023-04", [])]:
        make_agreement(signed_on=year, conference=conference).themes.set(themes)

    filterset = client.get("/en/agreements/?year=2023").context["filterset"]

    assert {
        name: [(option.label, option.count) for option in filterset.options(name)]
        for name in ["theme", "year", "conference"]
    } == {
        "theme": [("Roads", 1), ("Water", 1)],
        "year": [("2023", 2), ("2019", 1)],
        "conference": [("Twelfth", 2)],
    }


def test_a_locality_filters_what_it_signed_and_what_it_inherits(archive, client):
    context = client.get("/en/agreements/?locality=vn-lao-cai").context

    assert [agreement.key for agreement in context["object_list"]] == [
        "yen-bai-val-de-marne-2023",
        "yen-bai-val-de-marne-2023-04",
        "yen-bai-val-de-marne-2019",
        "lao-cai-aquitaine-2002",
    ]
    options = {option.value: option.count for option in context["filterset"].options("locality")}
    assert (options["vn-lao-cai"], options["vn-yen-bai"], options["vn-hue"]) == (4, 3, 4)


def test_filters_in_use_can_be_removed_one_by_one(client):
    make_agreement(signed_on="2023", kind="charter")

    page = get_main(client.get("/en/agreements/?year=2023&kind=charter"))

    assert 'href="?kind=charter"' in page
    assert 'href="?year=2023"' in page
    assert re.search(r">\s*1 agreement\s*<", page)


def test_pages_of_a_list_keep_its_filters(client):
    for _ in range(21):
        make_news(publisher="VNS")

    page = get_main(client.get("/en/news/?publisher=vns"))

    assert 'href="?publisher=vns&amp;page=2"' in page
    assert "Page 1 of 2" in page
