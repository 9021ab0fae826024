"""The files that a table can be taken away as."""

import json
from decimal import Decimal
from typing import NamedTuple

from cooperation.core.spreadsheets import as_csv, as_xlsx

from .about import about, in_lines


class Form(NamedTuple):
    """A form of file: what readers call it, its type, and its name among the file types of the European Union."""

    label: str
    media_type: str
    authority: str


FORMS = {
    "csv": Form("CSV", "text/csv", "CSV"),
    "xlsx": Form("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
    "json": Form("JSON", "application/json", "JSON"),
    "geojson": Form("GeoJSON", "application/geo+json", "GEOJSON"),
}


def forms_of(table):
    return [name for name in FORMS if name != "geojson" or table.has_points]


def labels_of(table):
    """[(form, what readers call it)]"""
    return [(form, FORMS[form].label) for form in forms_of(table)]


def file_of(table, form, origin):
    """The bytes of a table in one form."""
    columns, rows = table.columns(), list(table.rows())
    if form == "csv":
        return as_csv(columns, rows)
    told = about(origin, table, len(rows))
    if form == "xlsx":
        return as_xlsx(table.title, columns, rows, in_lines(told), origin.day)
    records = [dict(zip([column.name for column in columns], row, strict=True)) for row in rows]
    return as_json(collection(told, records) if form == "geojson" else {"about": told, "records": records})


def collection(told, records):
    """Records as features (RFC 7946); one whose place is not known has no geometry."""
    features = [
        {"type": "Feature", "id": record["key"], "geometry": point(record), "properties": record} for record in records
    ]
    return {"type": "FeatureCollection", "about": told, "features": features}


def point(record):
    if record["latitude"] is None:
        return None
    return {"type": "Point", "coordinates": [record["longitude"], record["latitude"]]}


def as_json(content):
    return (json.dumps(content, ensure_ascii=False, indent=1, default=number) + "\n").encode()


def number(value):
    """Latitudes are kept as decimals, which JSON does not know."""
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(value)
