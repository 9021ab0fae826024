"""Pages: figures, completeness of the register, timeline. The map is in `map_page`."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cooperation.core.as_of_pages import as_of_view
from cooperation.core.dates import page_date, today
from cooperation.core.spreadsheets import render_csv

from .completeness import language_rows, missing_conferences, record_types
from .counting import get_counted_agreements
from .figures import CHARTS
from .files import COMPLETENESS, FILES, REPORTED
from .reported_charts import build_charts
from .reported_numbers import build_cooperation_series, build_figure_series
from .timeline import build_lanes, build_timeline_events, count_undated, group_by_year


@require_safe
@as_of_view
def figures(request):
    day = page_date(request)
    has_agreements = get_counted_agreements(day).exists()
    context = {
        "day": day,
        "charts": [build_chart(day) for build_chart in CHARTS.values()] if has_agreements else [],
        "lines": build_charts(build_figure_series(day)),
        "reported_file": REPORTED,
    }
    return render(request, "pages/figures.html", context)


@require_safe
def figure_file(request, name):
    """The numbers of one chart as a CSV file."""
    day = page_date(request)
    if name not in FILES:
        raise Http404
    columns, rows = FILES[name](day)
    response = HttpResponse(render_csv(columns, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}-{day.isoformat()}.csv"'
    return response


@require_safe
@as_of_view
def completeness(request):
    """Always about the register as it is today, even on as-of pages."""
    day = today()
    context = {
        "day": day,
        "kinds": record_types(),
        "languages": language_rows(),
        "missing": missing_conferences(),
        "lines": build_cooperation_series(day),
        "file": COMPLETENESS,
    }
    return render(request, "pages/completeness.html", context)


@require_safe
@as_of_view
def timeline(request):
    day = page_date(request)
    events = build_timeline_events(day)
    lanes, marks = build_lanes(events, day)
    context = {
        "day": day,
        "years": group_by_year(events),
        "lanes": lanes,
        "marks": marks,
        "undated": count_undated(),
    }
    return render(request, "pages/timeline.html", context)
