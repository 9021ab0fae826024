"""Provinces and cities of Viet Nam, before and after July 2025."""

from seeds.tables.place import Place, day_before
from seeds.tables.words import slug

CITY = "Thành phố "
HO_CHI_MINH = "Hồ Chí Minh"  # alone it is the man; the city is always called a city


class VietNam:
    def __init__(self, packages, points, acts, kept):
        legacy = packages.vietnam("parser_legacy")
        self.before = legacy["DICT_PROVINCE"]
        self.districts = legacy["DICT_PROVINCE_DISTRICT"]
        self.after = packages.vietnam("parser_from_2025")["DICT_PROVINCE"]
        self.merged = packages.vietnam("converter_2025")["DICT_PROVINCE"]
        self.points = points
        self.merged_on = acts["provinces"]["effective_on"]
        self.kept = kept
        self.begins = {row["successor"]: row["effective_on"] for row in kept["successions.csv"]}
        # The old names are written like ours but for their accents.
        self.iso = {slug(row["name"].split(" [")[0]): row["code"] for row in packages.subdivisions("VN")}

    def places(self):
        for name, row in self.before.items():
            yield self.province(row, self.after.get(name))
        for row in self.kept["vn_units.csv"]:
            yield self.other(row)

    def province(self, before, after):
        key = province_key(before)
        is_city = before["province"].startswith(CITY)
        name = "province" if before["provinceShort"] == HO_CHI_MINH else "provinceShort"
        place = Place(
            key=key,
            level="vn_city" if is_city else "vn_province",
            name_vi=before[name],
            since=self.begins.get(key, ""),
            until="" if after else day_before(self.merged_on),
            # A city lies where its town does, a province in the midst of its land.
            point=lies_at(before if is_city or not after else after),
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

    def other(self, row):
        """A unit that the provinces' lists leave out, with what its own row says."""
        place = Place(
            key=row["key"],
            level=row["administrative_level"],
            name_vi=row["name_vi"],
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
        """(predecessor's key, successor's key) pairs of July 2025."""
        for name, parts in self.merged.items():
            for part in parts:
                if part not in self.after:
                    yield (
                        province_key(self.before[part]),
                        province_key(self.after[name]),
                    )


def province_key(row):
    return f"vn-{slug(row['provinceShort'])}"


def lies_at(row):
    return (str(row["provinceLat"]), str(row["provinceLon"]))
