"""The outline on which the map is drawn: both countries from Natural Earth, as one GeoJSON file."""

import json
from itertools import pairwise

SOURCE = "Natural Earth 1:10m, from npm world-atlas 2.0.2, simplified"
LICENCE = "Public domain"
#: Each country by its number in ISO 3166-1, and the degrees (west, south, east, north) within which its land is drawn.
COUNTRIES = {"FR": ("250", (-6, 41, 10, 52)), "VN": ("704", (102, 8, 110, 24))}
TOLERANCE = 0.03  # degrees by which a simplified shore may leave the true one
SMALLEST = 0.004  # square degrees: smaller islands are left out


def outline_text(world, points):
    """The file: one feature with the land of each country, one for each place that is only a point with a name."""
    lands = [land(world, country, *where) for country, where in COUNTRIES.items()]
    head = {"type": "FeatureCollection", "source": SOURCE, "licence": LICENCE}
    features = [*lands, *map(named_point, points)]
    rows = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    start = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    return f'{start},\n "features": [\n{rows}\n]}}\n'


def land(world, country, number, box):
    [geometry] = [each for each in world["objects"]["countries"]["geometries"] if each.get("id") == number]
    arcs = decoded(world)
    shores = [joined(arcs, polygon[0]) for polygon in geometry["arcs"]]
    kept = [shore for shore in shores if all(inside(point, box) for point in shore) and area(shore) >= SMALLEST]
    rings = [[[round(x, 2), round(y, 2)] for x, y in simplified(shore)] for shore in kept]
    return {
        "type": "Feature",
        "properties": {"country": country},
        "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]},
    }


def named_point(row):
    return {
        "type": "Feature",
        "properties": {"country": row["country"], "name": row["name"]},
        "geometry": {"type": "Point", "coordinates": [float(row["longitude"]), float(row["latitude"])]},
    }


def decoded(world):
    """The arcs of a TopoJSON file in degrees: they are written as steps of whole numbers."""
    (wide, high), (left, low) = world["transform"]["scale"], world["transform"]["translate"]
    arcs = []
    for arc in world["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * wide + left, y * high + low))
        arcs.append(points)
    return arcs


def joined(arcs, numbers):
    """A ring of arcs; a number below nought is an arc run backwards."""
    ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def inside(point, box):
    west, south, east, north = box
    return west <= point[0] <= east and south <= point[1] <= north


def area(ring):
    return abs(sum(x * b - a * y for (x, y), (a, b) in pairwise([*ring, ring[0]]))) / 2


def simplified(ring):
    """A ring with fewer points, none of the old ones farther from it than the tolerance (Douglas and Peucker)."""
    far = max(range(len(ring)), key=lambda index: distance(ring[index], ring[0], ring[0]))
    return [*chain(ring[: far + 1])[:-1], *chain(ring[far:])]


def chain(points):
    kept, waiting = {0, len(points) - 1}, [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        between = range(first + 1, last)
        farthest = max(between, key=lambda index: distance(points[index], points[first], points[last]), default=None)
        if farthest and distance(points[farthest], points[first], points[last]) > TOLERANCE:
            kept.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return [points[index] for index in sorted(kept)]


def distance(point, start, end):
    """From a point to the line between two others.

    >>> distance((1, 1), (0, 0), (2, 0))
    1.0
    """
    (x, y), (a, b) = (end[0] - start[0], end[1] - start[1]), (point[0] - start[0], point[1] - start[1])
    length = x * x + y * y
    share = max(0, min(1, (a * x + b * y) / length)) if length else 0
    return ((a - share * x) ** 2 + (b - share * y) ** 2) ** 0.5
