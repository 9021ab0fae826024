"""Resolve the subjects of claims by kind and key, without importing their models."""

from cooperation.kinds import get_kind

from .facts import FACTS


def get_record_model(kind_name):
    """The model of the records that claims of this kind are about; None where there is none."""
    return get_kind(kind_name).model if kind_name and kind_name in FACTS else None


def keys_by_kind(claims):
    """{kind: keys} of the subjects of these claims."""
    keys = {}
    for claim in claims:
        if claim.subject_kind:
            keys.setdefault(claim.subject_kind, set()).add(claim.subject_key)
    return keys


def subjects_of(claims, cutoff=None):
    """[(kind, its public records)] that these claims name, each record once; one query per kind.

    Names are those of the cutoff (`dates.AsOf`), if there is one.
    """
    keys = keys_by_kind(claims)
    subjects = []
    for kind_name in FACTS:
        model = get_record_model(kind_name) if kind_name in keys else None
        if model:
            records = model.objects.public().filter(key__in=keys[kind_name])
            records = records.dated(cutoff).with_card_relations(cutoff)
            subjects.append((kind_name, list(records)))
    return [(kind_name, records) for kind_name, records in subjects if records]


def unpublished_subjects(claims):
    """{(kind, key)} of the unpublished records that these claims name; one query per kind."""
    unpublished = set()
    for kind_name, keys in keys_by_kind(claims).items():
        model = get_record_model(kind_name)
        if model:
            drafts = model.objects.filter(key__in=keys).exclude(model.objects.public_condition())
            unpublished |= {(kind_name, key) for key in drafts.values_list("key", flat=True)}
    return unpublished
