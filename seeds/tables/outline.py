"""Build the outline of the map: both countries from Natural Earth, as one GeoJSON file."""

import json
from itertools import pairwise

from cooperation.core.languages import ENGLISH, FRENCH, VIETNAMESE

SOURCE = {
    VIETNAMESE: "Natural Earth tỷ lệ 1:10.000.000, từ gói npm world-atlas 2.0.2, đã giản lược",
    FRENCH: "Natural Earth au 1:10\u00a0000\u00a0000, d’après le paquet npm world-atlas 2.0.2, simplifié",
    ENGLISH: "Natural Earth 1:10m, from npm world-atlas 2.0.2, simplified",
}
LICENCE = {VIETNAMESE: "phạm vi công cộng", FRENCH: "domaine public", ENGLISH: "public domain"}
#: {country: (its ISO 3166-1 number, bounding box of the land on the map: west, south, east, north in degrees)}
COUNTRIES = {"FR": ("250", (-6, 41, 10, 52)), "VN": ("704", (102, 8, 110, 24))}
TOLERANCE = 0.03  # degrees between a simplified shore and the original
MIN_AREA = 0.004  # square degrees: smaller islands are left out


def build_outline(world, points):
    """GeoJSON text: a feature with the land of each country, then one for each named point."""
    lands = [build_land(world, country, number, box) for country, (number, box) in COUNTRIES.items()]
    head = {"type": "FeatureCollection", "source": SOURCE, "licence": LICENCE}
    features = [*lands, *map(build_named_point, points)]
    rows = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    start = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    return f'{start},\n "features": [\n{rows}\n]}}\n'


def build_land(world, country, number, box):
    geometries = world["objects"]["countries"]["geometries"]
    [geometry] = [geometry for geometry in geometries if geometry.get("id") == number]
    arcs = decode_arcs(world)
    shores = [join_arcs(arcs, polygon[0]) for polygon in geometry["arcs"]]
    rings = [
        [[round(x, 2), round(y, 2)] for x, y in simplify(shore)]
        for shore in shores
        if all(is_inside(point, box) for point in shore) and get_area(shore) >= MIN_AREA
    ]
    return {
        "type": "Feature",
        "properties": {"country": country},
        "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]},
    }


def build_named_point(row):
    return {
        "type": "Feature",
        "properties": {"country": row["country"], "name": row["name"]},
        "geometry": {"type": "Point", "coordinates": [float(row["longitude"]), float(row["latitude"])]},
    }


def decode_arcs(world):
    """The arcs of a TopoJSON file in degrees, from its delta-encoded integers."""
    (scale_x, scale_y), (origin_x, origin_y) = world["transform"]["scale"], world["transform"]["translate"]
    arcs = []
    for arc in world["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + origin_x, y * scale_y + origin_y))
        arcs.append(points)
    return arcs


def join_arcs(arcs, numbers):
    """The ring of these arcs; a negative number (~index) is an arc in reverse direction."""
    ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def is_inside(point, box):
    west, south, east, north = box
    return west <= point[0] <= east and south <= point[1] <= north


def get_area(ring):
    """The shoelace formula."""
    return abs(sum(x * b - a * y for (x, y), (a, b) in pairwise([*ring, ring[0]]))) / 2


def simplify(ring):
    """The ring with fewer points, within the tolerance (Douglas and Peucker)."""
    far = max(range(len(ring)), key=lambda index: distance(ring[index], ring[0], ring[0]))
    return [*simplify_line(ring[: far + 1])[:-1], *simplify_line(ring[far:])]


def simplify_line(points):
    indexes, waiting = {0, len(points) - 1}, [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        between = range(first + 1, last)
        farthest = max(between, key=lambda index: distance(points[index], points[first], points[last]), default=None)
        if farthest and distance(points[farthest], points[first], points[last]) > TOLERANCE:
            indexes.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return [points[index] for index in sorted(indexes)]


def distance(point, start, end):
    """Distance of a point from the segment between two others.

    >>> distance((1, 1), (0, 0), (2, 0))
    1.0
    """
    (x, y), (a, b) = (end[0] - start[0], end[1] - start[1]), (point[0] - start[0], point[1] - start[1])
    length = x * x + y * y
    share = max(0, min(1, (a * x + b * y) / length)) if length else 0
    return ((a - share * x) ** 2 + (b - share * y) ** 2) ** 0.5
