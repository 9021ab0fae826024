from django import template
from django.template.loader import render_to_string

from cooperation.core.remembering import remembered
from cooperation.overview.geography import COUNTRIES, sheet
from cooperation.overview.map_drawing import Drawing
from cooperation.overview.map_places import placed
from cooperation.overview.map_ties import ties_of_day
from localities.lineage import Lineage

register = template.Library()
SCALE, MARGIN, ROOM = 14, 8, 30
GAP, LOCATOR_GAP = 7, 10


@register.simple_tag
@remembered
def small_map(day):
    """Both countries with the ties of a day, without names; the map and the list are a link away."""
    ties = ties_of_day(Lineage(), day)
    drawing = Drawing(sheet(SCALE, MARGIN, ROOM), ties, GAP, day)
    return render_to_string("components/map_small.html", {"drawing": drawing, "ties": ties})


@register.inclusion_tag("components/map_locator.html")
def locator(localities):
    """Where some localities lie: the outline of their countries, and a point for each; nothing where none has one."""
    countries = [code for code in COUNTRIES if any(each.country == code for each in localities)]
    if not countries:
        return {"dots": [], "sheet": None, "names": ""}
    around = sheet(SCALE, MARGIN, ROOM, countries)
    dots, _left_out = placed(around, localities, LOCATOR_GAP)
    names = "; ".join(f"{dot.locality}, {dot.locality.country_name}" for dot in dots.values())
    return {"dots": list(dots.values()), "sheet": around, "names": names}
