"""What counts as known of a record: each app lists it in its `known_facts`, `overview.completeness` counts it."""

from typing import NamedTuple

from django.db.models import Q, QuerySet

from .localized_text import columns


class KnownFact(NamedTuple):
    """A fact that a record may have, as the condition under which it is known.

    `fields` are the model fields that it covers. Counts are split by country where `country` is the lookup that leads
    to its code. Where `rows` is a queryset, its rows are counted instead of the records.
    """

    label: str
    condition: Q
    fields: tuple = ()
    country: str = ""
    rows: QuerySet | None = None


#: Stands in a list of facts where the shares of sourced records are shown.
SOURCES = KnownFact("sources", Q())


def has_translation(field):
    """The condition that a translated text exists in any language."""
    condition = Q()
    for name in columns(field):
        condition |= Q(**{f"{name}__gt": ""})
    return condition


def is_filled(field):
    return ~Q(**{field: ""})
