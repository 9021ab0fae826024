"""The tables of official units, as dicts by key."""

import csv
from collections import defaultdict
from functools import cached_property
from pathlib import Path

from cooperation.article_reader.reading.folding import fold
from cooperation.core.languages import ENGLISH, FRENCH, LANGUAGE_CODES, VIETNAMESE

from .agreement_successions import find_agreement_successions

TABLES = Path(__file__).resolve().parents[1] / "tables"
HOME_LANGUAGES = {"VN": VIETNAMESE, "FR": FRENCH}


def read_table(name, folder=TABLES):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Tables:
    def __init__(self, folder=TABLES):
        self.units = {unit["key"]: unit for unit in read_table("units", folder)}
        self.codes = group_by_key(read_table("codes", folder))
        self.names = group_by_key(read_table("names", folder))
        self.levels = group_by_key(read_table("levels", folder))
        self.themes = read_table("themes", folder)
        self.organisations = read_table("organisations", folder)
        self.successions = read_table("successions", folder)
        self.agreement_successions = find_agreement_successions(self.units)

    def get_organisation(self, name):
        """The natural key of this organisation; None for an empty name. Raises KeyError for an unknown one."""
        return [self.organisation_keys[name]] if name else None

    @cached_property
    def organisation_keys(self):
        """{name: key} of all names."""
        return {
            name: row["key"]
            for row in self.organisations
            for name in [*(row[f"name_{code}"] for code in LANGUAGE_CODES), *row["also"].split(";")]
        }

    def get_name(self, key, language):
        """The name of a unit in a language, else its name in the language of its country."""
        return self.get_names(key)[f"name_{language}"] or self.get_home_name(key)

    def get_names(self, key):
        """The names of a unit as columns. An English name that only drops the accents of «Hà Nội» is left out."""
        unit = self.units[key]
        names = {f"name_{code}": unit[f"name_{code}"] for code in LANGUAGE_CODES}
        english = f"name_{ENGLISH}"
        if fold(names[english]) == fold(self.get_home_name(key)):
            names[english] = ""
        return names

    def get_home_name(self, key):
        unit = self.units[key]
        return unit[f"name_{HOME_LANGUAGES[unit['country']]}"]

    def find_related(self, keys):
        """These units with their successors and who answers for their agreements, and the predecessors of all."""
        related, waiting = set(), list(keys)
        while waiting:
            key = waiting.pop()
            if key in related:
                continue
            related.add(key)
            waiting += [row["successor"] for row in self.successions if row["predecessor"] == key]
            waiting += [successor for former, successor, _note in self.agreement_successions if former == key]
        for key in sorted(related):
            related |= set(self.find_predecessors(key))
        return sorted(related)

    def find_predecessors(self, key):
        """All units before this one, direct and indirect."""
        predecessors, waiting = [], [key]
        while waiting:
            successor = waiting.pop()
            direct = [row["predecessor"] for row in self.successions if row["successor"] == successor]
            waiting += [predecessor for predecessor in direct if predecessor not in predecessors]
            predecessors += direct
        return predecessors


def group_by_key(rows):
    groups = defaultdict(list)
    for row in rows:
        groups[row["key"]].append(row)
    return groups
