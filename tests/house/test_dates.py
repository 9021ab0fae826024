"""The register on a date: every surface has the same records, the same facets and the same levels, on ten dates."""

import csv
import datetime as dt
import io
import re

import pytest

from cooperation.agreements.models import Agreement
from cooperation.core.date_formatting import format_date
from cooperation.core.localized_text import columns
from cooperation.kinds import API, SECTIONS, kinds_with
from localities.models import Locality, LocalityLevel, LocalityName
from tests.factories import make_agreement, make_french_locality, make_locality, make_partnership
from tests.site.page_types import PAGES

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 26)
DATES = [
    *["1950-01-01", "2002-11-18", "2007-05-22", "2012-05-01", "2015-12-31", "2018-10-18", "2023-04-15", "2025-07-01"],
    *[TODAY.isoformat(), "2040-01-01"],
]
#: The day of the last change of a level or name that the tests add to those of the archive.
CENTRE_RENAMED, NGHE_AN_RAISED = "2015-01-16", "2019-06-30"
OPTIONS = 6  # of each facet
#: {list: the facets that are compared}.
FACETS = {
    "agreements": ["status", "level", "locality"],
    "partnerships": ["level"],
    "localities": ["level", "existence"],
}


@pytest.fixture
def register(archive, monkeypatch):
    """The archive, with records that have no date, are announced, or change their level or name without a successor."""
    monkeypatch.setattr("cooperation.core.dates.today", lambda: TODAY)
    raised = make_locality(key="vn-zz", name_vi="Zz", administrative_level="vn_city")
    LocalityLevel.objects.create(locality=raised, administrative_level="vn_province", until=NGHE_AN_RAISED)
    renamed = make_french_locality(key="fr-zz", name_fr="Zz-Nouveau", administrative_level="fr_region")
    LocalityName.objects.create(locality=renamed, text="Zz-Ancien", language="fr", kind="former", until=CENTRE_RENAMED)
    make_agreement(key="undated", parties=[raised, renamed], signed_on="")
    announced = make_agreement(key="announced", parties=[raised, renamed], signed_on="")
    announced.milestones.create(kind="entered_into_force", on="2012-05", order=1)
    make_agreement(key="planned", parties=[raised, renamed], signed_on="2031-01-01")
    make_partnership(key="zz", parties=[raised, make_french_locality(since="2016-01-01")])


def read_csv(client, path):
    response = client.get(path)
    assert response.status_code == 200, (path, response.content)
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def count_in_files(client, section, query):
    """{surface: number of records} of a list with its filters."""
    return {
        "CSV": len(read_csv(client, f"/en/{section}.csv?{query}")),
        "API": client.get(f"/api/{section}/?{query}&page_size=1").json()["count"],
    }


def count_on_surfaces(client, section, query):
    list_page = client.get(f"/en/{section}/?{query}")
    return count_in_files(client, section, query) | {"list": list_page.context["filterset"].total}


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("day", DATES)
def test_every_surface_has_the_same_records(client, day):
    query = f"on={day}"
    totals = {kind.section: count_on_surfaces(client, kind.section, query) for kind in kinds_with(API)}
    home = client.get(f"/en/?{query}").context["counts"]
    totals["agreements"] |= {"home": home["agreements"]} | count_agreements_elsewhere(client, query)
    totals["partnerships"] |= {"home": home["partnerships"]} | count_partnerships_elsewhere(client, query)
    by_country = {
        name: count_on_surfaces(client, "localities", f"{query}&country={code}") | {"home": home[name]}
        for name, code in [("vietnamese", "VN"), ("french", "FR")]
    }

    differing = {name: counts for name, counts in (totals | by_country).items() if len(set(counts.values())) > 1}
    assert differing == {}


def count_agreements_elsewhere(client, query):
    charts = {chart.name: chart for chart in client.get(f"/en/figures/?{query}").context["charts"]}
    timeline = client.get(f"/en/timeline/?{query}").context
    links = client.get(f"/en/map/?{query}").context["links"]
    signed = [
        event
        for _year, events in timeline["years"]
        for event in events
        if event.lane == "agreements" and event.word.startswith("agreement signed")
    ]
    future = Agreement.objects.filter(signed_on__gt=TODAY.isoformat()).count() if query[3:] == TODAY.isoformat() else 0
    sums = {
        f"figures {name}": sum(row.values[0] for row in charts[name].rows) if charts else 0
        for name in ["by-year", "by-state"]
    }
    file_rows = read_csv(client, f"/en/figures/by-state.csv?{query}")
    return sums | {
        "figures file": sum(int(row["agreements"]) for row in file_rows),
        "map": len({agreement.pk for link in links for agreement in link.agreements}),
        "timeline": len(signed) + timeline["undated"]["agreements"] + future,
    }


def count_partnerships_elsewhere(client, query):
    timeline = client.get(f"/en/timeline/?{query}").context
    links = client.get(f"/en/map/?{query}").context["links"]
    started = [event for _year, events in timeline["years"] for event in events if event.lane == "partnerships"]
    return {
        "map": len({partnership.pk for link in links for partnership in link.partnerships}),
        "timeline": len(started) + timeline["undated"]["partnerships"],
    }


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("day", DATES)
def test_every_surface_has_the_number_that_a_facet_tells(client, day):
    query, differing = f"on={day}", {}
    for section, names in FACETS.items():
        filterset = client.get(f"/en/{section}/?{query}").context["filterset"]
        for name in names:
            for option in filterset.options(name)[:OPTIONS]:
                counts = count_in_files(client, section, f"{query}&{name}={option.value}")
                if set(counts.values()) != {option.count}:
                    differing[section, name, option.value] = counts | {"facet": option.count}
    statuses = client.get(f"/en/agreements/?{query}").context["filterset"].options("status")
    chart = read_csv(client, f"/en/figures/by-state.csv?{query}")

    assert differing == {}
    assert {option.value: str(option.count) for option in statuses} == {
        row["key"]: row["agreements"] for row in chart if row["agreements"] != "0"
    }


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("day", DATES)
@pytest.mark.parametrize(("key", "changed"), [("vn-dong-nai", "2026-04-29"), ("vn-zz", NGHE_AN_RAISED)])
def test_the_level_of_a_locality_is_the_same_everywhere(client, day, key, changed):
    level = "vn_province" if day <= changed else "vn_city"
    label = {"vn_province": "province", "vn_city": "centrally run city"}[level]
    query = f"on={day}"
    row = next(row for row in read_csv(client, f"/en/localities.csv?{query}") if row["key"] == key)
    page = client.get(f"/en/localities/{key}/?{query}").content.decode()
    listed = client.get(f"/en/localities/?{query}&level={level}&size=100").context["object_list"]

    assert {
        "CSV": row["administrative_level"],
        "CSV label": row["administrative_level_label"],
        "API": client.get(f"/api/localities/{key}/?{query}").json()["administrative_level"],
        "page": re.search(r"Viet[\s\xa0]Nam, ([a-z ]+)\n", page.split("<main")[1])[1],
        "list": [locality.level_label for locality in listed if locality.key == key],
        "other level": [
            record["key"]
            for other in {"vn_province", "vn_city"} - {level}
            for record in client.get(f"/api/localities/?{query}&level={other}&page_size=100").json()["results"]
            if record["key"] == key
        ],
    } == {"CSV": level, "CSV label": label, "API": level, "page": label, "list": [label], "other level": []}


@pytest.mark.usefixtures("register")
def test_the_order_of_a_list_is_that_of_the_names_of_the_date(client):
    make_french_locality(key="fr-zz-between", name_fr="Zz-Milieu")

    def get_keys(query):
        rows = read_csv(client, f"/fr/localities.csv?sort=name&{query}")
        return [(row["key"], row["name_fr"]) for row in rows if row["key"].startswith("fr-zz")]

    between = ("fr-zz-between", "Zz-Milieu")
    assert get_keys(f"on={CENTRE_RENAMED}") == [("fr-zz", "Zz-Ancien"), between]
    assert get_keys("") == [between, ("fr-zz", "Zz-Nouveau")]


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("section", [kind.section for kind in kinds_with(API)])
def test_the_list_of_today_is_the_list_without_a_date(client, section):
    def get_rows(query):
        return [row | {"page": ""} for row in read_csv(client, f"/en/{section}.csv?{query}")]

    assert get_rows(f"on={TODAY}") == get_rows("")


@pytest.mark.usefixtures("register")
def test_what_was_not_known_yet_says_so_with_the_day_of_signature(client):
    page = client.get("/en/agreements/hue-city-rennes-2023/?on=2020-01-01").content.decode()

    assert 'class="badge badge--not_yet_known">Not yet known<' in page
    assert "This record was not yet known on that date." in page
    assert re.search(r"Date of signature: April[\s\xa0]2023\.", page)
    then = client.get("/en/agreements/hue-city-rennes-2023/?on=2023-05-01")
    assert then.context["first_dates"] is None
    assert f"Parties on {format_date(dt.date(2023, 5, 1))}" in then.content.decode()


@pytest.mark.parametrize(
    "day", ["2026-W01-1", "20260101", "2026-1-1", "２０２６-01-01", "2026-01-01T00:00", "1899-12-31"]
)
@pytest.mark.parametrize("path", ["en/", "en/agreements/", "en/agreements.csv", "api/agreements/", "en/map/"])
def test_only_a_plain_day_is_a_day(client, path, day):
    assert client.get(f"/{path}", {"on": day}).status_code == 400


@pytest.mark.usefixtures("register")
def test_no_page_of_a_date_has_a_name_of_later(client):
    for locality in Locality.objects.all():
        LocalityName.objects.create(locality=locality, text=f"Then{locality.pk}", kind="former", until="2025-12-31")
        Locality.objects.filter(pk=locality.pk).update(**dict.fromkeys(columns("name"), f"Later{locality.pk}"))
    sections = ("", *(section.name for section in SECTIONS if section.is_dated))
    paths = [path.split("?")[0] for path in PAGES if path.split("/")[0] in sections]
    paths += [f"{kind.section}.csv" for kind in kinds_with(API)] + ["figures/by-locality.csv"]
    later = {}
    for path in dict.fromkeys(paths):
        text = client.get(f"/en/{path}?on=2025-07-01").content.decode()
        later[path] = re.findall(r"Later\d+", text)[:3]
        assert "Then" in text or path.startswith(("news", "themes", "timeline", "conferences", "figures")), path

    assert {path: names for path, names in later.items() if names} == {}
