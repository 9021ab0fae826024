"""The tables themselves: which columns each has, and where its rows come from."""

from collections import Counter

from seeds.tables import csvs
from seeds.tables.epci import epci_places
from seeds.tables.france import France
from seeds.tables.keys import give_keys
from seeds.tables.place import day_before
from seeds.tables.points import Points
from seeds.tables.vietnam import VietNam
from seeds.tables.words import country_code, plain

UNIT = (
    "key,country,tier,epci_kind,name_vi,name_fr,name_en,parent,since,until,"
    "latitude,longitude,population,population_year"
)
CODE = "key,scheme,value,since,until"
NAME = "key,text,language,kind,since,until"
LEVEL = "key,tier,since,until,legal_act"
SUCCESSION = "predecessor,successor,kind,effective_on,legal_act"
INSTITUTION = "key,name_vi,name_fr,name_en,short"


class Tables:
    """All tables, from the packages and from what is kept by hand."""

    def __init__(self, packages, kept):
        self.kept = kept
        self.acts = {row["what"]: row for row in kept["acts.csv"]}
        points = Points(packages.cities(), kept["geonames.csv"])
        self.vietnam = VietNam(packages, points, self.acts, kept)
        self.france = France(packages, points, self.acts)
        self.epci = packages.france("epci")
        self.places = [*self.vietnam.places(), *self.french_places()]
        self.complete()

    def files(self):
        """The text of each file, under its name."""
        return {
            "units.csv": text(UNIT, map(unit, self.places)),
            "codes.csv": text(CODE, self.codes()),
            "names.csv": text(NAME, self.names()),
            "levels.csv": text(LEVEL, self.levels()),
            "successions.csv": text(SUCCESSION, self.successions()),
            "institutions.csv": text(INSTITUTION, self.kept["institutions.csv"]),
        }

    def french_places(self):
        names = {row["siren"]: row["name_fr"] for row in self.kept["epci_names.csv"]}
        places = [
            *self.france.region_places(),
            *self.france.former_region_places(),
            *self.france.department_places(),
            *self.france.commune_places(),
            *epci_places(self.france, self.epci, names),
        ]
        give_keys(places, [row["nom"] for row in self.france.communes.values()])
        keys = {code[:2]: place.key for place in places for code in place.codes}
        for place in places:
            place.parent = keys.get(place.parent_code, "")
        return places

    def complete(self):
        """Add what is kept by hand to the places that the packages know."""
        by_key = {place.key: place for place in self.places}
        for place in self.places:
            place.name_en = plain(place.name_vi)
        for row in self.kept["local_names.csv"]:
            place = by_key[row["key"]]
            place.name_fr = row["name_fr"] or place.name_fr
            place.name_en = row["name_en"] or place.name_en
        for row in self.kept["iso_codes.csv"]:
            place = by_key[row["key"]]
            place.add_code("iso_3166_2", row["value"], row["since"], row["until"])
        for row in self.kept["status_changes.csv"]:
            by_key[row["key"]].level = row["to_tier"]

    def codes(self):
        for place in self.places:
            for code in place.codes:
                yield dict(zip(CODE.split(","), [place.key, *code], strict=True))

    def names(self):
        """Those kept by hand, and the long name of each EPCI named like a commune."""
        yield from self.kept["names.csv"]
        communes = {each.name_fr for each in self.places if each.level == "fr_commune"}
        for place in self.places:
            if place.level == "fr_epci" and place.name_fr in communes:
                yield {
                    "key": place.key,
                    "text": place.official_name,
                    "language": "fr",
                    "kind": "official",
                    "since": "",
                    "until": "",
                }

    def levels(self):
        for row in self.kept["status_changes.csv"]:
            yield {
                "key": row["key"],
                "administrative_level": row["from_tier"],
                "since": "",
                "until": day_before(row["effective_on"]),
                "legal_act": "",
            }
            yield {
                "key": row["key"],
                "administrative_level": row["to_tier"],
                "since": row["effective_on"],
                "until": "",
                "legal_act": row["legal_act"],
            }

    def successions(self):
        yield from self.kept["successions.csv"]
        for pair in self.vietnam.successors():
            yield succession(pair, self.acts["provinces"])
        yield from self.former_regions()

    def former_regions(self):
        """A région that took in no other one was only renamed."""
        keys = {code[:2]: place.key for place in self.places for code in place.codes}
        pairs = {
            (keys["iso_3166_2", former], keys["insee_region", present])
            for former, present in self.france.successors()
            if ("iso_3166_2", former) in keys
        }
        merged = Counter(present for _, present in pairs)
        for pair in sorted(pairs):
            row = succession(pair, self.acts["régions"])
            yield row if merged[pair[1]] > 1 else {**row, "kind": "renaming"}


def text(columns, rows):
    return csvs.as_text(columns.split(","), rows)


def unit(place):
    latitude, longitude = place.point
    return {
        **vars(place),
        "country": country_code(place.key),
        "latitude": latitude,
        "longitude": longitude,
        # No package says the year of its populations.
        "population": "",
        "population_year": "",
    }


def succession(pair, act):
    return {"predecessor": pair[0], "successor": pair[1], **act}
