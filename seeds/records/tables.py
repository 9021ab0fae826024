"""The tables of official units, as dicts by key."""

import csv
from collections import defaultdict
from pathlib import Path

from seeds.reading.folding import fold

TABLES = Path(__file__).resolve().parents[1] / "tables"


def table(name, folder=TABLES):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Tables:
    def __init__(self, folder=TABLES):
        self.units = {unit["key"]: unit for unit in table("units", folder)}
        self.codes = by_key(table("codes", folder))
        self.names = by_key(table("names", folder))
        self.levels = by_key(table("levels", folder))
        self.themes = table("themes", folder)
        self.successions = table("successions", folder)

    def name(self, key, language):
        """What a unit is called in a language: its own name there, else its name at home."""
        unit = self.units[key]
        home = "name_vi" if unit["country"] == "VN" else "name_fr"
        return self.own_names(key)[f"name_{language}"] or unit[home]

    def own_names(self, key):
        """Its names as columns. English writes «Hà Nội», not «Ha Noi»: a name without its accents is no other name."""
        unit = self.units[key]
        home = unit["name_vi"] if unit["country"] == "VN" else unit["name_fr"]
        names = {f"name_{code}": unit[f"name_{code}"] for code in ("vi", "fr", "en")}
        if fold(names["name_en"]) == fold(home):
            names["name_en"] = ""
        return names

    def country(self, key):
        return self.units[key]["country"]

    def related(self, keys):
        """These units with all that came before and after them."""
        found, waiting = set(), list(keys)
        while waiting:
            key = waiting.pop()
            if key in found:
                continue
            found.add(key)
            waiting += [each["successor"] for each in self.successions if each["predecessor"] == key]
        for key in sorted(found):
            found |= set(self.before(key))
        return sorted(found)

    def before(self, key):
        found, waiting = [], [key]
        while waiting:
            here = waiting.pop()
            earlier = [each["predecessor"] for each in self.successions if each["successor"] == here]
            waiting += [each for each in earlier if each not in found]
            found += earlier
        return found


def by_key(rows):
    found = defaultdict(list)
    for each in rows:
        found[each["key"]].append(each)
    return found
