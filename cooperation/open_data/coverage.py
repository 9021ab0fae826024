"""The time and the places that the records cover, for the catalogue."""

import json

from django.db.models import Max, Min, Q

from cooperation.core.partial_dates import first_day, last_day
from localities.models import Locality

from .vocabulary import AUTHORITY, COUNTRY_CODES, GEOJSON


def get_date_span(table):
    """{issued, modified, first, last} of the public records of a table: moments, then partial dates; None if empty."""
    has_date = ~Q(**{table.date_field: ""})
    return table.model.objects.public().aggregate(
        issued=Min("published_at"),
        modified=Max("updated_at"),
        first=Min(table.date_field, filter=has_date),
        last=Max(table.date_field, filter=has_date),
    )


def build_dates(spans):
    """The dates of the first publication and of the last change, if known: {name: ISO date}."""
    issued = [span["issued"] for span in spans if span["issued"]]
    modified = [span["modified"] for span in spans if span["modified"]]
    moments = {"issued": min(issued, default=None), "modified": max(modified, default=None)}
    return {name: moment.date().isoformat() for name, moment in moments.items() if moment}


def build_period(spans):
    """The time from the first to the last date of the records; empty if no record has a date."""
    first = [first_day(span["first"]) for span in spans if span["first"]]
    last = [last_day(span["last"]) for span in spans if span["last"]]
    if not first:
        return {}
    days = {"startDate": min(first).isoformat(), "endDate": max(last).isoformat()}
    return {"temporal": {"@type": "dct:PeriodOfTime"} | days}


def build_countries():
    """Both countries, each with the bounding box of its localities."""
    localities = Locality.objects.public().filter(country__in=COUNTRY_CODES, latitude__isnull=False).order_by()
    edges = localities.values_list("country").annotate(
        Min("longitude"), Min("latitude"), Max("longitude"), Max("latitude")
    )
    boxes = {country: [float(edge) for edge in box] for country, *box in edges}
    return [build_country(country, boxes.get(country)) for country in COUNTRY_CODES]


def build_country(country, box):
    node = {"@id": f"{AUTHORITY}/country/{COUNTRY_CODES[country]}", "@type": "dct:Location"}
    return node | ({"locn:geometry": {"@type": GEOJSON, "@value": json.dumps(build_rectangle(*box))}} if box else {})


def build_rectangle(west, south, east, north):
    """
    >>> build_rectangle(1, 2, 3, 4)["coordinates"]
    [[[1, 2], [3, 2], [3, 4], [1, 4], [1, 2]]]
    """
    corners = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [corners]}
