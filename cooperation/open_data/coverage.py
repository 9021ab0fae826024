"""Which time and which places the records are of."""

import json

from django.db.models import Max, Min, Q

from cooperation.core.partial_dates import first_day, last_day
from localities.models import Locality

from .vocabulary import AUTHORITY, COUNTRY_CODES, GEOJSON


def date_span(table):
    """When the public records of a table were published and changed, and between which dates they lie."""
    known = ~Q(**{table.dated: ""})
    return table.model.objects.public().aggregate(
        issued=Min("published_at"),
        modified=Max("updated_at"),
        first=Min(table.dated, filter=known),
        last=Max(table.dated, filter=known),
    )


def times(spans):
    """The days of the first publication and of the last change, where any is known."""
    issued = [span["issued"] for span in spans if span["issued"]]
    modified = [span["modified"] for span in spans if span["modified"]]
    known = {"issued": min(issued, default=None), "modified": max(modified, default=None)}
    return {name: moment.date().isoformat() for name, moment in known.items() if moment}


def period(spans):
    """The time from the first to the last date of the records; nothing where none has one."""
    first = [first_day(span["first"]) for span in spans if span["first"]]
    last = [last_day(span["last"]) for span in spans if span["last"]]
    if not first:
        return {}
    days = {"startDate": min(first).isoformat(), "endDate": max(last).isoformat()}
    return {"temporal": {"@type": "dct:PeriodOfTime"} | days}


def countries():
    """Both countries, each with the rectangle in which the points of its localities lie."""
    placed = Locality.objects.public().filter(country__in=COUNTRY_CODES, latitude__isnull=False).order_by()
    edges = placed.values_list("country").annotate(Min("longitude"), Min("latitude"), Max("longitude"), Max("latitude"))
    boxes = {country: [float(edge) for edge in box] for country, *box in edges}
    return [place(country, boxes.get(country)) for country in COUNTRY_CODES]


def place(country, box):
    named = {"@id": f"{AUTHORITY}/country/{COUNTRY_CODES[country]}", "@type": "dct:Location"}
    return named | ({"locn:geometry": {"@type": GEOJSON, "@value": json.dumps(rectangle(*box))}} if box else {})


def rectangle(west, south, east, north):
    """
    >>> rectangle(1, 2, 3, 4)["coordinates"]
    [[[1, 2], [3, 2], [3, 4], [1, 4], [1, 2]]]
    """
    corners = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [corners]}
