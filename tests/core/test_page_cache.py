"""Pages are rendered once per content version, answered with 304 if unchanged, and fresh after an edit."""

import gzip

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cooperation.core import page_cache
from cooperation.core.content_version import content_version
from tests.factories import make_agreement, make_conference

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def page_cache_enabled(settings):
    settings.PAGE_CACHE = True
    clear_cache()
    yield
    clear_cache()


def clear_cache():
    page_cache.PAGES.entries.clear()
    if page_cache.SHARED_CACHE in caches.settings:
        caches[page_cache.SHARED_CACHE].clear()


def count_queries(client, url, **headers):
    """(number of queries, response)."""
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url, headers=headers)
    return len(queries), response


@pytest.mark.parametrize("url", ["/fr/", "/vi/agreements/", "/en/search/?q=x", "/api/agreements/", "/en/pages/x/"])
def test_a_second_reader_costs_one_query(client, url):
    make_agreement()
    first = client.get(url)

    count, second = count_queries(client, url)

    if first.status_code == 200:
        assert (count, second.content, dict(second.headers)) == (1, first.content, dict(first.headers))
    else:
        assert (second.status_code, count > 1) == (404, True)


def test_an_edit_shows_at_the_next_request(client):
    agreement = make_agreement(title_en="Before")
    before = client.get(f"/en/agreements/{agreement.key}/")
    agreement.title_en = "After"
    agreement.save()

    after = client.get(f"/en/agreements/{agreement.key}/")

    assert b"Before" in before.content
    assert b"After" in after.content
    assert before["ETag"] != after["ETag"]


def test_a_reader_who_has_the_page_is_told_so_and_gets_nothing(client):
    make_agreement()
    tag = client.get("/fr/agreements/")["ETag"]

    count, response = count_queries(client, "/fr/agreements/", if_none_match=tag)
    assert (count, response.status_code, response.content, response["ETag"]) == (1, 304, b"", tag)

    make_agreement()
    assert client.get("/fr/agreements/", headers={"if-none-match": tag}).status_code == 200


def test_a_page_is_packed_for_those_who_can_unpack_it(client):
    make_agreement()
    plain = client.get("/fr/agreements/")
    compressed = client.get("/fr/agreements/", headers={"accept-encoding": "gzip, br"})

    assert compressed["Content-Encoding"] == "gzip"
    assert gzip.decompress(compressed.content) == plain.content
    assert "Accept-Encoding" in plain["Vary"]
    assert "Content-Encoding" not in plain.headers


def test_another_day_another_language_another_host_another_query_is_another_page(client, settings, monkeypatch):
    settings.ALLOWED_HOSTS = ["a.example", "b.example"]
    make_agreement()
    tags = [
        client.get(url, headers={"host": host})["ETag"]
        for url in ["/fr/agreements/", "/vi/agreements/", "/fr/agreements/?kind=charter"]
        for host in ["a.example", "b.example"]
    ]
    clear_cache()  # as after a deployment
    monkeypatch.setattr(page_cache, "code_version", lambda: 1)
    tags.append(client.get("/fr/agreements/", headers={"host": "a.example"})["ETag"])

    assert len(set(tags)) == 7


def test_what_is_for_one_person_or_went_wrong_is_not_kept(client, admin_client):
    for url in ["/en/admin/", "/en/admin/login/", "/en/agreements/?kind=nonsense", "/en/nowhere/"]:
        assert "ETag" not in client.get(url).headers
        assert "ETag" not in admin_client.get(url).headers


def test_who_is_logged_in_changes_nothing_on_a_public_page(client, admin_client):
    make_conference(number=12)
    for url in ["/en/", "/en/conferences/", "/en/conferences/12/"]:
        content_for_staff = admin_client.get(url).content
        clear_cache()
        assert client.get(url).content == content_for_staff


def test_a_host_that_is_not_ours_is_refused(client):
    assert client.get("/en/", headers={"host": "evil.example"}).status_code == 400


def test_the_version_is_zero_before_the_first_change():
    assert content_version() == 0
