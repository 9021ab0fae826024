"""The sitemaps and robots.txt, for search engines."""

from xml.etree import ElementTree as ET

import pytest

from cooperation.core.records import PublicationState
from cooperation.sitemaps import SITEMAPS
from tests.factories import (
    make_agreement,
    make_conference,
    make_french_locality,
    make_locality,
    make_news,
    make_page,
    make_partnership,
    make_theme,
)

pytestmark = pytest.mark.django_db
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HOST = "http://testserver"


def get_tree(client, path):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"].split(";")[0]) == (200, "application/xml")
    assert "Last-Modified" not in response
    return ET.fromstring(response.content)  # noqa: S314 -- our own


def get_pages(client, section):
    """{url: {language: url}} of a section."""
    pages = {}
    for element in get_tree(client, f"/sitemap-{section}.xml").iterfind("s:url", NAMESPACES):
        links = {link.get("hreflang"): link.get("href") for link in element.iterfind("x:link", NAMESPACES)}
        pages[element.findtext("s:loc", namespaces=NAMESPACES)] = links
    return pages


def make_everything(**values):
    parties = [make_locality(**values), make_french_locality(**values)]
    make_agreement(parties=parties, **values)
    make_partnership(parties=parties, **values)
    make_conference(**values)
    make_news(**values)
    make_theme(**values)
    make_page(**values)


def test_the_index_names_every_section_by_its_whole_url(client):
    make_everything()

    urls = [location.text for location in get_tree(client, "/sitemap.xml").iterfind("s:sitemap/s:loc", NAMESPACES)]

    assert urls == [f"{HOST}/sitemap-{section}.xml" for section in SITEMAPS]
    assert [get_pages(client, section) == {} for section in SITEMAPS] == [False] * len(SITEMAPS)


def test_a_page_is_named_in_the_languages_that_it_is_in_and_no_other(client):
    make_agreement(key="hue-rennes", title_en="", title_vi="Thỏa thuận", title_fr="Accord")

    assert get_pages(client, "agreements") == {
        f"{HOST}/{language}/agreements/hue-rennes/": {
            "vi": f"{HOST}/vi/agreements/hue-rennes/",
            "fr": f"{HOST}/fr/agreements/hue-rennes/",
            "x-default": f"{HOST}/vi/agreements/hue-rennes/",
        }
        for language in ["vi", "fr"]
    }


def test_a_report_without_english_leads_others_to_its_original(client):
    make_news(key="report", title_en="", title_vi="Tin", title_fr="Nouvelle", original_language="fr")

    defaults = {links["x-default"] for links in get_pages(client, "news").values()}

    assert defaults == {f"{HOST}/fr/news/report/"}


@pytest.mark.slow
def test_every_url_of_every_section_answers_and_calls_itself_so(client):
    make_everything()

    for section in SITEMAPS:
        for url in get_pages(client, section):
            response = client.get(url.removeprefix(HOST))
            assert response.status_code == 200, url
            assert f'<link rel="canonical" href="{url}">' in response.content.decode()


@pytest.mark.slow
def test_a_head_names_the_same_languages_as_the_sitemap(client):
    make_agreement(title_fr="Accord")
    make_locality()
    make_partnership()

    for section in ["agreements", "localities", "partnerships", "pages"]:
        for url, links in get_pages(client, section).items():
            page = client.get(url.removeprefix(HOST)).content.decode()
            languages = {
                language
                for language in ["vi", "fr", "en"]
                if f'<link rel="alternate" hreflang="{language}" href="{links.get(language)}">' in page
            }
            assert languages == set(links) - {"x-default"}, url


def test_lists_and_plain_pages_are_in_all_three_languages(client):
    pages = get_pages(client, "pages")

    expected = {f"{HOST}/{language}/{name}" for language in ["vi", "fr", "en"] for name in ["", "agreements/"]}
    assert expected <= set(pages)
    assert pages[f"{HOST}/fr/agreements/"] == {
        "vi": f"{HOST}/vi/agreements/",
        "fr": f"{HOST}/fr/agreements/",
        "en": f"{HOST}/en/agreements/",
        "x-default": f"{HOST}/en/agreements/",
    }
    assert {links["x-default"] for url, links in pages.items() if url.endswith("/fr/")} == {f"{HOST}/"}


@pytest.mark.parametrize(
    "publication_state", [PublicationState.DRAFT, PublicationState.IN_REVIEW, PublicationState.UNPUBLISHED]
)
def test_what_is_not_published_is_in_no_sitemap(client, publication_state):
    make_everything(publication_state=publication_state)

    assert {section: get_pages(client, section) for section in SITEMAPS if section != "pages"} == {
        section: {} for section in SITEMAPS if section != "pages"
    }


def test_a_sitemap_tells_the_day_of_the_last_change(client):
    agreement = make_agreement()
    type(agreement).objects.filter(pk=agreement.pk).update(updated_at="2026-02-03T04:05:06Z")

    dates = {
        element.text for element in get_tree(client, "/sitemap-agreements.xml").iterfind("s:url/s:lastmod", NAMESPACES)
    }

    assert dates == {"2026-02-03"}


@pytest.mark.parametrize("path", ["/sitemap-x.xml", "/sitemap-news.xml?p=99", "/sitemap-news.xml?p=x%ff"])
def test_a_sitemap_that_is_not_there_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_robots_are_told_where_the_sitemap_is_and_kept_out_of_the_desk(client):
    response = client.get("/robots.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert lines[-1] == "Sitemap: http://testserver/sitemap.xml"
    assert {line for line in lines if "admin" in line} == {f"Disallow: /{code}/admin/" for code in ["vi", "fr", "en"]}
