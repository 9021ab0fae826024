"""The whole register in one archive: records as JSON, lists as CSV, a README and a Data Package.

The bytes depend on nothing but the content version and the date.
"""

import io
import json
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import override
from rest_framework.renderers import JSONRenderer

from cooperation.core.api import ArchiveSerializer, RecordViewSet
from cooperation.core.dates import AsOf
from cooperation.core.languages import CATALOGUE_CODES, DEFAULT_LANGUAGE
from cooperation.core.tables import Site
from cooperation.kinds import API, ARCHIVE, KINDS

from .about import build_origin
from .datapackage import build_datapackage
from .files import as_json, render_file
from .tables import LISTS

#: {section: kind} of the records in the archive: as the API serves them, or as an ArchiveSerializer writes them.
ARCHIVED = {kind.section: kind for kind in KINDS if kind.surfaces & {API, ARCHIVE}}
FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that the ZIP format has


def get_dump_name(day):
    return f"register-{day}.zip"


def build_dump(site, day):
    """The archive as bytes."""
    with transaction.atomic(), override(DEFAULT_LANGUAGE):
        origin = build_origin(site, day)
        records = {name: serialize_records(name, site, day) for name in ARCHIVED}
        counts = {name: len(rows) for name, rows in records.items()}
        tables = [table(site, AsOf(day)) for table in LISTS]
        files = {f"tables/{table.name}.csv": render_file(table, "csv", origin) for table in tables}
        files |= {f"records/{name}.json": as_json(rows) for name, rows in records.items()}
        files["datapackage.json"] = as_json(build_datapackage(origin, tables, files, counts))
        files["README.txt"] = render_readme(origin, counts)
    return pack(files)


class UnfilteredRequest(Site):
    """What the view sets of the API need of a request, without any parameters."""

    query_params = {}


def serialize_records(name, site, day):
    """Public records of one kind with their child rows and claims, as the API serializes them."""
    kind, request = ARCHIVED[name], UnfilteredRequest(*site)
    if ARCHIVE in kind.surfaces:
        serializer = kind.find_class(API, ArchiveSerializer)
        records = serializer.select(kind.model.objects.public())
        records = records.order_by("key").prefetch_related(*serializer.prefetched)
        return as_plain_json(serializer(records, many=True, context={"request": request}))
    api = kind.find_class(API, RecordViewSet)(request=request, as_of=AsOf(day), format_kwarg=None)
    records = list(api.get_queryset())
    api.prefetch_related_rows(records)
    return as_plain_json(api.get_serializer(records, many=True))


def as_plain_json(serializer):
    """The data of a serializer in the types that JSON has: dates as strings, decimals as the API writes them."""
    return json.loads(JSONRenderer().render(serializer.data))


def render_readme(origin, counts):
    """README.txt in all languages, as bytes."""
    prefetch_lookups = []
    for language in CATALOGUE_CODES:
        with override(language):
            prefetch_lookups.append(
                render_to_string("open_data/readme.txt", {"origin": origin, "counts": counts}).strip()
            )
    return ("\n\n\n".join(prefetch_lookups) + "\n").encode()


def pack(files):
    """The ZIP archive of {name: bytes}."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as package:
        for name in sorted(files):
            entry = ZipInfo(name, FIRST_MOMENT)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
            package.writestr(entry, files[name])
    return buffer.getvalue()
