"""Labels of the values that claims give for an agreement or a partnership."""

from events.models import Conference
from localities.claim_labels import build_label_lookup
from localities.models import Locality

from .choices import AgreementKind, PartnershipKind

KIND_LABELS = dict(AgreementKind.choices) | dict(PartnershipKind.choices)


def claim_label_lookup(evidence, cutoff=None):
    """A function label(fact, value), as `disputes` takes it: names of localities, conferences and kinds."""
    return build_label_lookup(evidence, {"kind": get_kind_label}, [Locality, Conference], cutoff)


def get_kind_label(kind):
    return str(KIND_LABELS.get(kind, kind))
