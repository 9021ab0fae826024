"""The columns of each table and its rows, from the packages and the hand-maintained files."""

from collections import Counter

from cooperation.core.languages import ENGLISH, FRENCH, LANGUAGE_CODES, VIETNAMESE
from seeds.tables.csvs import format_csv
from seeds.tables.epci import build_epci_places
from seeds.tables.france import France
from seeds.tables.keys import assign_keys
from seeds.tables.place import day_before
from seeds.tables.points import Points
from seeds.tables.vietnam import VietNam
from seeds.tables.words import country_code, plain

TRANSLATED_NAMES = [f"name_{code}" for code in LANGUAGE_CODES]
UNIT_COLUMNS = [
    "key",
    "country",
    "administrative_level",
    "epci_kind",
    *TRANSLATED_NAMES,
    "parent",
    "since",
    "until",
    "latitude",
    "longitude",
]
UNIT_COLUMNS += ["population", "population_year"]
CODE_COLUMNS = ["key", "scheme", "value", "since", "until"]
NAME_COLUMNS = ["key", "text", "language", "kind", "since", "until"]
LEVEL_COLUMNS = ["key", "administrative_level", "since", "until", "legal_act"]
SUCCESSION_COLUMNS = ["predecessor", "successor", "kind", "effective_on", "legal_act"]
INSTITUTION_COLUMNS = ["key", *TRANSLATED_NAMES, "short"]


class Tables:
    """All tables, from the packages and the hand-maintained rows."""

    def __init__(self, packages, manual_rows):
        self.manual_rows = manual_rows
        self.acts = {row["what"]: row for row in manual_rows["acts.csv"]}
        points = Points(packages.cities(), manual_rows["geonames.csv"])
        self.vietnam = VietNam(packages, points, self.acts, manual_rows)
        self.france = France(packages, points, self.acts)
        self.epci = packages.france("epci")
        self.places = [*self.vietnam.places(), *self.french_places()]
        self.add_manual_rows()

    def files(self):
        """{file name: text}."""
        return {
            "units.csv": format_csv(UNIT_COLUMNS, map(build_unit_row, self.places)),
            "codes.csv": format_csv(CODE_COLUMNS, self.codes()),
            "names.csv": format_csv(NAME_COLUMNS, self.names()),
            "levels.csv": format_csv(LEVEL_COLUMNS, self.levels()),
            "successions.csv": format_csv(SUCCESSION_COLUMNS, self.successions()),
            "institutions.csv": format_csv(INSTITUTION_COLUMNS, self.manual_rows["institutions.csv"]),
        }

    def french_places(self):
        names = {row["siren"]: row[f"name_{FRENCH}"] for row in self.manual_rows["epci_names.csv"]}
        places = [
            *self.france.region_places(),
            *self.france.former_region_places(),
            *self.france.department_places(),
            *self.france.commune_places(),
            *build_epci_places(self.france, self.epci, names),
        ]
        assign_keys(places, [row["nom"] for row in self.france.communes.values()])
        keys = {code[:2]: place.key for place in places for code in place.codes}
        for place in places:
            place.parent = keys.get(place.parent_code, "")
        return places

    def add_manual_rows(self):
        """Add names, codes and changes of level that are maintained by hand."""
        by_key = {place.key: place for place in self.places}
        for place in self.places:
            place.names[ENGLISH] = plain(place.names.get(VIETNAMESE, ""))
        for row in self.manual_rows["local_names.csv"]:
            names = by_key[row["key"]].names
            for code in LANGUAGE_CODES:
                names[code] = row[f"name_{code}"] or names.get(code, "")
        for row in self.manual_rows["iso_codes.csv"]:
            place = by_key[row["key"]]
            place.add_code("iso_3166_2", row["value"], row["since"], row["until"])
        for row in self.manual_rows["status_changes.csv"]:
            by_key[row["key"]].level = row["to_level"]

    def codes(self):
        for place in self.places:
            for code in place.codes:
                yield dict(zip(CODE_COLUMNS, [place.key, *code], strict=True))

    def names(self):
        """The hand-maintained names, and the official name of each EPCI that shares the name of a commune."""
        yield from self.manual_rows["names.csv"]
        communes = {place.names[FRENCH] for place in self.places if place.level == "fr_commune"}
        for place in self.places:
            if place.level == "fr_epci" and place.names[FRENCH] in communes:
                yield {
                    "key": place.key,
                    "text": place.official_name,
                    "language": FRENCH,
                    "kind": "official",
                    "since": "",
                    "until": "",
                }

    def levels(self):
        for row in self.manual_rows["status_changes.csv"]:
            yield {
                "key": row["key"],
                "administrative_level": row["from_level"],
                "since": "",
                "until": day_before(row["effective_on"]),
                "legal_act": "",
            }
            yield {
                "key": row["key"],
                "administrative_level": row["to_level"],
                "since": row["effective_on"],
                "until": "",
                "legal_act": row["legal_act"],
            }

    def successions(self):
        yield from self.manual_rows["successions.csv"]
        for pair in self.vietnam.successors():
            yield build_succession_row(pair, self.acts["provinces"])
        yield from self.former_regions()

    def former_regions(self):
        """A région with a single predecessor was only renamed."""
        keys = {code[:2]: place.key for place in self.places for code in place.codes}
        pairs = {
            (keys["iso_3166_2", former], keys["insee_region", present])
            for former, present in self.france.successors()
            if ("iso_3166_2", former) in keys
        }
        predecessor_counts = Counter(present for _, present in pairs)
        for pair in sorted(pairs):
            row = build_succession_row(pair, self.acts["régions"])
            yield row if predecessor_counts[pair[1]] > 1 else {**row, "kind": "renaming"}


def build_unit_row(place):
    latitude, longitude = place.point
    return {
        **vars(place),
        **{f"name_{code}": place.names.get(code, "") for code in LANGUAGE_CODES},
        "administrative_level": place.level,
        "country": country_code(place.key),
        "latitude": latitude,
        "longitude": longitude,
        # No package gives the year of its population figures.
        "population": "",
        "population_year": "",
    }


def build_succession_row(pair, act):
    return {"predecessor": pair[0], "successor": pair[1], **act}
