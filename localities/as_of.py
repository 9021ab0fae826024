"""Localities as they were on a day: by the name and at the level that a dated row gives them."""

from collections import defaultdict

from cooperation.core.as_of import AS_OF
from cooperation.core.languages import LANGUAGE_CODES
from cooperation.core.localized_text import column
from cooperation.core.partial_dates import covers

from .choices import NameKind
from .parts import LocalityLevel, LocalityName


def at_date(locality):
    """`locality`, as it is read from the database, with what it was on the page's day; on today's pages unchanged."""
    reading = AS_OF.get()
    if reading is None:
        return locality
    if "names" not in reading:
        reading |= {"names": names_on(reading["day"]), "levels": levels_on(reading["day"])}
    for field, value in reading["names"].get(locality.pk, {}).items():
        locality.__dict__[field] = value
    if locality.pk in reading["levels"]:
        locality.__dict__["administrative_level"] = reading["levels"][locality.pk]
    return locality


def names_on(day):
    """{locality: {"name_vi": …}} of those that bore another name: a language without one falls back to the others."""
    dated = LocalityName.objects.filter(covers(day), kind__in=[NameKind.OFFICIAL, NameKind.FORMER])
    found = defaultdict(dict)
    for row in dated.exclude(since="", until=""):
        found[row.locality_id] |= dict.fromkeys([row.language] if row.language else LANGUAGE_CODES, row.text)
    return {pk: {column("name", code): texts.get(code, "") for code in LANGUAGE_CODES} for pk, texts in found.items()}


def levels_on(day):
    return dict(LocalityLevel.objects.filter(covers(day)).values_list("locality", "administrative_level"))
