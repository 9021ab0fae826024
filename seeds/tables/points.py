"""Coordinates of places, from GeoNames."""

from collections import defaultdict

from seeds.tables.words import slug

OVERSEAS = {
    "971": "GP",
    "972": "MQ",
    "973": "GF",
    "974": "RE",
    "975": "PM",
    "976": "YT",
    "987": "PF",
    "988": "NC",
}
NEAR = 0.1  # degrees: two entries closer than this are one town


class Points:
    def __init__(self, cities, other_names):
        self.other_names = {row["name"]: row["geonames"] for row in other_names}
        self.points = defaultdict(list)
        for city in cities:
            point = (city["lat"], city["lng"])
            for area in [city["country"], f"{city['country']}.{city['admin2']}"]:
                self.points[area, slug(city["name"])].append(point)

    def commune(self, name, department):
        """(latitude, longitude) of a commune, or ("", "") if GeoNames has none or several towns of that name."""
        area = OVERSEAS.get(department, f"FR.{department}")
        points = self.points[area, slug(self.other_names.get(name, name))]
        if points and all(is_near(points[0], point) for point in points):
            return points[0]
        return ("", "")

    def town(self, country, name):
        [point] = self.points[country, slug(name)]
        return point


def is_near(one, other):
    return all(abs(float(a) - float(b)) < NEAR for a, b in zip(one, other, strict=True))
