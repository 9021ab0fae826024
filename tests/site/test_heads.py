"""The metadata in the head of each page, for search engines and social networks."""

import re
from html import unescape

import pytest

from tests.factories import make_agreement, make_conference, make_locality, make_news, make_page, make_partnership

pytestmark = pytest.mark.django_db
HERE = "http://testserver"


def get_head(response):
    return response.content.decode().split("<head>")[1].split("</head>")[0]


def get_links(response):
    """{"canonical": url, "vi": url, …, "x-default": url}."""
    matches = re.findall(
        r'<link rel="(canonical|alternate)"(?: hreflang="([^"]+)")? href="([^"]+)"', get_head(response)
    )
    return {language or relation: unescape(url) for relation, language, url in matches}


def get_properties(response):
    """{"og:title": …}; a repeated property has its values joined by a space, in order."""
    properties = {}
    for name, value in re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', get_head(response)):
        properties[name] = f"{properties[name]} {unescape(value)}" if name in properties else unescape(value)
    return properties


def test_the_home_page_leaves_other_readers_to_their_browser(client):
    assert get_links(client.get("/fr/?utm_source=mail")) == {
        "canonical": f"{HERE}/fr/",
        "vi": f"{HERE}/vi/",
        "fr": f"{HERE}/fr/",
        "en": f"{HERE}/en/",
        "x-default": f"{HERE}/",
    }


def test_a_record_has_alternates_only_in_the_languages_of_its_title(client):
    make_agreement(key="one", title_vi="Thỏa thuận", title_fr="Accord", title_en="")

    assert get_links(client.get("/en/agreements/one/")) == {
        "canonical": f"{HERE}/en/agreements/one/",
        "vi": f"{HERE}/vi/agreements/one/",
        "fr": f"{HERE}/fr/agreements/one/",
        "x-default": f"{HERE}/vi/agreements/one/",
    }


def test_news_without_an_english_title_leads_other_readers_to_its_original_language(client):
    make_news(key="one", title_en="", title_vi="Tin", title_fr="Nouvelle", original_language="fr")

    assert get_links(client.get("/vi/news/one/"))["x-default"] == f"{HERE}/fr/news/one/"


def test_a_partnership_has_no_title_and_stands_in_every_language(client):
    make_partnership(key="one")

    assert sorted(get_links(client.get("/vi/partnerships/one/"))) == ["canonical", "en", "fr", "vi", "x-default"]


@pytest.mark.parametrize(
    ("query", "canonical_query"),
    [
        ("utm_source=mail&fbclid=1", ""),
        ("page=1", ""),
        ("page=2&kind=charter", "?kind=charter&page=2"),
        ("year=&kind=charter&x=y", "?kind=charter"),
        ("on=2025-06-30&year=2023", "?year=2023&on=2025-06-30"),
    ],
)
def test_a_canonical_url_keeps_filters_day_and_page_and_nothing_else(client, query, canonical_query):
    for _ in range(21):
        make_agreement(kind="charter", signed_on="2023")

    assert get_links(client.get(f"/en/agreements/?{query}"))["canonical"] == f"{HERE}/en/agreements/{canonical_query}"


@pytest.mark.parametrize(
    ("path", "robots"),
    [
        ("", None),
        ("agreements/", None),
        ("agreements/?kind=charter", None),
        ("agreements/?kind=charter&year=2023", "noindex, follow"),
        ("agreements/?kind=nonsense", "noindex, follow"),
        ("search/?q=hue", None),
        ("nowhere/", "noindex, follow"),
    ],
)
def test_ways_to_pages_and_errors_are_not_indexed(client, path, robots):
    make_agreement(kind="charter", signed_on="2023")

    assert get_properties(client.get(f"/en/{path}")).get("robots") == robots


def test_an_error_has_no_url_of_its_own(client):
    assert (get_links(client.get("/en/nowhere/")), "og:url" in get_properties(client.get("/en/nowhere/"))) == (
        {},
        False,
    )


def test_a_conference_is_told_to_social_networks(client):
    make_conference(
        number=12, title_en="Twelfth & “last”", title_vi="Hội nghị", description_en="Fifty came.\n\nThen left."
    )

    properties = get_properties(client.get("/en/conferences/12/"))

    assert {name: value for name, value in properties.items() if name[:3] in ("og:", "twi", "des")} == {
        "description": "Fifty came.",
        "og:site_name": "Viet Nam–France local cooperation",
        "og:type": "article",
        "og:title": "Twelfth & “last”",
        "og:description": "Fifty came.",
        "og:url": f"{HERE}/en/conferences/12/",
        "og:locale": "en_GB",
        "og:locale:alternate": "vi_VN",
        "og:image": f"{HERE}/en/pictures/conference/12.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Twelfth & “last”",
        "twitter:card": "summary_large_image",
    }


def test_every_page_has_a_description_of_its_own(client):
    make_agreement(key="one")
    make_locality(key="vn-one", name_en="Huế")
    make_page(key="about", title_en="About", body_en="## Why\n\nBecause **water** is [needed](/en/).")
    paths = ["", "agreements/", "conferences/", "news/", "agreements/one/", "localities/vn-one/", "pages/about/"]

    descriptions = [get_properties(client.get(f"/en/{path}"))["description"] for path in paths]

    assert len(set(descriptions)) == len(paths)
    assert descriptions[-1] == "Because water is needed."


def test_a_title_with_markup_stays_text(client):
    make_news(key="one", title_en='"><script>alert(1)</script>')

    page = get_head(client.get("/en/news/one/"))

    assert "alert(1)</script>" not in page
    assert get_properties(client.get("/en/news/one/"))["og:title"] == '"><script>alert(1)</script>'
