"""The files that a table can be taken away as."""

import json
from decimal import Decimal
from typing import NamedTuple

from cooperation.core.spreadsheets import as_csv, as_xlsx

from .about import about, in_lines


class FileFormat(NamedTuple):
    """A form of file: what readers call it, its type, and its name among the file types of the European Union."""

    label: str
    media_type: str
    authority: str


FORMATS = {
    "csv": FileFormat("CSV", "text/csv", "CSV"),
    "xlsx": FileFormat("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
    "json": FileFormat("JSON", "application/json", "JSON"),
    "geojson": FileFormat("GeoJSON", "application/geo+json", "GEOJSON"),
}


def formats_of(table):
    return [name for name in FORMATS if name != "geojson" or table.has_points]


def labels_of(table):
    """[(form, what readers call it)]"""
    return [(file_format, FORMATS[file_format].label) for file_format in formats_of(table)]


def file_of(table, file_format, origin):
    """The bytes of a table in one form."""
    columns, rows = table.columns(), list(table.rows())
    if file_format == "csv":
        return as_csv(columns, rows)
    told = about(origin, table, len(rows))
    if file_format == "xlsx":
        return as_xlsx(table.title, columns, rows, in_lines(told), origin.day)
    records = [dict(zip([column.name for column in columns], row, strict=True)) for row in rows]
    return as_json(collection(told, records) if file_format == "geojson" else {"about": told, "records": records})


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
