from django import template
from django.template.loader import render_to_string
from django.utils.translation import pgettext

from cooperation.core.templatetags.dated_links import get_requested_date
from cooperation.core.version_cache import cached_by_version
from cooperation.overview.geography import COUNTRIES, get_sheet
from cooperation.overview.map_drawing import Drawing
from cooperation.overview.map_links import build_links
from cooperation.overview.map_places import place_markers

register = template.Library()
SCALE, MARGIN, ROOM = 14, 8, 30
GAP, LOCATOR_GAP = 7, 10


@register.simple_tag(takes_context=True)
def small_map(context, as_of):
    """Both countries with the links of a date, without names, and a link to the full map and list."""
    return render_small_map(as_of, get_requested_date(context))


@cached_by_version
def render_small_map(as_of, requested_date):
    links = build_links(as_of)
    drawing = Drawing(get_sheet(SCALE, MARGIN, ROOM), links, GAP, as_of.day)
    context = {"drawing": drawing, "links": links, "requested_date": requested_date}
    return render_to_string("components/map_small.html", context)


@register.inclusion_tag("components/map_locator.html", takes_context=True)
def locator(context, localities):
    """The outline of the countries of some localities with a point for each; empty if none is in those countries."""
    countries = [code for code in COUNTRIES if any(locality.country == code for locality in localities)]
    if not countries:
        return {"markers": [], "sheet": None, "names": ""}
    sheet = get_sheet(SCALE, MARGIN, ROOM, countries)
    markers, _left_out = place_markers(sheet, localities, LOCATOR_GAP)
    names = pgettext("between items", "; ").join(
        f"{marker.locality}, {marker.locality.country_name}" for marker in markers.values()
    )
    return {"markers": list(markers.values()), "sheet": sheet, "names": names}
