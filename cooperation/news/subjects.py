"""The public records that claims speak of, found by kind and key: no import leads there."""

from django.apps import apps

from .facts import FACTS


def get_record_model(kind):
    """The record model that claims call by this word; None where there is none."""
    found = [model for model in apps.get_models() if hasattr(model, "record_kind") and model.record_kind() == kind]
    return found[0] if kind in FACTS and found else None


def subjects_of(claims):
    """Public records that these claims name, by kind, each once: one query a kind."""
    keys = {}
    for claim in claims:
        if claim.subject_kind:
            keys.setdefault(claim.subject_kind, set()).add(claim.subject_key)
    found = []
    for kind in FACTS:
        model = get_record_model(kind) if kind in keys else None
        if model:
            found.append((kind, list(with_card_relations(model.objects.public().filter(key__in=keys[kind])))))
    return [(kind, records) for kind, records in found if records]


def unpublished_subjects(claims):
    """{(kind, key)} of the records that these claims name and the public may not read of: one query a kind."""
    keys = {}
    for claim in claims:
        keys.setdefault(claim.subject_kind, set()).add(claim.subject_key)
    hidden = set()
    for kind, named in keys.items():
        model = get_record_model(kind) if kind else None
        if model:
            drafts = model.objects.filter(key__in=named).exclude(model.objects.public_condition())
            hidden |= {(kind, key) for key in drafts.values_list("key", flat=True)}
    return hidden


def with_card_relations(records):
    return records.with_card_relations() if hasattr(records, "for_cards") else records
