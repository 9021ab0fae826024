"""What the archive holds, for machines: a Data Package, as frictionless tools read it."""

from hashlib import sha256

from django.utils.text import capfirst

from cooperation.core.spreadsheets import BETWEEN
from cooperation.core.tables import ARRAY

from .descriptions import DESCRIPTIONS, REGISTER

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}


def datapackage(origin, tables, files, counts):
    columns = {f"tables/{table.name}.csv": table.columns() for table in tables}
    return {
        "$schema": PROFILE,
        "name": "register",
        "title": str(DESCRIPTIONS[REGISTER].title),
        "description": str(DESCRIPTIONS[REGISTER].text),
        "homepage": origin.url,
        "version": str(origin.version),
        "created": f"{origin.day}T00:00:00Z",
        "licenses": [{"name": origin.licence} | ({"path": origin.licence_url} if origin.licence_url else {})],
        "contributors": [{"title": origin.publisher, "roles": ["publisher"]}],
        "counts": counts,
        "resources": [resource(path, files[path], columns.get(path)) for path in sorted(files)],
    }


def resource(path, content, columns):
    folder, _slash, file = path.partition("/")
    name, _dot, file_format = file.partition(".")
    told = {
        "name": f"{folder}-{name}",
        "path": path,
        "format": file_format,
        "mediatype": MEDIA_TYPES[file_format],
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }
    if columns is None:
        return told
    return told | {"type": "table", "schema": {"fields": list(map(field, columns)), "primaryKey": ["key"]}}


def field(column):
    told = {"name": column.name, "title": capfirst(str(column.heading)), "type": column.value_type}
    return told | {"type": "list", "delimiter": BETWEEN} if column.value_type == ARRAY else told
