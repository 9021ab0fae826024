"""Régions, départements and communes of France, and the régions that existed before 2016."""

from cooperation.core.languages import FRENCH
from seeds.tables.place import Place, day_before

COMMUNE_SIZE = 5000  # smaller communes have no row
# Saint-Barthélemy, Saint-Martin, Wallis-et-Futuna: listed as communes in the package, but not communes.
NO_COMMUNES = {"977", "978", "986"}
IN_A_REGION = {"metro", "drom"}  # the other zone, "com", has no région


class France:
    def __init__(self, packages, points, acts):
        rows = packages.france("communes")
        self.communes = {row["code"]: row for row in rows if row["type"] == "commune-actuelle"}
        self.regions = packages.france("regions")
        self.departments = packages.france("departements")
        self.former = packages.subdivisions("FR")
        self.points = points
        self.merged_on = acts["régions"]["effective_on"]

    def point(self, commune):
        row = self.communes[commune]
        return self.points.commune(row["nom"], row["departement"])

    def region_places(self):
        former_names = {row["name"] for row in self.former_regions()}
        for row in self.regions:
            if row["zone"] not in IN_A_REGION:
                continue
            # A former région that did not change its name continues, as do all overseas régions.
            is_new = row["zone"] == "metro" and row["nom"] not in former_names
            place = Place(
                level="fr_region",
                names={FRENCH: row["nom"]},
                department=row["code"],
                since=self.merged_on if is_new else "",
                point=self.point(row["chefLieu"]),
            )
            place.add_code("insee_region", row["code"])
            yield place

    def department_places(self):
        iso = {row["code"] for row in self.former}
        for row in self.departments:
            if row["zone"] not in IN_A_REGION:
                continue
            place = Place(
                level="fr_departement",
                names={FRENCH: row["nom"]},
                parent_code=("insee_region", row["region"]),
                department=row["code"],
                point=self.point(row["chefLieu"]),
            )
            place.add_code("insee_departement", row["code"])
            if f"FR-{row['code']}" in iso - {"FR-75"}:  # Paris is FR-75C now
                place.add_code("iso_3166_2", f"FR-{row['code']}")
            yield place

    def commune_places(self):
        for code, row in self.communes.items():
            if row.get("population", 0) < COMMUNE_SIZE:
                continue
            if row["departement"] in NO_COMMUNES:
                continue
            place = Place(
                level="fr_commune",
                names={FRENCH: row["nom"]},
                parent_code=("insee_departement", row["departement"]),
                department=row["departement"],
                point=self.point(code),
            )
            place.add_code("insee_commune", code)
            if "siren" in row:
                place.add_code("siren", row["siren"])
            yield place

    def former_region_places(self):
        names = {row["nom"] for row in self.regions}
        for row in self.former_regions():
            if row["name"] in names:
                continue
            place = Place(
                level="fr_region",
                names={FRENCH: row["name"].replace(" - ", "-")},
                department=row["code"][3:],
                until=day_before(self.merged_on),
            )
            place.add_code("iso_3166_2", row["code"])
            yield place

    def former_regions(self):
        return [row for row in self.former if row["type"] == "Metropolitan region"]

    def successors(self):
        """Pairs (ISO code of the former région, INSEE code of the present one), one for each département."""
        present = {row["code"]: row["region"] for row in self.departments}
        for row in self.former:
            if row["type"] == "Metropolitan department":
                yield f"FR-{row['parent']}", present[row["code"][3:]]
