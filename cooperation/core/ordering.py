"""The sort orders of lists."""

from collections.abc import Callable
from typing import NamedTuple

from django.db.models import Case, IntegerField, Value, When
from django.utils.translation import gettext_lazy as _


class Order(NamedTuple):
    """`name` is the value of `?sort=`; `by(cutoff)` returns the arguments of `order_by` (see `dates.AsOf`)."""

    name: str
    label: str
    by: Callable


def by_name(model):
    return Order("name", _("by name"), lambda cutoff: [model.objects.name_order(cutoff), "key"])


def newest(field):
    return Order("newest", _("newest first"), lambda cutoff: [f"-{field}", "key"])


def oldest(field):
    """Oldest first; records without a date last, as in `newest`."""
    undated = Case(When(**{field: ""}, then=Value(1)), default=Value(0), output_field=IntegerField())
    return Order("oldest", _("oldest first"), lambda cutoff: [undated, field, "key"])
