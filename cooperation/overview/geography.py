"""The outline of both countries, read from `settings.MAP_OUTLINE`, and the projection of points to a sheet."""

import json
from functools import cached_property, lru_cache
from itertools import pairwise
from math import cos, radians
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from cooperation.core.languages import ENGLISH, current_language, fallback_order
from cooperation.core.localized_text import LocalizedText
from localities.countries import FRANCE, VIET_NAM

#: From left to right, in every language: as they lie on the globe.
COUNTRIES = [FRANCE, VIET_NAM]
TOLERANCE = 0.3  # in degrees: points this far outside the outline still belong to it, as coastlines are simplified


class Outline(NamedTuple):
    """`rings` and `points` are dicts by country, in degrees (longitude, latitude); `credits` has the two texts below.

    Each of `source` and `licence` is {language: text}.
    """

    credits: dict
    rings: dict
    points: dict

    def source(self):
        return self.localized("source")

    def licence(self):
        return self.localized("licence")

    def localized(self, name):
        """The credit for the reader, with the language it is in."""
        texts = self.credits[name]
        language = next(code for code in [*fallback_order(current_language()), *texts] if texts.get(code))
        return LocalizedText(texts[language], language)


class SheetPoint(NamedTuple):
    """A point on a sheet, in whole units."""

    x: int
    y: int


@lru_cache(maxsize=4)
def read_outline(path):
    """Raises ValueError, KeyError or OSError if the file does not have the format that docs/operating.md describes."""
    collection = json.loads(path.read_text(encoding="utf-8"))
    rings, points = {country: [] for country in COUNTRIES}, {country: [] for country in COUNTRIES}
    for feature in collection["features"]:
        country, geometry = feature["properties"]["country"], feature["geometry"]
        if geometry["type"] == "Point":
            points[country].append((str(feature["properties"]["name"]), *parse_coordinates(geometry["coordinates"])))
        else:
            rings[country] += [[parse_coordinates(point) for point in ring] for ring in get_rings(geometry)]
    if not all(rings.values()):
        raise ValueError("A country has no outline.")
    language = collection.get("language", ENGLISH)
    return Outline({name: by_language(collection[name], language) for name in ("source", "licence")}, rings, points)


def by_language(credit, language):
    """{language: text} of a credit that may be one text; raises ValueError where it says nothing."""
    texts = credit if isinstance(credit, dict) else {language: str(credit)}
    if not any(texts.values()):
        raise ValueError("The source or the licence is empty.")
    return texts


def get_rings(geometry):
    polygons = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}[geometry["type"]]
    return [ring for polygon in polygons for ring in polygon]


def parse_coordinates(point):
    """(longitude, latitude); an altitude after them is ignored."""
    return float(point[0]), float(point[1])


class Frame:
    """The land of one country in the sinusoidal (equal-area) projection, centred on its own middle meridian."""

    def __init__(self, rings, points):
        corners = [point for ring in rings for point in ring] + [(x, y) for _name, x, y in points]
        self.middle = (min(x for x, _y in corners) + max(x for x, _y in corners)) / 2
        points = [self.project(*point) for point in corners]
        self.left, self.right = min(x for x, _y in points), max(x for x, _y in points)
        self.top, self.bottom = min(y for _x, y in points), max(y for _x, y in points)

    def project(self, longitude, latitude):
        """(x, y) in degrees of latitude: to the right of the middle, and downwards from the equator."""
        return (longitude - self.middle) * cos(radians(latitude)), -latitude

    def contains(self, x, y):
        is_within_width = self.left - TOLERANCE <= x <= self.right + TOLERANCE
        return is_within_width and self.top - TOLERANCE <= y <= self.bottom + TOLERANCE


class Sheet:
    """The countries side by side at one scale: `scale` units per degree of latitude, `margin` units around each.

    `room` units are left free at the right, for the names of the points at the edge.
    """

    def __init__(self, outline, scale, margin, room, countries=COUNTRIES):
        self.outline, self.scale, self.margin, self.countries = outline, scale, margin, countries
        self.frames = {code: Frame(outline.rings[code], outline.points[code]) for code in countries}
        self.height = round(max(frame.bottom - frame.top for frame in self.frames.values()) * scale) + 2 * margin
        self.starts, self.width = {}, 0
        for code, frame in self.frames.items():
            self.starts[code] = self.width
            self.width += round((frame.right - frame.left) * scale) + 2 * margin
        if outline.points[countries[-1]]:
            self.width += room

    def locate(self, country, longitude, latitude):
        """The SheetPoint of a place; None outside the frame of its country."""
        frame = self.frames.get(country)
        if not frame or not frame.contains(*frame.project(longitude, latitude)):
            return None
        return self._project(country, longitude, latitude)

    def _project(self, country, longitude, latitude):
        frame = self.frames[country]
        x, y = frame.project(longitude, latitude)
        offset = (self.height - (frame.bottom - frame.top) * self.scale) / 2
        return SheetPoint(
            round((x - frame.left) * self.scale) + self.starts[country] + self.margin,
            round((y - frame.top) * self.scale + offset),
        )

    @cached_property
    def land(self):
        """The outlines as an SVG path in whole units; rings with fewer than three distinct points are left out."""
        rings = [
            remove_repeated_points(self._project(code, *point) for point in ring)
            for code in self.countries
            for ring in self.outline.rings[code]
        ]
        return "".join(build_path(ring) for ring in rings if len(ring) > 2)

    @cached_property
    def named_points(self):
        """[(name, SheetPoint)] of the places that the outline has as points, such as archipelagos."""
        return [
            (name, self._project(code, *degrees))
            for code in self.countries
            for name, *degrees in self.outline.points[code]
        ]


def remove_repeated_points(points):
    ring = []
    for point in points:
        if not ring or point != ring[-1]:
            ring.append(point)
    return ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring


def build_path(ring):
    """
    >>> build_path([SheetPoint(1, 1), SheetPoint(4, 1), SheetPoint(4, 0)])
    'M1 1l3 0 0-1z'
    """
    steps = [f"{b.x - a.x} {b.y - a.y}" for a, b in pairwise(ring)]
    return f"M{ring[0].x} {ring[0].y}l{' '.join(steps)}z".replace(" -", "-")


def get_sheet(scale, margin, room, countries=COUNTRIES):
    """The sheet of the outline in the settings; it is the same for all pages, so it is cached in the process."""
    return build_sheet(Path(settings.MAP_OUTLINE), scale, margin, room, tuple(countries))


@lru_cache(maxsize=8)
def build_sheet(path, scale, margin, room, countries):
    return Sheet(read_outline(path), scale, margin, room, countries)
