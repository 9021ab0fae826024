"""What the archive holds, for machines: a Data Package, as frictionless tools read it."""

from hashlib import sha256

from cooperation.core.spreadsheets import BETWEEN
from cooperation.core.tables import MANY
from cooperation.core.wording_of_dates import upper_first

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
        "homepage": origin.address,
        "version": str(origin.version),
        "created": f"{origin.day}T00:00:00Z",
        "licenses": [{"name": origin.licence} | ({"path": origin.licence_address} if origin.licence_address else {})],
        "contributors": [{"title": origin.publisher, "roles": ["publisher"]}],
        "counts": counts,
        "resources": [resource(path, files[path], columns.get(path)) for path in sorted(files)],
    }


def resource(path, content, columns):
    folder, _slash, file = path.partition("/")
    name, _dot, form = file.partition(".")
    told = {
        "name": f"{folder}-{name}",
        "path": path,
        "format": form,
        "mediatype": MEDIA_TYPES[form],
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }
    if columns is None:
        return told
    return told | {"type": "table", "schema": {"fields": list(map(field, columns)), "primaryKey": ["key"]}}


def field(column):
    told = {"name": column.name, "title": upper_first(str(column.heading)), "type": column.form}
    return told | {"type": "list", "delimiter": BETWEEN} if column.form == MANY else told
