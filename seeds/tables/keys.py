"""Keys of French places, derived from their names and made unique.

The key of a commune is its name, plus its département if another commune in France, however small, has the same name.
Any other place gets its level as a prefix if its name is taken, and its département as a suffix if that is not enough.
"""

from collections import Counter

from cooperation.core.languages import FRENCH
from seeds.tables.words import slug

ORDER = ["fr_region", "fr_departement", "fr_metropolitan_collectivity", "fr_epci"]
PREFIXES = {
    "fr_region": "region",
    "fr_departement": "departement",
    "fr_metropolitan_collectivity": "metropole",
    "metropole": "metropole",
    "communaute_urbaine": "cu",
    "communaute_agglomeration": "ca",
    "communaute_communes": "cc",
}


def assign_keys(places, commune_names):
    """Set the keys of `places`; `commune_names` are those of all communes of France."""
    name_counts = Counter(slug(name) for name in commune_names)
    communes = [place for place in places if place.level == "fr_commune"]
    for place in communes:
        place.key = build_commune_key(place, name_counts)
    taken = {slug(place.names[FRENCH]) for place in communes}
    for level in ORDER:
        if level == "fr_epci":
            # Reserve the keys of small communes: one that grows past the table's threshold needs its own.
            taken |= set(name_counts)
        group = [place for place in places if place.level == level]
        prefix_keys(group, taken)
        taken |= {slug(place.names[FRENCH]) for place in group}


def build_commune_key(place, name_counts):
    name = slug(place.names[FRENCH])
    return f"fr-{name}" if name_counts[name] == 1 else add_department(f"fr-{name}", place)


def prefix_keys(places, taken):
    for place in places:
        name = slug(place.names[FRENCH])
        if name in taken:
            name = f"{PREFIXES[place.epci_kind or place.level]}-{name}"
        place.key = f"fr-{name}"
    repeated = Counter(place.key for place in places)
    for place in places:
        if repeated[place.key] > 1:
            place.key = add_department(place.key, place)


def add_department(key, place):
    return f"{key}-{place.department.lower()}"
