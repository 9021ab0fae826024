"""Where a record is used: what has to be changed before it can be deleted."""

from collections.abc import Iterator
from itertools import filterfalse
from typing import NamedTuple

from django.db import models
from django.db.models.signals import pre_delete

from .changes import is_part, tracked_models
from .records import PublicationState


class Use(NamedTuple):
    """Records that point at one through the same relation; `label` is the relation's name on their side."""

    label: str
    records: list


def find_uses(record: models.Model) -> list[Use]:
    """The uses of a record by other records, over foreign keys, many-to-many relations and their parts."""
    uses, listed = [], set()
    for relation in record._meta.related_objects:
        users = [user for user in find_users(record, relation) if user not in listed]
        listed |= set(users)
        if users:
            uses.append(Use(str(relation.field.verbose_name), users))
    return uses


def find_users(record: models.Model, relation: models.ForeignObjectRel) -> Iterator[models.Model]:
    """The records that point at `record` through one relation, each once, without itself."""
    model, name = relation.related_model, relation.field.name
    if hasattr(model, "record_kind"):
        users = model._base_manager.filter(**{name: record.pk})
        yield from users.exclude(pk=record.pk) if model is type(record) else users
    for owner in getattr(model, "owners", list)():
        key = model._meta.get_field(owner)
        if owner != name:
            ids = model._base_manager.filter(**{name: record.pk}).values(key.attname)
            yield from key.related_model._base_manager.filter(pk__in=ids)


def only_shown(records: models.QuerySet) -> models.QuerySet:
    """Of these records those that nothing uses, or that a public record uses; the others only serve hidden records."""
    every, shown, used = records.model._base_manager, models.Q(), models.Q()
    for relation in records.model._meta.related_objects:
        path = relation.field.related_query_name()
        owner = "".join(f"__{name}" for name in getattr(relation.related_model, "owners", list)())
        is_public = {f"{path}{owner}__publication_state": PublicationState.PUBLISHED}
        shown |= models.Q(pk__in=every.filter(**is_public).values("pk"))
        used |= models.Q(pk__in=every.filter(**{f"{path}__isnull": False}).values("pk"))
    return records.filter(shown | ~used)


def refuse_deleting_what_is_used(sender, instance, **kwargs):
    """Many-to-many relations are not protected by the database, as foreign keys are."""
    users = [user for use in find_uses(instance) for user in use.records]
    if users:
        raise models.ProtectedError(f"{instance!r} is used by {len(users)} records.", set(users))


def connect_signals():
    for model in filterfalse(is_part, tracked_models()):
        pre_delete.connect(refuse_deleting_what_is_used, sender=model, dispatch_uid=f"uses of {model._meta.label}")
