"""Filter set with faceted counts and removable active filters."""

from typing import NamedTuple

import django_filters as filters
from django.core.exceptions import BadRequest, ValidationError
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .dates import query_as_of
from .facets import (
    MAX_QUERY_LENGTH,
    AsOfDateFilter,
    Facet,
    FlagFilter,
    Option,
    RelatedFacet,
    SearchFilter,
    YearFacet,
    YearRangeFilter,
    choice_labels,
)
from .version_cache import VersionedCache

__all__ = [
    "MAX_QUERY_LENGTH",
    "AsOfDateFilter",
    "Facet",
    "FacetedFilterSet",
    "FlagFilter",
    "RelatedFacet",
    "SearchFilter",
    "YearFacet",
    "YearRangeFilter",
    "choice_labels",
]
PAGE = "page"
TOTAL = "total"  # the key of the total among the facet counts
PRIMARY_FIELDS = 5  # filters shown at once; the others stand behind “More filters”
FACET_COUNTS = VersionedCache()


class ActiveFilter(NamedTuple):
    """A selected filter; `without` is the query string that remains when it is removed."""

    name: str
    label: str
    value: str
    without: str


class FacetedFilterSet(filters.FilterSet):
    """A filter set whose facets are counted within the other selected filters.

    A list's filter set has `orders()`: the list's `ordering.Order`s, the default first.
    """

    @classmethod
    def get_order(cls, name):
        """The order with this name, the default for an empty name. Raises BadRequest for an unknown one."""
        orders = cls.orders()
        order = {order.name: order for order in orders}.get(name or orders[0].name)
        if order is None:
            raise BadRequest(_("This list cannot be sorted by “%(order)s”.") % {"order": name[:40]})
        return order

    @cached_property
    def as_of(self):
        """The date that the list is about. Raises BadRequest for an invalid date."""
        return query_as_of(self.data)

    def facets(self):
        return {name: filter_ for name, filter_ in self.filters.items() if isinstance(filter_, Facet)}

    def is_valid(self):
        if not super().is_valid():
            return False
        for name, facet in self.facets().items():
            value = self.form.cleaned_data.get(name)
            if value and value not in self.labels(name, facet):
                message = _("“%(value)s” is not an option for this filter.")
                self.form.add_error(name, ValidationError(message, params={"value": value}))
        since, until = (self.form.cleaned_data.get(name) for name in ("since", "until"))
        if since and until and since > until:
            self.form.add_error("until", _("The end year must be the same as or after the start year."))
        return not self.form.errors

    def labels(self, name, facet):
        """{value: label} of all values that the facet shows, the selected one included."""
        return self.counts_and_labels(name, facet)[1]

    def counts_and_labels(self, name, facet):
        """({value: number of records}, {value: label}) of a facet, queried once."""
        if name not in self._facet_counts:
            counts, selected = facet.counts(self.filtered_without(name)), self.form.cleaned_data.get(name)
            values = set(counts) | ({selected} if selected else set())
            self._facet_counts[name] = counts, {value: str(label) for value, label in facet.labels(values).items()}
        return self._facet_counts[name]

    @cached_property
    def _facet_counts(self):
        """The facets counted so far; shared with other pages of the same list."""
        selected = sorted((name, value) for name, value in self.data.items() if value and name in self.filters)
        path = getattr(self.request, "path_info", "")
        return FACET_COUNTS.current().setdefault((get_language(), type(self), path, *selected), {})

    def filtered_without(self, name):
        """The records that all filters but one leave."""
        records = self.queryset
        for other, value in self.form.cleaned_data.items():
            if other != name:
                records = self.filters[other].filter(records, value)
        return records

    def options(self, name):
        """The options of a facet, in the order of their labels; those without a record are left out."""
        facet = self.filters[name]
        (counts, labels), selected = self.counts_and_labels(name, facet), self.form.cleaned_data.get(name)
        return [
            Option(value, label, counts.get(value, 0), value == selected)
            for value, label in labels.items()
            if counts.get(value) or value == selected
        ]

    @cached_property
    def fields(self):
        """[(bound field, options or None)] in display order; facets that offer no choice are left out."""
        self.is_valid()
        facets = self.facets()
        candidates = [(self.form[name], self.options(name) if name in facets else None) for name in self.filters]
        return [
            (field, options)
            for field, options in candidates
            if field.errors or (self.has_results(field.name) if options is None else self.has_multiple_values(options))
        ]

    def has_results(self, name):
        """Whether checking a flag would leave any record; always true for other filters and selected flags."""
        flag = self.filters[name]
        if not isinstance(flag, FlagFilter) or self.form.errors or self.form.cleaned_data.get(name):
            return True
        if name not in self._facet_counts:
            self._facet_counts[name] = flag.count(self.filtered_without(name))
        return bool(self._facet_counts[name])

    def primary_fields(self):
        return self.fields[:PRIMARY_FIELDS]

    def secondary_fields(self):
        return self.fields[PRIMARY_FIELDS:]

    def secondary_filters_active(self):
        """Whether a filter behind “More filters” is selected, or has an error."""
        return any(field.errors or self.data.get(field.name) for field, _options in self.secondary_fields())

    @cached_property
    def total(self):
        """The number of records that all filters leave."""
        if not self.is_valid():
            return 0
        if TOTAL not in self._facet_counts:
            self._facet_counts[TOTAL] = self.qs.count()
        return self._facet_counts[TOTAL]

    def has_multiple_values(self, options):
        """Whether the facet has more than one distinct value in the current results."""
        if self.form.errors:
            return len(options) > 1
        return any(option.selected or option.count < self.total for option in options)

    def active_filters(self):
        self.is_valid()
        active = []
        for name, value in self.form.cleaned_data.items():
            if value in (None, "", False):
                continue
            filter_ = self.filters[name]
            labels = self.labels(name, filter_) if name in self.facets() else {}
            label = filter_.value_label(value) if hasattr(filter_, "value_label") else labels.get(value, value)
            active.append(ActiveFilter(name, str(filter_.label), str(label), self.query_without(name)))
        return active

    def without_each_filter(self):
        """[(active filter, number of records without it)] of the filters whose removal leaves any record."""
        counts = [(active, self.filtered_without(active.name).count()) for active in self.active_filters()]
        return [(active, count) for active, count in counts if count]

    def query_without(self, name):
        """The query string of this list's first page without one of its filters."""
        query = self.data.copy()
        query.pop(name, None)
        query.pop(PAGE, None)
        return query.urlencode()

    def passthrough_params(self):
        """[(name, value)] of the query parameters that the form has no field for."""
        return [(name, self.data[name]) for name in ("sort", "size") if self.data.get(name)]
