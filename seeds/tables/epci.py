"""Groupings of communes (EPCI), with names as people use them."""

import re

from cooperation.core.languages import FRENCH
from seeds.tables.place import Place

KINDS = {
    "METRO": "metropole",
    "MET69": "",
    "CU": "communaute_urbaine",
    "CA": "communaute_agglomeration",
    "CC": "communaute_communes",
}
TYPE_WORDS = {
    "CU": "Communauté urbaine",
    "CA": "Communauté d'agglomération",
    "CC": "Communauté de communes",
}
LYON = "MET69"  # the Métropole de Lyon is a collectivity of its own
# "CC de la Plaine Dijonnaise", "CU d'Arras"; in "CA de La Rochelle" La is the town's.
TYPE = re.compile(r"^(CC|CA|CU) (du |de la |de l'|des |de |d')?")


# Without its first article "du Caudrésis et du Catésis" needs the second no more; the
# "Pays de Stenay et du Val Dunois" does.
SECOND_ARTICLE = re.compile(r"(, | et )(?:du |de la |de l'|des |de |d')")
INNER_ARTICLE = re.compile(r" (de|du|des) | d'")


def build_natural_name(name):
    """
    >>> build_natural_name("CU du Grand Poitiers")
    'Grand Poitiers'
    >>> build_natural_name("CC du Pays de Pontchâteau St-Gildas-des-Bois")
    'Pays de Pontchâteau Saint-Gildas-des-Bois'
    >>> build_natural_name("CA du Caudrésis et du Catésis")
    'Caudrésis et Catésis'
    """
    name = TYPE.sub("", name)
    if not INNER_ARTICLE.search(re.split(", | et ", name)[0]):
        name = SECOND_ARTICLE.sub(r"\1", name)
    name = re.sub(r"\s*\([^)]*\)$", "", name)  # an acronym, or the towns in it
    name = name.replace("''", "").replace('"', "")
    name = re.sub(r"\bSt(e?)-", r"Saint\1-", name)
    name = re.sub(r"(\w)- (\w)", r"\1-\2", name)
    return name[0].upper() + name[1:]


def build_official_name(name):
    """
    >>> build_official_name("CU du Grand Poitiers")
    'Communauté urbaine du Grand Poitiers'
    """
    word, _, rest = name.partition(" ")
    return f"{TYPE_WORDS[word]} {rest}" if word in TYPE_WORDS else ""


def build_epci_places(france, rows, manual_names):
    """`manual_names` are {SIREN code: name}; they override the names derived from the package."""
    for row in rows:
        members = [france.communes[member["code"]] for member in row["membres"]]
        largest = max(row["membres"], key=lambda member: member["populationTotale"])["code"]
        is_lyon = row["type"] == LYON
        place = Place(
            level="fr_metropolitan_collectivity" if is_lyon else "fr_epci",
            epci_kind=KINDS[row["type"]],
            names={FRENCH: manual_names.get(row["code"]) or build_natural_name(row["nom"])},
            official_name=build_official_name(row["nom"]),
            parent_code=find_parent_code(members, is_lyon),
            department=france.communes[largest]["departement"],
            point=france.point(largest),
        )
        place.add_code("siren", row["code"])
        yield place


def find_parent_code(members, is_lyon):
    """(scheme, code) of the département that holds all of `members`, else of the région, else ()."""
    departments = {commune["departement"] for commune in members}
    regions = {commune["region"] for commune in members}
    if len(departments) == 1 and not is_lyon:
        return ("insee_departement", *departments)
    if len(regions) == 1:
        return ("insee_region", *regions)
    return ()
