"""The single filters of which a list's filter set is made."""

from typing import NamedTuple

import django_filters as filters
from django import forms
from django.core.validators import RegexValidator
from django.db.models import Count, F, Q
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _

from .date_formatting import format_partial_date

MAX_QUERY_LENGTH = 200


class Option(NamedTuple):
    value: str
    label: str
    count: int
    selected: bool


class SearchFilter(filters.CharFilter):
    """Full-text search within a list."""

    def __init__(self, **options):
        super().__init__(**{"label": _("keywords"), "max_length": MAX_QUERY_LENGTH} | options)

    def filter(self, records, value):
        return records.search(value) if value else records


class Facet(filters.CharFilter):
    """A choice of one value among those that occur, each with the number of its records.

    `expression` is the SQL expression or lookup whose values are counted, or a function that returns it for the
    list's date (`dates.AsOf`). `get_labels(values)` returns {value: label} in the reader's language, without values
    that do not exist.
    """

    def __init__(self, *, expression, get_labels, **options):
        super().__init__(**{"max_length": 100} | options)
        self.expression, self.get_labels = expression, get_labels

    def filter(self, records, value):
        return records.alias(facet=self.expression_on_date()).filter(facet=value) if value else records

    def counts(self, records):
        """{value: number of records} over `records`, in one query."""
        values = records.order_by().annotate(facet=self.expression_on_date()).values_list("facet")
        values = values.annotate(Count("pk", distinct=True))
        return {str(value): count for value, count in values if value not in (None, "")}

    def expression_on_date(self):
        expression = self.expression(self.parent.as_of) if callable(self.expression) else self.expression
        return F(expression) if isinstance(expression, str) else expression

    def labels(self, values):
        return self.get_labels(values)


class RelatedFacet(Facet):
    """A facet over a to-many relation, filtered by subquery to avoid duplicate records.

    `visible` is the condition under which a related row may be seen by the public.
    """

    def __init__(self, *, visible=None, **options):
        super().__init__(**options)
        self.visible = visible or Q()

    def filter(self, records, value):
        if not value:
            return records
        matches = records.model._base_manager.filter(self.visible)
        matches = matches.alias(facet=self.expression_on_date()).filter(facet=value)
        return records.filter(pk__in=matches.values("pk"))

    def counts(self, records):
        return super().counts(records.filter(self.visible))


class YearFacet(Facet):
    """The years in which a partial date lies, newest first."""

    def __init__(self, field, **options):
        super().__init__(
            **{"label": _("year"), "expression": Substr(field, 1, 4), "get_labels": newest_year_first} | options
        )
        self.date_field = field

    def filter(self, records, value):
        return (
            records.filter(**{f"{self.date_field}__year": value}) if value.isdecimal() and value.isascii() else records
        )


class YearRangeFilter(filters.CharFilter):
    """The first or the last year of a range; a record without a date lies in no range."""

    def __init__(self, field, bound, **options):
        four_digits = RegexValidator(r"^[12][0-9]{3}\Z", _("Enter a year with 4 digits, like 2023."))
        labels = {"since": _("from year"), "until": _("to year")}
        super().__init__(
            field_name=field, **{"label": labels[bound], "validators": [four_digits], "max_length": 4} | options
        )
        self.bound = bound

    def filter(self, records, value):
        if not value:
            return records
        if self.bound == "since":
            return records.filter(**{f"{self.field_name}__gte": value})
        return records.filter(**{f"{self.field_name}__lt": str(int(value) + 1)}).exclude(**{self.field_name: ""})


class FlagFilter(filters.BooleanFilter):
    """A checkbox filter: applies `apply(records)` when checked."""

    def __init__(self, *, apply, **options):
        super().__init__(**options, widget=forms.CheckboxInput)
        self.apply = apply

    def filter(self, records, value):
        return self.apply(records) if value else records

    def count(self, records):
        return self.apply(records).count()

    def value_label(self, value):
        return ""


class AsOfDateFilter(filters.CharFilter):
    """The as-of date of the page. The view applies it (`core.dates`); this filter itself excludes nothing."""

    def __init__(self, **options):
        super().__init__(**{"label": _("as-of date"), "max_length": 10} | options)

    def filter(self, records, value):
        return records

    def value_label(self, value):
        return format_partial_date(value)


def newest_year_first(values):
    return {value: value for value in sorted(values, reverse=True) if value.isdigit() and len(value) == 4}


def choice_labels(choices):
    """`get_labels` of a facet whose values are the choices of a field, in their order."""

    def get_labels(values):
        return {value: label for value, label in choices.choices if value in values}

    return get_labels
