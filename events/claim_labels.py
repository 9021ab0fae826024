"""Labels of the values that claims give for a conference."""

from localities.claim_labels import build_label_lookup
from localities.countries import country_name


def claim_label_lookup(evidence, cutoff=None):
    """A function label(fact, value), as `disputes` takes it: names of localities and countries."""
    return build_label_lookup(evidence, {"country": country_name}, cutoff=cutoff)
