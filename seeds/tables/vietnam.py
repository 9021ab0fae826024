"""Provinces and cities of Viet Nam, before and after July 2025."""

from cooperation.core.languages import VIETNAMESE
from seeds.tables.place import Place, day_before
from seeds.tables.words import slug

CITY = "Thành phố "
HO_CHI_MINH = "Hồ Chí Minh"  # the bare name is the person; the city is always named with its prefix


class VietNam:
    def __init__(self, packages, points, acts, manual_rows):
        legacy = packages.vietnam("parser_legacy")
        self.before = legacy["DICT_PROVINCE"]
        self.districts = legacy["DICT_PROVINCE_DISTRICT"]
        self.after = packages.vietnam("parser_from_2025")["DICT_PROVINCE"]
        self.merged = packages.vietnam("converter_2025")["DICT_PROVINCE"]
        self.points = points
        self.merged_on = acts["provinces"]["effective_on"]
        self.manual_rows = manual_rows
        self.since_by_key = {row["successor"]: row["effective_on"] for row in manual_rows["successions.csv"]}
        # These names differ from ours only by their accents.
        self.iso = {slug(row["name"].split(" [")[0]): row["code"] for row in packages.subdivisions("VN")}

    def places(self):
        for name, row in self.before.items():
            yield self.build_province(row, self.after.get(name))
        for row in self.manual_rows["vn_units.csv"]:
            yield self.build_other_unit(row)

    def build_province(self, before, after):
        key = build_province_key(before)
        is_city = before["province"].startswith(CITY)
        column = "province" if before["provinceShort"] == HO_CHI_MINH else "provinceShort"
        place = Place(
            key=key,
            level="vn_city" if is_city else "vn_province",
            names={VIETNAMESE: before[column]},
            since=self.since_by_key.get(key, ""),
            until="" if after else day_before(self.merged_on),
            # The point of a city is its town, that of a province the middle of its present territory.
            point=get_point(before if is_city or not after else after),
        )
        self.add_codes(place, before, after)
        return place

    def add_codes(self, place, before, after):
        old, new = before["provinceCode"], (after or before)["provinceCode"]
        if old == new:
            place.add_code("gso", old)
        else:
            place.add_code("gso", old, until=day_before(self.merged_on))
            place.add_code("gso", new, since=self.merged_on)
        iso = self.iso.get(slug(before["provinceShort"]))
        if iso:
            place.add_code("iso_3166_2", iso)

    def build_other_unit(self, row):
        """A unit that the packages do not list, from its hand-maintained row."""
        place = Place(
            key=row["key"],
            level=row["administrative_level"],
            names={VIETNAMESE: row[f"name_{VIETNAMESE}"]},
            parent=row["parent"],
            since=row["since"],
            until=row["until"],
        )
        if row["geonames"]:
            place.point = self.points.town("VN", row["geonames"])
        if row["gso"]:
            place.add_code("gso", row["gso"])
        return place

    def successors(self):
        """Pairs (key of the predecessor, key of the successor) of July 2025."""
        for name, parts in self.merged.items():
            for part in parts:
                if part not in self.after:
                    yield (
                        build_province_key(self.before[part]),
                        build_province_key(self.after[name]),
                    )


def build_province_key(row):
    return f"vn-{slug(row['provinceShort'])}"


def get_point(row):
    return (str(row["provinceLat"]), str(row["provinceLon"]))
