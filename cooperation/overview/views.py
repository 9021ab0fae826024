"""Figures, how complete the register is, and the whole relation through time. The map has a file of its own."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cooperation.core.as_of_pages import as_of_view
from cooperation.core.dates import page_date, today
from cooperation.core.spreadsheets import as_csv

from .completeness import kinds, languages, missing_conferences
from .counting import counted
from .figures import CHARTS
from .files import COMPLETENESS, FILES, REPORTED
from .reported_charts import drawn
from .reported_numbers import outside_counts, reported_lines
from .timeline import build_timeline_events, by_year, lanes, undated


@require_safe
@as_of_view
def figures(request):
    day = page_date(request)
    context = {
        "day": day,
        "charts": [draw(day) for draw in CHARTS.values()] if counted(day).exists() else [],
        "lines": drawn(reported_lines(day)),
        "reported_file": REPORTED,
    }
    return render(request, "pages/figures.html", context)


@require_safe
def figure_file(request, name):
    """The numbers of one figure, for whoever takes them away."""
    day = page_date(request)
    if name not in FILES:
        raise Http404
    columns, rows = FILES[name](day)
    response = HttpResponse(as_csv(columns, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}-{day.isoformat()}.csv"'
    return response


@require_safe
@as_of_view
def completeness(request):
    """About the register as it is today, whatever day the pages around it are about."""
    day = today()
    context = {
        "day": day,
        "kinds": kinds(),
        "languages": languages(),
        "missing": missing_conferences(),
        "lines": outside_counts(day),
        "file": COMPLETENESS,
    }
    return render(request, "pages/completeness.html", context)


@require_safe
@as_of_view
def timeline(request):
    day = page_date(request)
    told = build_timeline_events(day)
    strip, marks = lanes(told, day)
    context = {
        "day": day,
        "years": by_year(told),
        "lanes": strip,
        "marks": marks,
        "undated": undated(),
    }
    return render(request, "pages/timeline.html", context)
