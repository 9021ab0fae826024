"""The outline of both countries from the file that the settings name, and where a point lies on a sheet."""

import json
from functools import cached_property, lru_cache
from itertools import pairwise
from math import cos, radians
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from localities.choices import FRANCE, VIET_NAM

#: From left to right, in every language: a map keeps geography.
COUNTRIES = [FRANCE, VIET_NAM]
NEAR = 0.3  # degrees beyond the outline within which a point still belongs to it: shores are simplified


class Outline(NamedTuple):
    """`rings` and `points` are those of each country, in degrees (longitude, latitude)."""

    source: str
    licence: str
    language: str  # that of the two texts
    rings: dict
    points: dict


class SheetPoint(NamedTuple):
    """A place on a sheet, in whole numbers."""

    x: int
    y: int


@lru_cache(maxsize=4)
def read_outline(path):
    """Raises ValueError, KeyError or OSError where the file is not of the form told in docs/operating.md."""
    collection = json.loads(path.read_text(encoding="utf-8"))
    rings, points = {country: [] for country in COUNTRIES}, {country: [] for country in COUNTRIES}
    for feature in collection["features"]:
        country, geometry = feature["properties"]["country"], feature["geometry"]
        if geometry["type"] == "Point":
            points[country].append((str(feature["properties"]["name"]), *degrees(geometry["coordinates"])))
        else:
            rings[country] += [[degrees(point) for point in ring] for ring in rings_of(geometry)]
    if not all(rings.values()):
        raise ValueError("A country has no outline.")
    texts = str(collection["source"]), str(collection["licence"]), str(collection.get("language", "en"))
    return Outline(*texts, rings, points)


def rings_of(geometry):
    polygons = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}[geometry["type"]]
    return [ring for polygon in polygons for ring in polygon]


def degrees(point):
    """Longitude and latitude; a height that follows them says nothing to a map."""
    return float(point[0]), float(point[1])


class Frame:
    """The land of one country, projected around its own middle; areas keep their size (sinusoidal projection)."""

    def __init__(self, rings, points):
        corners = [point for ring in rings for point in ring] + [(x, y) for _name, x, y in points]
        self.middle = (min(x for x, _y in corners) + max(x for x, _y in corners)) / 2
        points = [self.projected(*point) for point in corners]
        self.left, self.right = min(x for x, _y in points), max(x for x, _y in points)
        self.top, self.bottom = min(y for _x, y in points), max(y for _x, y in points)

    def projected(self, longitude, latitude):
        """In degrees of latitude to the right of the middle, and downwards from the equator."""
        return (longitude - self.middle) * cos(radians(latitude)), -latitude

    def holds(self, x, y):
        return self.left - NEAR <= x <= self.right + NEAR and self.top - NEAR <= y <= self.bottom + NEAR


class Sheet:
    """The countries side by side at one scale: `scale` units a degree of latitude, `margin` units around each.

    `room` is left free at the right for the names of points that lie far out.
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

    def point(self, country, longitude, latitude):
        """Where a point lies; None outside the frame of its country."""
        frame = self.frames.get(country)
        if not frame or not frame.holds(*frame.projected(longitude, latitude)):
            return None
        return self._point(country, longitude, latitude)

    def _point(self, country, longitude, latitude):
        frame = self.frames[country]
        x, y = frame.projected(longitude, latitude)
        above = (self.height - (frame.bottom - frame.top) * self.scale) / 2
        return SheetPoint(
            round((x - frame.left) * self.scale) + self.starts[country] + self.margin,
            round((y - frame.top) * self.scale + above),
        )

    @cached_property
    def land(self):
        """The outlines as the path of an SVG, in steps of whole numbers; what is smaller than a step is left out."""
        rings = [
            without_repetition(self._point(code, *point) for point in ring)
            for code in self.countries
            for ring in self.outline.rings[code]
        ]
        return "".join(path_of(ring) for ring in rings if len(ring) > 2)

    @cached_property
    def named_points(self):
        """The places that are only a point with a name: (name, spot)."""
        return [
            (name, self._point(code, *point)) for code in self.countries for name, *point in self.outline.points[code]
        ]


def without_repetition(points):
    kept = []
    for point in points:
        if not kept or point != kept[-1]:
            kept.append(point)
    return kept[:-1] if len(kept) > 1 and kept[0] == kept[-1] else kept


def path_of(ring):
    """
    >>> path_of([SheetPoint(1, 1), SheetPoint(4, 1), SheetPoint(4, 0)])
    'M1 1l3 0 0-1z'
    """
    steps = [f"{b.x - a.x} {b.y - a.y}" for a, b in pairwise(ring)]
    return f"M{ring[0].x} {ring[0].y}l{' '.join(steps)}z".replace(" -", "-")


def sheet(scale, margin, room, countries=COUNTRIES):
    """The sheet on the outline of the settings; the same for every page, so laid out once a process."""
    return laid_out(Path(settings.MAP_OUTLINE), scale, margin, room, tuple(countries))


@lru_cache(maxsize=8)
def laid_out(path, scale, margin, room, countries):
    return Sheet(read_outline(path), scale, margin, room, countries)
