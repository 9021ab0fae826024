"""The files in which a table can be downloaded."""

import json
from decimal import Decimal
from typing import NamedTuple

from cooperation.core.spreadsheets import render_csv, render_xlsx

from .about import build_about, build_lines


class FileFormat(NamedTuple):
    """`label` is for readers, `authority` its code in the file types of the EU Publications Office."""

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
    """[(file format, label)]"""
    return [(file_format, FORMATS[file_format].label) for file_format in formats_of(table)]


def render_file(table, file_format, origin):
    """The bytes of a table in one file format."""
    columns, rows = table.columns(), list(table.rows())
    if file_format == "csv":
        return render_csv(columns, rows)
    about = build_about(origin, table, len(rows))
    if file_format == "xlsx":
        return render_xlsx(table.title, columns, rows, build_lines(about), origin.day)
    records = [dict(zip([column.name for column in columns], row, strict=True)) for row in rows]
    return as_json(
        build_collection(about, records) if file_format == "geojson" else {"about": about, "records": records}
    )


def build_collection(about, records):
    """Records as features (RFC 7946); the geometry is null where the point is not known."""
    features = [
        {"type": "Feature", "id": record["key"], "geometry": build_point(record), "properties": record}
        for record in records
    ]
    return {"type": "FeatureCollection", "about": about, "features": features}


def build_point(record):
    if record["latitude"] is None:
        return None
    return {"type": "Point", "coordinates": [record["longitude"], record["latitude"]]}


def as_json(content):
    return (json.dumps(content, ensure_ascii=False, indent=1, default=encode_decimal) + "\n").encode()


def encode_decimal(value):
    """Latitudes are decimals, which JSON has no type for. Raises TypeError for any other type."""
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(value)
