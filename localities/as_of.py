"""Localities on as-of pages: the name and the administrative level that were valid on the page's date."""

from collections import defaultdict

from cooperation.core.as_of import AS_OF
from cooperation.core.languages import LANGUAGE_CODES
from cooperation.core.localized_text import column
from cooperation.core.partial_dates import covers

from .choices import NameKind
from .parts import LocalityLevel, LocalityName


def at_date(locality):
    """Set the name and level of a locality loaded from the database to those of the page's date; no-op for today.

    The rows are queried once per page and stored in the context of `AS_OF`.
    """
    context = AS_OF.get()
    if context is None:
        return locality
    if "names" not in context:
        context |= {"names": get_names_on(context["day"]), "levels": get_levels_on(context["day"])}
    for field, value in context["names"].get(locality.pk, {}).items():
        locality.__dict__[field] = value
    if locality.pk in context["levels"]:
        locality.__dict__["administrative_level"] = context["levels"][locality.pk]
    return locality


def get_names_on(day):
    """{locality id: {column of the name: text}} of localities that had another name on a date.

    The column of a language without a dated name is empty, so that it falls back to the other languages.
    """
    dated = LocalityName.objects.filter(covers(day), kind__in=[NameKind.OFFICIAL, NameKind.FORMER])
    texts_by_locality = defaultdict(dict)
    for row in dated.exclude(since="", until=""):
        codes = [row.language] if row.language else LANGUAGE_CODES
        texts_by_locality[row.locality_id] |= dict.fromkeys(codes, row.text)
    return {
        pk: {column("name", code): texts.get(code, "") for code in LANGUAGE_CODES}
        for pk, texts in texts_by_locality.items()
    }


def get_levels_on(day):
    """{locality id: administrative level} of localities with a dated level that covers the date."""
    return dict(LocalityLevel.objects.filter(covers(day)).values_list("locality", "administrative_level"))
