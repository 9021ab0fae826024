"""The description of the archive for machines: a Data Package, as Frictionless tools read it."""

from hashlib import sha256

from django.utils.text import capfirst

from cooperation.core.spreadsheets import LIST_SEPARATOR
from cooperation.core.tables import ARRAY

from .descriptions import DATASETS, REGISTER

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}


def build_datapackage(origin, tables, files, counts):
    columns = {f"tables/{table.name}.csv": table.columns() for table in tables}
    return {
        "$schema": PROFILE,
        "name": "register",
        "title": str(DATASETS[REGISTER].title),
        "description": str(DATASETS[REGISTER].description),
        "homepage": origin.url,
        "version": str(origin.version),
        "created": f"{origin.day}T00:00:00Z",
        "licenses": [{"name": origin.licence} | ({"path": origin.licence_url} if origin.licence_url else {})],
        "contributors": [{"title": origin.publisher, "roles": ["publisher"]}],
        "counts": counts,
        "resources": [build_resource(path, files[path], columns.get(path)) for path in sorted(files)],
    }


def build_resource(path, content, columns):
    folder, _slash, file = path.partition("/")
    name, _dot, file_format = file.partition(".")
    resource = {
        "name": f"{folder}-{name}",
        "path": path,
        "format": file_format,
        "mediatype": MEDIA_TYPES[file_format],
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }
    if columns is None:
        return resource
    return resource | {"type": "table", "schema": {"fields": list(map(build_field, columns)), "primaryKey": ["key"]}}


def build_field(column):
    field = {"name": column.name, "title": capfirst(str(column.heading)), "type": column.value_type}
    return field | {"type": "list", "delimiter": LIST_SEPARATOR} if column.value_type == ARRAY else field
