"""What the head of each page tells search engines and social networks."""

import re
from html import unescape

import pytest

from tests.factories import make_agreement, make_conference, make_locality, make_news, make_page, make_partnership

pytestmark = pytest.mark.django_db
HERE = "http://testserver"


def head(response):
    return response.content.decode().split("<head>")[1].split("</head>")[0]


def links(response):
    """{"canonical": address, "vi": address, …, "x-default": address}."""
    found = re.findall(r'<link rel="(canonical|alternate)"(?: hreflang="([^"]+)")? href="([^"]+)"', head(response))
    return {language or relation: unescape(address) for relation, language, address in found}


def properties(response):
    """{"og:title": …}; a property that is given twice holds both, in order."""
    found = {}
    for name, value in re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', head(response)):
        found[name] = f"{found[name]} {unescape(value)}" if name in found else unescape(value)
    return found


def test_the_home_page_leaves_other_readers_to_their_browser(client):
    assert links(client.get("/fr/?utm_source=mail")) == {
        "canonical": f"{HERE}/fr/",
        "vi": f"{HERE}/vi/",
        "fr": f"{HERE}/fr/",
        "en": f"{HERE}/en/",
        "x-default": f"{HERE}/",
    }


def test_a_record_has_alternates_only_in_the_languages_of_its_title(client):
    make_agreement(key="one", title_vi="Thỏa thuận", title_fr="Accord", title_en="")

    assert links(client.get("/en/agreements/one/")) == {
        "canonical": f"{HERE}/en/agreements/one/",
        "vi": f"{HERE}/vi/agreements/one/",
        "fr": f"{HERE}/fr/agreements/one/",
        "x-default": f"{HERE}/vi/agreements/one/",
    }


def test_news_without_an_english_title_leads_other_readers_to_its_original_language(client):
    make_news(key="one", title_en="", title_vi="Tin", title_fr="Nouvelle", original_language="fr")

    assert links(client.get("/vi/news/one/"))["x-default"] == f"{HERE}/fr/news/one/"


def test_a_partnership_has_no_title_and_stands_in_every_language(client):
    make_partnership(key="one")

    assert sorted(links(client.get("/vi/partnerships/one/"))) == ["canonical", "en", "fr", "vi", "x-default"]


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("utm_source=mail&fbclid=1", ""),
        ("page=1", ""),
        ("page=2&kind=charter", "?kind=charter&page=2"),
        ("year=&kind=charter&x=y", "?kind=charter"),
        ("on=2025-06-30&year=2023", "?year=2023&on=2025-06-30"),
    ],
)
def test_a_canonical_address_keeps_filters_day_and_page_and_nothing_else(client, asked, kept):
    for _ in range(21):
        make_agreement(kind="charter", signed_on="2023")

    assert links(client.get(f"/en/agreements/?{asked}"))["canonical"] == f"{HERE}/en/agreements/{kept}"


@pytest.mark.parametrize(
    ("address", "robots"),
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
def test_ways_to_pages_and_errors_are_not_indexed(client, address, robots):
    make_agreement(kind="charter", signed_on="2023")

    assert properties(client.get(f"/en/{address}")).get("robots") == robots


def test_an_error_has_no_address_of_its_own(client):
    assert (links(client.get("/en/nowhere/")), "og:url" in properties(client.get("/en/nowhere/"))) == ({}, False)


def test_a_conference_is_told_to_social_networks(client):
    make_conference(
        number=12, title_en="Twelfth & “last”", title_vi="Hội nghị", description_en="Fifty came.\n\nThen left."
    )

    told = properties(client.get("/en/conferences/12/"))

    assert {name: value for name, value in told.items() if name[:3] in ("og:", "twi", "des")} == {
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
    addresses = ["", "agreements/", "conferences/", "news/", "agreements/one/", "localities/vn-one/", "pages/about/"]

    told = [properties(client.get(f"/en/{address}"))["description"] for address in addresses]

    assert len(set(told)) == len(addresses)
    assert told[-1] == "Because water is needed."


def test_a_title_with_markup_stays_text(client):
    make_news(key="one", title_en='"><script>alert(1)</script>')

    page = head(client.get("/en/news/one/"))

    assert "alert(1)</script>" not in page
    assert properties(client.get("/en/news/one/"))["og:title"] == '"><script>alert(1)</script>'
