import json

from django.http import Http404, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cooperation.core.as_of_pages import as_of_view
from cooperation.core.dates import page_date, today
from cooperation.core.tables import Site

from .about import origin
from .catalogue import catalogue
from .dump import dump, dump_name
from .files import FORMATS, file_of, formats_of, labels_of
from .tables import LISTS, TABLES


def site_of(request):
    return Site(request.build_absolute_uri("/"))


def attached(content, media_type, name):
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
@as_of_view
def table_file(request, name, file_format):
    """All records that the filters of a list leave, as a file; filters that cannot be read are refused in words."""
    if file_format not in formats_of(TABLES[name]):
        raise Http404
    site, day = site_of(request), page_date(request)
    table = TABLES[name](site, day, request.GET)
    problems = table.problems()
    if problems:
        return HttpResponseBadRequest("\n".join(problems), content_type="text/plain; charset=utf-8")
    return attached(
        file_of(table, file_format, origin(site, day)), FORMATS[file_format].media_type, f"{name}-{day}.{file_format}"
    )


@require_safe
def dump_file(request):
    day = today()
    return attached(dump(site_of(request), day), "application/zip", dump_name(day))


@require_safe
def catalogue_file(request):
    content = json.dumps(catalogue(site_of(request), today()), ensure_ascii=False, indent=1)
    return HttpResponse(content, content_type="application/ld+json")


@require_safe
def open_data(request):
    day = today()
    context = {
        "day": day,
        "tables": [(table(site_of(request), day), labels_of(table)) for table in LISTS],
        "origin": origin(site_of(request), day),
        "dump_name": dump_name(day),
    }
    return render(request, "pages/data.html", context)
