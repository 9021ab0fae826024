"""Labels of the values that claims give for a conference."""

from localities.choices import country_name
from localities.claim_labels import build_label_lookup


def claim_label_lookup(evidence):
    """A function label(fact, value), as `disputes` takes it: names of localities and countries."""
    return build_label_lookup(evidence, {"country": country_name})
