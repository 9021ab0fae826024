"""Labels of claimed values: names for keys, labels for choices."""

from functools import cache

from cooperation.news.comparison import get_value_type
from cooperation.news.facts import KEY

from .models import Locality


def build_label_lookup(evidence, choice_labels, models=(Locality,), cutoff=None):
    """A function label(fact, value), as `disputes` takes it.

    A fact in `choice_labels` ({fact: function of the value}) has its own labels. The key of a public record of one of
    `models` becomes its name; any other value is returned as text. Names are queried on first use only, because most
    pages show no dispute; they are those of the cutoff (`dates.AsOf`), if there is one.
    """

    @cache
    def get_names():
        keys = {claim.value for claim in evidence.claims if get_value_type(claim) == KEY}
        records = [record for model in models for record in model.objects.public().filter(key__in=keys).dated(cutoff)]
        return {record.key: str(record) for record in records}

    def get_label(fact, value):
        if fact in choice_labels:
            return choice_labels[fact](value)
        return get_names().get(str(getattr(value, "key", value)), str(value))

    return get_label
