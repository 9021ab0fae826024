from django import template
from django.template.loader import render_to_string
from django.utils.translation import pgettext

from cooperation.core.version_cache import cached_by_version
from cooperation.overview.geography import COUNTRIES, get_sheet
from cooperation.overview.map_drawing import Drawing
from cooperation.overview.map_links import build_links
from cooperation.overview.map_places import place_markers
from localities.lineage import Lineage

register = template.Library()
SCALE, MARGIN, ROOM = 14, 8, 30
GAP, LOCATOR_GAP = 7, 10


@register.simple_tag
@cached_by_version
def small_map(day):
    """Both countries with the links of a day, without names, and a link to the full map and list."""
    links = build_links(Lineage(), day)
    drawing = Drawing(get_sheet(SCALE, MARGIN, ROOM), links, GAP, day)
    return render_to_string("components/map_small.html", {"drawing": drawing, "links": links})


@register.inclusion_tag("components/map_locator.html")
def locator(localities):
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
