"""The cost of an answer with 1, 3, 100 and 300 groups of records: queries never grow, rows and bytes where known."""

import pytest

from cooperation.kinds import API, FEED, MENU, SITEMAP, TABLE, kinds_with
from tests.growth import HUB_LOCALITY, HUB_THEME, make_groups, make_hubs, measure

pytestmark = pytest.mark.django_db

SIZES = [1, 3, 100, 300]  # 100 fill the longest page of a list
BOTH, ROWS, NEITHER = "rows and bytes", "rows", ""
#: What grows of a list that shows one page of many. Rows: facets, successions and counts read all records.
PAGED = {
    "/fr/agreements/?size=100": BOTH,
    "/fr/partnerships/?size=100": BOTH,
    "/fr/localities/?size=100": ROWS,
    "/fr/conferences/?size=100": BOTH,
    "/fr/news/?size=100": BOTH,
    "/fr/agreements/?year=2023&differ=true&sort=name&size=100": ROWS,
    "/fr/agreements/?on=2024-01-01": BOTH,
    "/fr/localities/?on=2024-01-01&sort=ties": ROWS,
    "/fr/search/suggestions/?q=locality": ROWS,
    "/fr/search/?q=locality&kind=agreement": ROWS,
    "/api/search/?q=locality": ROWS,
    **{f"/api/{kind.section}/?page_size=100": NEITHER for kind in kinds_with(API)},
    "/api/agreements/?page_size=100": ROWS,
    **{f"/fr/{kind.section}.atom": NEITHER for kind in kinds_with(FEED)},
    f"/fr/themes/{HUB_THEME}.atom": NEITHER,
    f"/fr/localities/{HUB_LOCALITY}.atom": ROWS,
}
#: Shows or counts all records.
WHOLE = {
    "/fr/": BOTH,
    "/fr/themes/": BOTH,
    f"/fr/themes/{HUB_THEME}/": BOTH,
    f"/fr/localities/{HUB_LOCALITY}/": BOTH,
    "/fr/map/": BOTH,
    "/fr/timeline/": BOTH,
    "/fr/figures/": BOTH,
    "/fr/figures/by-locality.csv": BOTH,
    "/fr/completeness/": ROWS,
    "/fr/feeds/": BOTH,
    "/fr/calendar.ics": BOTH,
    **{f"/fr/{kind.section}.csv": BOTH for kind in kinds_with(TABLE)},
    "/fr/localities.geojson": BOTH,
    "/fr/agreements.xlsx": BOTH,
    "/fr/search.csv?q=locality": BOTH,
    "/data/catalogue.jsonld": NEITHER,
    "/data/register.zip": BOTH,
    **{f"/sitemap-{kind.sitemap_name}.xml": BOTH for kind in kinds_with(SITEMAP) if kind in kinds_with(MENU)},
}
ADMIN = {
    "/en/admin/agreements/agreement/": ROWS,
    "/en/admin/agreements/partnership/": NEITHER,
    "/en/admin/localities/locality/": NEITHER,
    "/en/admin/events/conference/": NEITHER,
    "/en/admin/news/newsitem/": ROWS,
    "/en/admin/library/theme/": NEITHER,
}
#: The page of one record of each kind.
RECORDS = {"agreements": ROWS, "partnerships": ROWS, "localities": ROWS, "conferences": ROWS, "news": NEITHER}


def get_record_paths():
    """{path: what grows} of a record of each kind that every size has."""
    records = {
        kind.section: kind.model.objects.exclude(key=HUB_LOCALITY).order_by("pk").first()
        for kind in kinds_with(MENU)
        if kind.section in RECORDS
    }
    return {record.get_absolute_url(): RECORDS[section] for section, record in records.items()}


def what_grows(costs):
    """What 300 groups cost more of than 100, beyond longer numbers and links to more pages."""
    full, more = costs[-2:]
    rows, size = more.rows > 1.2 * full.rows + 50, more.bytes > 1.2 * full.bytes
    return BOTH if rows and size else ROWS if rows else "bytes" if size else NEITHER


@pytest.mark.slow
def test_the_cost_of_an_answer_grows_only_where_it_is_known_to(client, admin_client, monkeypatch):
    make_hubs()
    costs, total, expected = {}, 0, {}
    for size in SIZES:
        make_groups(size - total)
        total = size
        expected = expected or PAGED | get_record_paths() | WHOLE | ADMIN
        for path in expected:
            visitor = admin_client if path in ADMIN else client
            if size == SIZES[0]:
                visitor.get(path)  # Django itself remembers some rows from the first request on
            costs.setdefault(path, []).append(measure(visitor, path, monkeypatch))

    queries = {path: [cost.queries for cost in by_size] for path, by_size in costs.items()}
    assert {path: counts for path, counts in queries.items() if max(counts) > counts[0]} == {}
    assert {path: what_grows(by_size) for path, by_size in costs.items()} == expected


def test_a_query_for_each_record_would_be_noticed(client, monkeypatch):
    make_hubs()
    make_groups(1)
    one = measure(client, "/fr/agreements/", monkeypatch)
    monkeypatch.setattr("cooperation.agreements.views.prefetch_for_cards", lambda agreements, day: None)
    make_groups(2)

    assert measure(client, "/fr/agreements/", monkeypatch).queries > one.queries
