from django import template
from django.template.loader import render_to_string

from cooperation.core.version_cache import cached_by_version
from cooperation.overview.geography import COUNTRIES, sheet
from cooperation.overview.map_drawing import Drawing
from cooperation.overview.map_links import links_on
from cooperation.overview.map_places import placed
from localities.lineage import Lineage

register = template.Library()
SCALE, MARGIN, ROOM = 14, 8, 30
GAP, LOCATOR_GAP = 7, 10


@register.simple_tag
@cached_by_version
def small_map(day):
    """Both countries with the ties of a day, without names; the map and the list are a link away."""
    links = links_on(Lineage(), day)
    drawing = Drawing(sheet(SCALE, MARGIN, ROOM), links, GAP, day)
    return render_to_string("components/map_small.html", {"drawing": drawing, "links": links})


@register.inclusion_tag("components/map_locator.html")
def locator(localities):
    """Where some localities lie: the outline of their countries, and a point for each; nothing where none has one."""
    countries = [code for code in COUNTRIES if any(each.country == code for each in localities)]
    if not countries:
        return {"markers": [], "sheet": None, "names": ""}
    around = sheet(SCALE, MARGIN, ROOM, countries)
    markers, _left_out = placed(around, localities, LOCATOR_GAP)
    names = "; ".join(f"{marker.locality}, {marker.locality.country_name}" for marker in markers.values())
    return {"markers": list(markers.values()), "sheet": around, "names": names}
