"""What a cache keeps for one reader is what any other reader would get: pairs of requests, kept and fresh."""

import gzip

import pytest
from django.test import Client

from cooperation.desk.integrity_checks import find_problems
from cooperation.news.models import NewsItem
from localities.models import Locality
from tests.core.test_page_cache import clear_cache

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]
URLS = [
    "/fr/",
    "/en/agreements/?year=2023",
    "/vi/conferences/12/",
    "/api/agreements/",
    "/api/schema/",
    "/data/catalogue.jsonld",
    "/sitemap.xml",
    "/en/news.csv",
    "/en/calendar.ics",
]
READERS = {
    "plain": {},
    "language cookie": {"HTTP_COOKIE": "django_language=fr"},
    "foreign cookies": {"HTTP_COOKIE": "a=b; sessionid=unknown; csrftoken=x"},
    "cookie with a NUL": {"HTTP_COOKIE": 'sessionid="aaaaaaaa\\000bbbbbbbb"; django_language="f\\000"'},
    "French": {"HTTP_ACCEPT_LANGUAGE": "fr"},
    "Vietnamese": {"HTTP_ACCEPT_LANGUAGE": "vi;q=0.9, en;q=0.1"},
    "gzip": {"HTTP_ACCEPT_ENCODING": "gzip"},
    "no gzip": {"HTTP_ACCEPT_ENCODING": "gzip;q=0"},
    "HTTPS": {"wsgi.url_scheme": "https", "SERVER_PORT": "443"},
    "another host": {"HTTP_HOST": "localhost"},
    "JSON": {"HTTP_ACCEPT": "application/json"},
    "HTML": {"HTTP_ACCEPT": "text/html"},
}
IGNORED_HEADERS = {"ETag", "Cache-Control", "Vary", "Content-Length", "Content-Encoding"}


def ask(url, method, sent_headers):
    response = Client().generic(method, url, **sent_headers)
    body = b"" if method == "HEAD" else response.content
    if response.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    headers = {name: value for name, value in response.headers.items() if name not in IGNORED_HEADERS}
    return response.status_code, body, headers


@pytest.mark.slow
@pytest.mark.one_database
@pytest.mark.parametrize("url", URLS)
def test_a_kept_answer_is_the_fresh_one_for_every_reader(settings, url):
    settings.ALLOWED_HOSTS = ["testserver", "localhost"]
    settings.PAGE_CACHE = False
    fresh = {name: ask(url, "GET", headers) for name, headers in READERS.items()}
    settings.PAGE_CACHE = True

    for first, headers_of_first in READERS.items():
        clear_cache()
        ask(url, "GET", headers_of_first)
        cached = {name: ask(url, "GET", headers) for name, headers in READERS.items()}
        assert cached == fresh, first
        assert ask(url, "HEAD", headers_of_first)[0] == fresh[first][0]
    clear_cache()


@pytest.mark.parametrize("url", URLS)
def test_no_cookie_changes_an_answer_or_its_tag(settings, url):
    settings.PAGE_CACHE = True
    answers = set()
    for name in ("plain", "language cookie", "foreign cookies", "cookie with a NUL"):
        clear_cache()
        response = Client().get(url, **READERS[name])
        answers.add((response.status_code, response.content, response["ETag"]))
    assert len(answers) == 1
    clear_cache()


@pytest.mark.parametrize("path", ["/en/", "/en/admin/", "/en/admin/login/", "/api/agreements/"])
def test_a_cookie_with_a_nul_is_no_session(path):
    response = Client().get(path, HTTP_COOKIE='sessionid="aaaaaaaa\\000bbbbbbbb"; csrftoken="c\\000d"')

    assert response.status_code in (200, 302)


def test_a_link_that_does_not_lead_to_the_web_is_shown_nowhere(client):
    Locality.objects.filter(key="fr-brest").update(website="javascript:alert(1)")
    item = NewsItem.objects.public().first()
    NewsItem.objects.filter(pk=item.pk).update(original_url="javascript:alert(2)")

    for path in ("localities/fr-brest/", "localities.csv", f"news/{item.key}/", "news.json"):
        assert "javascript:" not in client.get(f"/en/{path}").content.decode()
    for path in ("/api/localities/fr-brest/", f"/api/news/{item.key}/"):
        assert "javascript:" not in client.get(path).content.decode()
    assert len([problem for problem in find_problems() if "is no web address" in problem]) == 2
