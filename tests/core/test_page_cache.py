"""Pages are made once for a content version, answered with 304 where the reader has them, and fresh after an edit."""

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
def kept(settings):
    settings.PAGE_CACHE = True
    forget()
    yield
    forget()


def forget():
    page_cache.PAGES.entries.clear()
    if page_cache.SHARED_CACHE in caches.settings:
        caches[page_cache.SHARED_CACHE].clear()


def queries(client, address, **headers):
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address, headers=headers)
    return len(captured), response


@pytest.mark.parametrize("address", ["/fr/", "/vi/agreements/", "/en/search/?q=x", "/api/agreements/", "/en/pages/x/"])
def test_a_second_reader_costs_one_query(client, address):
    make_agreement()
    first = client.get(address)

    count, second = queries(client, address)

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

    count, response = queries(client, "/fr/agreements/", if_none_match=tag)
    assert (count, response.status_code, response.content, response["ETag"]) == (1, 304, b"", tag)

    make_agreement()
    assert client.get("/fr/agreements/", headers={"if-none-match": tag}).status_code == 200


def test_a_page_is_packed_for_those_who_can_unpack_it(client):
    make_agreement()
    plain = client.get("/fr/agreements/")
    packed = client.get("/fr/agreements/", headers={"accept-encoding": "gzip, br"})

    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert "Accept-Encoding" in plain["Vary"]
    assert "Content-Encoding" not in plain.headers


def test_another_day_another_language_another_host_another_query_is_another_page(client, settings, monkeypatch):
    settings.ALLOWED_HOSTS = ["a.example", "b.example"]
    make_agreement()
    tags = [
        client.get(address, headers={"host": host})["ETag"]
        for address in ["/fr/agreements/", "/vi/agreements/", "/fr/agreements/?kind=charter"]
        for host in ["a.example", "b.example"]
    ]
    forget()  # as a new release starts anew
    monkeypatch.setattr(page_cache, "code_version", lambda: 1)
    tags.append(client.get("/fr/agreements/", headers={"host": "a.example"})["ETag"])

    assert len(set(tags)) == 7


def test_what_is_for_one_person_or_went_wrong_is_not_kept(client, admin_client):
    for address in ["/en/admin/", "/en/admin/login/", "/en/agreements/?kind=nonsense", "/en/nowhere/"]:
        assert "ETag" not in client.get(address).headers
        assert "ETag" not in admin_client.get(address).headers


def test_who_is_logged_in_changes_nothing_on_a_public_page(client, admin_client):
    make_conference(number=12)
    for address in ["/en/", "/en/conferences/", "/en/conferences/12/"]:
        made_for_staff = admin_client.get(address).content
        forget()
        assert client.get(address).content == made_for_staff


def test_a_host_that_is_not_ours_is_refused(client):
    assert client.get("/en/", headers={"host": "evil.example"}).status_code == 400


def test_the_version_is_zero_before_the_first_change():
    assert content_version() == 0
