from django.shortcuts import render
from django.views.decorators.http import require_safe

from cooperation.agreements.models import Agreement
from cooperation.core.as_of_pages import as_of_view
from cooperation.core.dates import page_date
from localities.lineage import Lineage

from .geography import sheet
from .map_drawing import Drawing
from .map_filters import MapFilter
from .map_links import links_on

SCALE, MARGIN, ROOM = 40, 24, 90
RADIUS, GAP = 7, 18
LETTERS = [16, 44]  # on a wide screen and on a phone: what the style says


@require_safe
@as_of_view
def map_page(request):
    day = page_date(request)
    filterset = MapFilter(request.GET, queryset=Agreement.objects.public().with_status(day), request=request)
    readable = filterset.is_valid()
    narrowed = readable and filterset.narrows()
    links = links_on(Lineage(), day, filterset.qs, with_partnerships=not narrowed) if readable else []
    drawing = Drawing(sheet(SCALE, MARGIN, ROOM), links, GAP, day)
    drawing.label(RADIUS, LETTERS)
    context = {
        "day": day,
        "filterset": filterset,
        "active_filters": filterset.active_filters(),
        "readable": readable,
        "narrowed": narrowed,
        "links": links,
        "drawing": drawing,
        "radius": RADIUS,
    }
    return render(request, "pages/map.html", context, status=200 if readable else 400)
