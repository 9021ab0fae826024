"""Pages: figures, completeness of the register, timeline. The map is in `map_page`."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cooperation.core.dates import as_of_today, page_as_of
from cooperation.core.spreadsheets import render_csv

from .completeness import language_rows, missing_conferences, record_types
from .counting import get_counted_agreements
from .figures import CHARTS
from .files import COMPLETENESS, FILES, REPORTED
from .reported_charts import build_charts
from .reported_numbers import build_cooperation_series, build_figure_series
from .timeline import build_lanes, build_timeline_events, count_undated, group_by_year


@require_safe
def figures(request):
    as_of = page_as_of(request)
    has_agreements = get_counted_agreements(as_of).exists()
    context = {
        "day": as_of.day,
        "charts": [build_chart(as_of) for build_chart in CHARTS.values()] if has_agreements else [],
        "lines": build_charts(build_figure_series(as_of)),
        "reported_file": REPORTED,
    }
    return render(request, "pages/figures.html", context)


@require_safe
def figure_file(request, name):
    """The numbers of one chart as a CSV file."""
    as_of = page_as_of(request)
    if name not in FILES:
        raise Http404
    columns, rows = FILES[name](as_of)
    response = HttpResponse(render_csv(columns, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}-{as_of.day.isoformat()}.csv"'
    return response


@require_safe
def completeness(request):
    """Always about the register as it is today, even on as-of pages."""
    as_of = as_of_today()
    context = {
        "day": as_of.day,
        "kinds": record_types(),
        "languages": language_rows(),
        "missing": missing_conferences(),
        "lines": build_cooperation_series(as_of),
        "file": COMPLETENESS,
    }
    return render(request, "pages/completeness.html", context)


@require_safe
def timeline(request):
    as_of = page_as_of(request)
    events = build_timeline_events(as_of)
    lanes, marks = build_lanes(events, as_of.day)
    context = {
        "day": as_of.day,
        "years": group_by_year(events),
        "lanes": lanes,
        "marks": marks,
        "undated": count_undated(as_of),
    }
    return render(request, "pages/timeline.html", context)
