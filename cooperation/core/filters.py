"""Filters that say how many records each of their values would leave."""

from typing import NamedTuple

import django_filters as filters
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _

LONGEST_QUERY = 200


class Option(NamedTuple):
    value: str
    label: str
    count: int
    selected: bool


class InUse(NamedTuple):
    """A filter in use, and the query string that remains without it."""

    label: str
    value: str
    without: str


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
        return records.filter(**{self.counted: value}) if value else records

    def counts(self, records):
        """{value: number of records} over `records`, in one query."""
        values = records.order_by().values_list(self.counted).annotate(Count("pk", distinct=True))
        return {str(value): count for value, count in values if value not in (None, "")}


class FacetedFilterSet(filters.FilterSet):
    """A filter set whose facets are counted within the other filters in use."""

    def facets_of(self):
        return {name: filter_ for name, filter_ in self.filters.items() if isinstance(filter_, Facet)}

    def is_valid(self):
        if not super().is_valid():
            return False
        for name, facet in self.facets_of().items():
            value = self.form.cleaned_data.get(name)
            if value and value not in self.labels(name, facet):
                message = _("“%(value)s” is not one of the values that this list knows.")
                self.form.add_error(name, ValidationError(message, params={"value": value}))
        return not self.form.errors

    def labels(self, name, facet):
        """The names of all values that the facet shows, with the selected one; asked once."""
        if not hasattr(self, "_labels"):
            self._labels, self._counts = {}, {}
        if name not in self._labels:
            self._counts[name] = facet.counts(self.narrowed(without=name))
            selected = self.form.cleaned_data.get(name)
            values = set(self._counts[name]) | ({selected} if selected else set())
            self._labels[name] = facet.names(values)
        return self._labels[name]

    def narrowed(self, without):
        records = self.queryset
        for name, value in self.form.cleaned_data.items():
            if name != without:
                records = self.filters[name].filter(records, value)
        return records

    def options(self, name):
        """The options of a facet, in the order of their names; those without a record stay out."""
        facet = self.filters[name]
        labels, selected = self.labels(name, facet), self.form.cleaned_data.get(name)
        counts = self._counts[name]
        return [
            Option(value, str(label), counts.get(value, 0), value == selected)
            for value, label in labels.items()
            if counts.get(value) or value == selected
        ]

    def fields(self):
        """What the form draws, in order: (bound field, options or None)."""
        self.is_valid()
        facets = self.facets_of()
        return [(self.form[name], self.options(name) if name in facets else None) for name in self.filters]

    def in_use(self):
        self.is_valid()
        found = []
        for name, value in self.form.cleaned_data.items():
            if value in (None, "", False):
                continue
            query = self.data.copy()
            query.pop(name, None)
            query.pop("page", None)
            labels = self.labels(name, self.filters[name]) if name in self.facets_of() else {}
            shown = str(labels.get(value, "" if value is True else value))
            found.append(InUse(str(self.filters[name].label), shown, query.urlencode()))
        return found


class YearFacet(Facet):
    """The years in which a partial date lies, newest first."""

    def __init__(self, field, **options):
        super().__init__(**{"label": _("year"), "counted": Substr(field, 1, 4), "names": newest_year_first} | options)
        self.dated = field

    def filter(self, records, value):
        return records.filter(**{f"{self.dated}__year": value}) if value.isdigit() else records


def newest_year_first(values):
    return {value: value for value in sorted(values, reverse=True) if value.isdigit() and len(value) == 4}


def choice_names(choices):
    """The names of a facet whose values are the choices of a field, in their order."""

    def names(values):
        return {value: label for value, label in choices.choices if value in values}

    return names
