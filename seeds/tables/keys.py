"""Keys of French places: short where one place bears the name, told apart where not.

A commune keeps its bare name, or adds its département when another commune in all
France, however small, bears it too. Any other place puts its tier in front when its
name belongs to a place named before it, and adds a département when that is not enough.
"""

from collections import Counter

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


def give_keys(places, commune_names):
    """Set the key of each of `places`; `commune_names` are those of all France."""
    bearers = Counter(slug(name) for name in commune_names)
    communes = [place for place in places if place.level == "fr_commune"]
    for place in communes:
        place.key = commune_key(place, bearers)
    taken = {slug(place.name_fr) for place in communes}
    for level in ORDER:
        if level == "fr_epci":
            # A commune that grows past the table's threshold must find its key free.
            taken |= set(bearers)
        group = [place for place in places if place.level == level]
        prefix_keys(group, taken)
        taken |= {slug(place.name_fr) for place in group}


def commune_key(place, bearers):
    name = slug(place.name_fr)
    return f"fr-{name}" if bearers[name] == 1 else with_department(f"fr-{name}", place)


def prefix_keys(places, taken):
    for place in places:
        name = slug(place.name_fr)
        if name in taken:
            name = f"{PREFIXES[place.epci_kind or place.level]}-{name}"
        place.key = f"fr-{name}"
    repeated = Counter(place.key for place in places)
    for place in places:
        if repeated[place.key] > 1:
            place.key = with_department(place.key, place)


def with_department(key, place):
    return f"{key}-{place.department.lower()}"
