import json

from django.http import Http404, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cooperation.core.dates import as_of_today, page_as_of, today
from cooperation.core.tables import Site

from .about import build_origin
from .catalogue import build_catalogue
from .dump import build_dump, get_dump_name
from .files import FORMATS, formats_of, labels_of, render_file
from .tables import LISTS, TABLES


def site_of(request):
    return Site(request.build_absolute_uri("/"))


def build_attachment(content, media_type, name):
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def table_file(request, name, file_format):
    """All records that the filters of a list select, as a file. Invalid filters: 400 with the reasons."""
    if file_format not in formats_of(TABLES[name]):
        raise Http404
    site, as_of = site_of(request), page_as_of(request)
    table = TABLES[name](site, as_of, request.GET)
    problems = table.problems()
    if problems:
        return HttpResponseBadRequest("\n".join(problems), content_type="text/plain; charset=utf-8")
    return build_attachment(
        render_file(table, file_format, build_origin(site, as_of.day)),
        FORMATS[file_format].media_type,
        f"{name}-{as_of.day}.{file_format}",
    )


@require_safe
def dump_file(request):
    day = today()
    return build_attachment(build_dump(site_of(request), day), "application/zip", get_dump_name(day))


@require_safe
def catalogue_file(request):
    content = json.dumps(build_catalogue(site_of(request), today()), ensure_ascii=False, indent=1)
    return HttpResponse(content, content_type="application/ld+json")


@require_safe
def open_data(request):
    day = today()
    context = {
        "day": day,
        "tables": [(table(site_of(request), as_of_today()), labels_of(table)) for table in LISTS],
        "origin": build_origin(site_of(request), day),
        "dump_name": get_dump_name(day),
    }
    return render(request, "pages/data.html", context)
