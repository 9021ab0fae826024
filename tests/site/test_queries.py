"""Every list answers with the same number of queries for 1, 3 and 300 records."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cooperation.agreements.models import Milestone
from tests.factories import (
    make_agreement,
    make_claim,
    make_conference,
    make_french_locality,
    make_locality,
    make_news,
    make_partnership,
    make_succession,
    make_theme,
)

pytestmark = pytest.mark.django_db
LISTS = ["agreements", "partnerships", "localities", "conferences", "news"]
ADMIN_LISTS = [
    "agreements/agreement",
    "agreements/partnership",
    "localities/locality",
    "events/conference",
    "news/newsitem",
    "library/theme",
]


def make_connected():
    """One agreement with every related record that it can have."""
    old, new, french = make_locality(until="2025-06-30"), make_locality(), make_french_locality()
    make_succession(old, new)
    conference = make_conference(place=new)
    conference.participants.set([old, french])
    partnership = make_partnership(parties=[old, french])
    agreement = make_agreement(parties=[old, french], conference=conference, partnership=partnership)
    agreement.themes.add(make_theme())
    Milestone.objects.create(agreement=agreement, order=1, kind="announced", on="2023")
    make_agreement(parties=[new, french], earlier_agreement=agreement, relation_type="renews")
    item = make_news()
    for record, fact, value in [
        (agreement, "signed_on", "2023"),
        (conference, "starts_on", "2022"),
        (partnership, "since", "1996"),
        (old, "mention", "x"),
    ]:
        make_claim(record, fact, value, item=item)


def count_queries(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def count_queries_by_size(client, paths):
    """Three dicts {path: number of queries}, with 1, 3 and 60 records of each kind: three full pages of a list."""
    counts, total = [], 0
    for target in [1, 3, 60]:
        while total < target:
            make_connected()
            total += 1
        counts.append({path: count_queries(client, path) for path in paths})
    return counts


def test_public_lists_and_searches(client):
    paths = [
        "/fr/",
        *(f"/fr/{name}/" for name in LISTS),
        "/fr/agreements/?year=2023&differ=true&sort=name&size=100",
        "/fr/agreements/?on=2024-01-01",
        "/fr/localities/?on=2024-01-01&sort=ties",
        "/fr/themes/",
        "/fr/map/",
        "/fr/timeline/",
        "/fr/search/suggestions/?q=locality",
        "/fr/search/?q=locality&kind=agreement",
    ]

    one, three, many = count_queries_by_size(client, paths)

    assert one == three == many


def test_the_api(client):
    one, three, many = count_queries_by_size(client, [f"/api/{name}/?page_size=100" for name in LISTS])

    assert one == three == many


def test_admin_lists(admin_client):
    one, three, many = count_queries_by_size(admin_client, [f"/en/admin/{name}/" for name in ADMIN_LISTS])

    assert one == three == many


def test_pages_of_records(client):
    make_connected()
    paths = ["/en/agreements/", "/en/localities/", "/en/conferences/", "/en/partnerships/"]
    record_paths = [client.get(path).context["object_list"][0].get_absolute_url() for path in paths]
    one = {path: count_queries(client, path) for path in record_paths}
    for _ in range(5):
        make_connected()

    assert {path: count_queries(client, path) for path in record_paths} == one
