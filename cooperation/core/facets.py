"""The single filters of which a list's filter set is made."""

from typing import NamedTuple

import django_filters as filters
from django import forms
from django.core.validators import RegexValidator
from django.db.models import Count, F, Q
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _

from .wording_of_dates import in_words

LONGEST_QUERY = 200


class Option(NamedTuple):
    value: str
    label: str
    count: int
    selected: bool


class Words(filters.CharFilter):
    """Full-text search within a list."""

    def __init__(self, **options):
        super().__init__(**{"label": _("words"), "max_length": LONGEST_QUERY} | options)

    def filter(self, records, value):
        return records.search(value) if value else records


class Facet(filters.CharFilter):
    """One value among those that occur.

    `counted` is the expression or lookup whose values are counted; `names(values)` tells them in the reader's
    language as {value: label} and leaves out those that do not exist.
    """

    def __init__(self, *, counted, names, **options):
        super().__init__(**{"max_length": 100} | options)
        self.counted, self.names = counted, names

    def filter(self, records, value):
        return records.alias(facet=as_expression(self.counted)).filter(facet=value) if value else records

    def counts(self, records):
        """{value: number of records} over `records`, in one query."""
        values = records.order_by().values_list(self.counted).annotate(Count("pk", distinct=True))
        return {str(value): count for value, count in values if value not in (None, "")}


class Parted(Facet):
    """A facet over rows of which a record has several: asked by a subquery, so that no record is found twice.

    `among` is the condition that a row must meet to be seen by the public.
    """

    def __init__(self, *, among=None, **options):
        super().__init__(**options)
        self.among = among or Q()

    def filter(self, records, value):
        if not value:
            return records
        holding = records.model._base_manager.filter(self.among, **{self.counted: value})
        return records.filter(pk__in=holding.values("pk"))

    def counts(self, records):
        return super().counts(records.filter(self.among))


class YearFacet(Facet):
    """The years in which a partial date lies, newest first."""

    def __init__(self, field, **options):
        super().__init__(**{"label": _("year"), "counted": Substr(field, 1, 4), "names": newest_year_first} | options)
        self.dated = field

    def filter(self, records, value):
        return records.filter(**{f"{self.dated}__year": value}) if value.isdecimal() and value.isascii() else records


class YearBound(filters.CharFilter):
    """The first or the last year of a span; a record without a date lies in no span."""

    def __init__(self, field, bound, **options):
        a_year = RegexValidator(r"^[12][0-9]{3}\Z", _("A year lies between 1000 and 2999: 2023."))
        labels = {"since": _("from the year"), "until": _("to the year")}
        super().__init__(
            field_name=field, **{"label": labels[bound], "validators": [a_year], "max_length": 4} | options
        )
        self.bound = bound

    def filter(self, records, value):
        if not value:
            return records
        if self.bound == "since":
            return records.filter(**{f"{self.field_name}__gte": value})
        return records.filter(**{f"{self.field_name}__lt": str(int(value) + 1)}).exclude(**{self.field_name: ""})


class Tick(filters.BooleanFilter):
    """A question that narrows a list when it is ticked; `narrow(records)` does so."""

    def __init__(self, *, narrow, **options):
        super().__init__(**options, widget=forms.CheckboxInput)
        self.narrow = narrow

    def filter(self, records, value):
        return self.narrow(records) if value else records

    def count(self, records):
        return self.narrow(records).count()

    def shown(self, value):
        return ""


class DayAsked(filters.CharFilter):
    """The day of the page; the view reads it (`core.days`), and no record is left out by it here."""

    def __init__(self, **options):
        super().__init__(**{"label": _("the register on the day"), "max_length": 10} | options)

    def filter(self, records, value):
        return records

    def shown(self, value):
        return in_words(value)


def as_expression(counted):
    return F(counted) if isinstance(counted, str) else counted


def newest_year_first(values):
    return {value: value for value in sorted(values, reverse=True) if value.isdigit() and len(value) == 4}


def choice_names(choices):
    """The names of a facet whose values are the choices of a field, in their order."""

    def names(values):
        return {value: label for value, label in choices.choices if value in values}

    return names
