"""A list's filters as one: each tells how many records its values would leave, and can be removed again."""

from typing import NamedTuple

import django_filters as filters
from django.core.exceptions import BadRequest, ValidationError
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .facets import LONGEST_QUERY, DayAsked, Facet, Option, Parted, Tick, Words, YearBound, YearFacet, choice_names
from .remembering import Shelf

__all__ = [
    "LONGEST_QUERY",
    "DayAsked",
    "Facet",
    "FacetedFilterSet",
    "Parted",
    "Tick",
    "Words",
    "YearBound",
    "YearFacet",
    "choice_names",
]
PAGE = "page"
TOTAL = "all of them"  # beside the facets that were counted
COUNTED = Shelf()


SHOWN_FIRST = 5


class InUse(NamedTuple):
    """A filter in use, and the query string that remains without it."""

    name: str
    label: str
    value: str
    without: str


class FacetedFilterSet(filters.FilterSet):
    """A filter set whose facets are counted within the other filters in use.

    That of a list has `orders()`: those in which the list may stand (see `ordering`), its own one first.
    """

    @classmethod
    def order_named(cls, name):
        """The order that an address asks for. Raises BadRequest where the list knows none of this name."""
        orders = cls.orders()
        chosen = {order.name: order for order in orders}.get(name or orders[0].name)
        if chosen is None:
            raise BadRequest(_("This list knows no order “%(order)s”.") % {"order": name[:40]})
        return chosen

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
        since, until = (self.form.cleaned_data.get(name) for name in ("since", "until"))
        if since and until and since > until:
            self.form.add_error("until", _("This year is before the first one."))
        return not self.form.errors

    def labels(self, name, facet):
        """The names of all values that the facet shows, with the selected one; asked once."""
        return self.counted(name, facet)[1]

    def counted(self, name, facet):
        """({value: number of records}, {value: its name}) of a facet, asked once."""
        if name not in self._counted:
            counts, selected = facet.counts(self.narrowed(without=name)), self.form.cleaned_data.get(name)
            values = set(counts) | ({selected} if selected else set())
            self._counted[name] = counts, {value: str(label) for value, label in facet.names(values).items()}
        return self._counted[name]

    @cached_property
    def _counted(self):
        """The facets counted so far; other pages of the same list share them."""
        asked = sorted((name, value) for name, value in self.data.items() if value and name in self.filters)
        address = getattr(self.request, "path_info", "")
        return COUNTED.here().setdefault((get_language(), type(self), address, *asked), {})

    def narrowed(self, without):
        records = self.queryset
        for name, value in self.form.cleaned_data.items():
            if name != without:
                records = self.filters[name].filter(records, value)
        return records

    def options(self, name):
        """The options of a facet, in the order of their names; those without a record stay out."""
        facet = self.filters[name]
        (counts, labels), selected = self.counted(name, facet), self.form.cleaned_data.get(name)
        return [
            Option(value, label, counts.get(value, 0), value == selected)
            for value, label in labels.items()
            if counts.get(value) or value == selected
        ]

    @cached_property
    def fields(self):
        """What the form draws, in order: (bound field, options or None); facets that tell nothing apart stay out."""
        self.is_valid()
        facets = self.facets_of()
        drawn = [(self.form[name], self.options(name) if name in facets else None) for name in self.filters]
        return [
            (field, options)
            for field, options in drawn
            if field.errors or (self.leaves_something(field.name) if options is None else self.tells_apart(options))
        ]

    def leaves_something(self, name):
        """Whether a tick would leave a record; what is typed in is not known beforehand."""
        tick = self.filters[name]
        if not isinstance(tick, Tick) or self.form.errors or self.form.cleaned_data.get(name):
            return True
        if name not in self._counted:
            self._counted[name] = tick.count(self.narrowed(without=name))
        return bool(self._counted[name])

    def first_fields(self):
        return self.fields[:SHOWN_FIRST]

    def more_fields(self):
        return self.fields[SHOWN_FIRST:]

    def more_in_use(self):
        """Whether a filter is in use, or wrong, that would not be seen at once."""
        return any(field.errors or self.data.get(field.name) for field, _options in self.more_fields())

    @cached_property
    def total(self):
        """How many records there are with all filters in use."""
        if not self.is_valid():
            return 0
        if TOTAL not in self._counted:
            self._counted[TOTAL] = self.qs.count()
        return self._counted[TOTAL]

    def tells_apart(self, options):
        """Whether choosing would leave something out: a value that all records have is no choice."""
        if self.form.errors:
            return len(options) > 1
        return any(option.selected or option.count < self.total for option in options)

    def in_use(self):
        self.is_valid()
        found = []
        for name, value in self.form.cleaned_data.items():
            if value in (None, "", False):
                continue
            filter_ = self.filters[name]
            labels = self.labels(name, filter_) if name in self.facets_of() else {}
            shown = filter_.shown(value) if hasattr(filter_, "shown") else labels.get(value, value)
            found.append(InUse(name, str(filter_.label), str(shown), self.query(without=name)))
        return found

    def ways_out(self):
        """[(filter in use, how many records there are without it)] of those that would help where nothing is found."""
        counted = [(each, self.narrowed(without=each.name).count()) for each in self.in_use()]
        return [(each, count) for each, count in counted if count]

    def query(self, without):
        """The query string of this list without one of its filters, from its first page on."""
        query = self.data.copy()
        query.pop(without, None)
        query.pop(PAGE, None)
        return query.urlencode()

    def kept(self):
        """[(name, value)] of the address that the form has no field for."""
        return [(name, self.data[name]) for name in ("sort", "size") if self.data.get(name)]
