"""The outline of the map is built from the arcs of a TopoJSON file."""

import json

from seeds.tables.build import OUTLINE
from seeds.tables.outline import LICENCE, SOURCE, build_outline, simplify

#: Two squares and a triangle as delta-encoded arcs; the second square is an arc in reverse direction.
WORLD = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [
        [[4, 44], [0, 4]],
        [[4, 48], [-4, 0], [0, -4], [4, 0]],
        [[104, 12], [4, 0], [0, 4], [-4, 0], [0, -4]],
        [[30, 44], [1, 0], [0, 1], [-1, -1]],
    ],
    "objects": {
        "countries": {
            "geometries": [
                {"id": "250", "arcs": [[[0, 1]], [[3]]]},
                {"id": "704", "arcs": [[[~2]]]},
            ]
        }
    },
}


def test_it_holds_the_land_of_both_countries_and_the_named_points_in_order():
    text = build_outline(WORLD, [{"name": "Hoàng Sa", "country": "VN", "longitude": "111.61", "latitude": "16.53"}])

    collection = json.loads(text)
    assert (collection["source"], collection["licence"]) == (SOURCE, LICENCE)
    assert [feature["geometry"] for feature in collection["features"]] == [
        {"type": "MultiPolygon", "coordinates": [[[[4, 44], [4, 48], [0, 48], [0, 44], [4, 44]]]]},
        {"type": "MultiPolygon", "coordinates": [[[[104, 12], [104, 16], [108, 16], [108, 12], [104, 12]]]]},
        {"type": "Point", "coordinates": [111.61, 16.53]},
    ]
    assert [feature["properties"] for feature in collection["features"]] == [
        {"country": "FR"},
        {"country": "VN"},
        {"country": "VN", "name": "Hoàng Sa"},
    ]


def test_points_that_lie_almost_on_a_line_are_left_out():
    ring = [(0, 0), (1, 0.01), (2, 0), (2, 2), (0, 2), (0, 0)]

    assert simplify(ring) == [(0, 0), (2, 0), (2, 2), (0, 2), (0, 0)]


def test_each_ring_of_the_kept_file_is_closed():
    features = json.loads(OUTLINE.read_text(encoding="utf-8"))["features"]
    rings = [ring for feature in features[:2] for polygon in feature["geometry"]["coordinates"] for ring in polygon]

    assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings)
