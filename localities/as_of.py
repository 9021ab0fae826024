"""Localities on a date, as SQL: the name and the level that dated rows give, and whether each existed."""

from django.db.models import Case, CharField, F, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce, JSONObject

from cooperation.core.languages import LANGUAGE_CODES
from cooperation.core.partial_dates import covers, not_over

from .choices import Existence, NameKind
from .parts import LocalityLevel, LocalityName


def names_on(day):
    """The rows with a name that a locality had on a date, for those that had another one than now."""
    dated = LocalityName.objects.filter(covers(day), kind__in=[NameKind.OFFICIAL, NameKind.FORMER])
    return dated.exclude(since="", until="")


def name_on(day):
    """{language: name} on a date as JSON, null in languages without a dated name."""
    rows = names_on(day).filter(locality=OuterRef("pk")).order_by("-since", "-kind", "-text").values("text")
    return JSONObject(**{code: Subquery(rows.filter(language__in=[code, ""])[:1]) for code in LANGUAGE_CODES})


def level_on(day, path=""):
    """The administrative level on a date; `path` is the lookup prefix of the locality, such as `parties__`."""
    rows = LocalityLevel.objects.filter(covers(day), locality=OuterRef(f"{path}pk")).order_by("-since")
    return Coalesce(Subquery(rows.values("administrative_level")[:1]), F(f"{path}administrative_level"))


def existence_on(day):
    """An `Existence`, as a value."""
    return Case(
        When(since__gt=day.isoformat(), then=Value(Existence.NOT_YET.value)),
        When(not_over(day), then=Value(Existence.CURRENT.value)),
        default=Value(Existence.FORMER.value),
        output_field=CharField(),
    )
