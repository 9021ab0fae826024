"""The whole register in one archive: records as JSON, lists as CSV, and what it is in words and for machines.

One content version on one day always makes the same bytes.
"""

import io
import json
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import override
from rest_framework.renderers import JSONRenderer

from cooperation.core.api import ArchiveSerializer, RecordViewSet
from cooperation.core.languages import CATALOGUE_CODES, DEFAULT_LANGUAGE
from cooperation.core.tables import Site
from cooperation.kinds import API, ARCHIVE, KINDS

from .about import origin
from .datapackage import datapackage
from .files import as_json, file_of
from .tables import LISTS

#: Kinds whose records are in the archive: as the API serves them, or as the archive alone does.
ARCHIVED = {kind.section: kind for kind in KINDS if kind.surfaces & {API, ARCHIVE}}
FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first that an archive can tell


def dump_name(day):
    return f"register-{day}.zip"


def dump(site, day):
    """The archive as bytes."""
    with transaction.atomic(), override(DEFAULT_LANGUAGE):
        source = origin(site, day)
        records = {name: records_of(name, site, day) for name in ARCHIVED}
        counts = {name: len(found) for name, found in records.items()}
        tables = [table(site, day) for table in LISTS]
        files = {f"tables/{table.name}.csv": file_of(table, "csv", source) for table in tables}
        files |= {f"records/{name}.json": as_json(found) for name, found in records.items()}
        files["datapackage.json"] = as_json(datapackage(source, tables, files, counts))
        files["README.txt"] = readme(source, counts)
    return archive(files)


class Caller(Site):
    """The archive asks the API as a client would: for everything, with no filter."""

    query_params = {}


def records_of(name, site, day):
    """Public records of one kind with their child rows and claims, as the API serializes them."""
    kind, caller = ARCHIVED[name], Caller(*site)
    if ARCHIVE in kind.surfaces:
        serializer = kind.find_class(API, ArchiveSerializer)
        records = kind.model.objects.public().order_by("key").prefetch_related(*serializer.prefetched)
        return plain(serializer(records, many=True, context={"request": caller}))
    api = kind.find_class(API, RecordViewSet)(request=caller, day=day, format_kwarg=None)
    records = list(api.get_queryset())
    api.fetch(records)
    return plain(api.get_serializer(records, many=True))


def plain(serialized):
    """What a serializer tells, as JSON writes it: decimals and moments become numbers and texts."""
    return json.loads(JSONRenderer().render(serialized.data))


def readme(source, counts):
    """What the archive is, in each language."""
    parts = []
    for language in CATALOGUE_CODES:
        with override(language):
            parts.append(render_to_string("open_data/readme.txt", {"origin": source, "counts": counts}).strip())
    return ("\n\n\n".join(parts) + "\n").encode()


def archive(files):
    held = io.BytesIO()
    with ZipFile(held, "w") as package:
        for name in sorted(files):
            entry = ZipInfo(name, FIRST_MOMENT)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
            package.writestr(entry, files[name])
    return held.getvalue()
