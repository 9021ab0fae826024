from django.shortcuts import render
from django.views.decorators.http import require_safe

from cooperation.agreements.models import Agreement
from cooperation.core.dated_pages import about_a_day
from cooperation.core.days import reading_day
from localities.lineage import Lineage

from .geography import sheet
from .map_drawing import Drawing
from .map_filters import MapFilter
from .map_ties import ties_of_day

SCALE, MARGIN, ROOM = 40, 24, 90
RADIUS, GAP = 7, 18
LETTERS = [16, 44]  # on a wide screen and on a phone: what the style says


@require_safe
@about_a_day
def map_page(request):
    day = reading_day(request)
    filterset = MapFilter(request.GET, queryset=Agreement.objects.public().with_state(day), request=request)
    readable = filterset.is_valid()
    narrowed = readable and filterset.narrows()
    ties = ties_of_day(Lineage(), day, filterset.qs, with_partnerships=not narrowed) if readable else []
    drawing = Drawing(sheet(SCALE, MARGIN, ROOM), ties, GAP, day)
    drawing.label(RADIUS, LETTERS)
    context = {
        "day": day,
        "filterset": filterset,
        "in_use": filterset.in_use(),
        "readable": readable,
        "narrowed": narrowed,
        "ties": ties,
        "drawing": drawing,
        "radius": RADIUS,
    }
    return render(request, "pages/map.html", context, status=200 if readable else 400)
