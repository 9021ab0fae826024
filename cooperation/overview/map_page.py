from django.shortcuts import render
from django.views.decorators.http import require_safe

from cooperation.agreements.models import Agreement
from cooperation.core.dates import page_as_of

from .geography import get_sheet
from .map_drawing import Drawing
from .map_filters import MapFilter
from .map_links import build_links

SCALE, MARGIN, ROOM = 40, 24, 90
RADIUS, GAP = 7, 18
FONT_SIZES = [16, 44]  # on a wide screen and on a phone: keep equal to the style sheet


@require_safe
def map_page(request):
    as_of = page_as_of(request)
    agreements = Agreement.objects.public_as_of(as_of.cutoff).with_status(as_of.day)
    filterset = MapFilter(request.GET, queryset=agreements, request=request)
    is_valid = filterset.is_valid()
    is_narrowed = is_valid and filterset.is_narrowed()
    links = build_links(as_of, filterset.qs, with_partnerships=not is_narrowed) if is_valid else []
    drawing = Drawing(get_sheet(SCALE, MARGIN, ROOM), links, GAP, as_of.day)
    drawing.add_labels(RADIUS, FONT_SIZES)
    context = {
        "day": as_of.day,
        "filterset": filterset,
        "active_filters": filterset.active_filters(),
        "has_valid_filters": is_valid,
        "is_narrowed": is_narrowed,
        "links": links,
        "drawing": drawing,
        "radius": RADIUS,
    }
    return render(request, "pages/map.html", context, status=200 if is_valid else 400)
