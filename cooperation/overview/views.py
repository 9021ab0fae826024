"""Figures, how complete the register is, and the whole relation through time. The map has a file of its own."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cooperation.core.dated_pages import about_a_day
from cooperation.core.days import reading_day, today
from cooperation.core.spreadsheets import as_csv

from .completeness import kinds, languages, missing_conferences
from .counting import counted
from .figures import CHARTS
from .files import COMPLETENESS, FILES, REPORTED
from .relation import by_year, happenings, lanes, undated
from .reported_charts import drawn
from .reported_numbers import outside_counts, reported_lines


@require_safe
@about_a_day
def figures(request):
    day = reading_day(request)
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
    day = reading_day(request)
    if name not in FILES:
        raise Http404
    columns, rows = FILES[name](day)
    response = HttpResponse(as_csv(columns, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}-{day.isoformat()}.csv"'
    return response


@require_safe
@about_a_day
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
@about_a_day
def timeline(request):
    day = reading_day(request)
    told = happenings(day)
    strip, marks = lanes(told, day)
    context = {
        "day": day,
        "years": by_year(told),
        "lanes": strip,
        "marks": marks,
        "undated": undated(),
    }
    return render(request, "pages/timeline.html", context)
