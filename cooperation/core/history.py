"""The history of records: their stored states, kept by django-reversion as versions of a record and its parts.

The forms of the desk add a version of each save. This module adds what they cannot: the state before the first change
and the state at deletion, by whatever door these come, and brings a stored state back.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import reversion
from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.db import IntegrityError, connection, models, router, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from reversion.models import Revision, Version

#: Comments of the versions that are not made by a form, as they are stored; the history page shows the labels.
FIRST_STATE, STATE_AT_DELETION, RESTORED = "first state", "state at deletion", "restored"
COMMENTS = {
    FIRST_STATE: pgettext_lazy("a version", "As it was before its first change here"),
    STATE_AT_DELETION: pgettext_lazy("a version", "As it was when it was deleted"),
    RESTORED: pgettext_lazy("a version", "An earlier version was restored"),
}
#: What a restored state leaves alone: publication is an act of its own, and the version number only grows.
KEPT = ("publication_state", "published_at", "version", "created_at")


class RestoreError(Exception):
    """A stored state cannot be brought back; the message says why, for staff."""


class Created(NamedTuple):
    """Marks records as created in the open transaction.

    It stands in the list of what to do on commit, which a rollback empties.
    """

    model: type[models.Model]
    ids: frozenset[int]

    def __call__(self) -> None:
        """Nothing is left to do on commit."""


def note_created(model: type[models.Model], ids: Iterable[int]) -> None:
    transaction.on_commit(Created(model, frozenset(ids)))


def is_created_here(model: type[models.Model], pk: int) -> bool:
    """Whether a record was created in the open transaction: its first state is what the transaction leaves."""
    marks = (entry[1] for entry in connection.run_on_commit)
    return any(isinstance(mark, Created) and mark.model is model and pk in mark.ids for mark in marks)


@contextmanager
def watching_creation() -> Iterator[set[type[models.Model]]]:
    """Within a transaction: a set which has, at the end of the block, the models of what was created in it."""
    created, start = set(), len(connection.run_on_commit)
    yield created
    marks = (entry[1] for entry in connection.run_on_commit[start:])
    created.update(mark.model for mark in marks if isinstance(mark, Created))


def keep_first_states(model: type[models.Model], ids: Collection[int]) -> None:
    """Store the present state of those of these records that have no version yet; call it before a change."""
    ids = [pk for pk in ids if not is_created_here(model, pk)] if reversion.is_registered(model) else []
    if not ids:
        return
    versions = Version.objects.get_for_model(model).filter(object_id__in=[str(pk) for pk in ids])
    known = set(versions.values_list("object_id", flat=True))
    keep_states(model, [pk for pk in ids if str(pk) not in known], FIRST_STATE)


def keep_states(model: type[models.Model], ids: Collection[int], comment: str) -> None:
    """Store the present state of these records with their parts, as a revision of its own.

    It is written directly: django-reversion would make it a part of the revision that is open.
    """
    if not ids or not reversion.is_registered(model):
        return
    rows = list(model._base_manager.filter(pk__in=ids))
    for part, key in part_models(model):
        rows += part._base_manager.filter(**{f"{key.name}__in": ids})
    with transaction.atomic():
        user = reversion.get_user() if reversion.is_active() and comment == STATE_AT_DELETION else None
        revision = Revision.objects.create(date_created=timezone.now(), comment=comment, user=user)
        versions = {(type(row), row.pk): build_version(revision, row) for row in rows}  # a part of two stands twice
        Version.objects.bulk_create(versions.values(), batch_size=500)


def build_version(revision: Revision, row: models.Model) -> Version:
    """The version of a record or part as django-reversion stores it."""
    return Version(
        revision=revision,
        content_type=ContentType.objects.get_for_model(row),
        object_id=str(row.pk),
        db=router.db_for_write(type(row), instance=row),
        format="json",
        serialized_data=serializers.serialize("json", [row]),
        object_repr=str(row),
    )


def find_parts_of(version: Version) -> list[Version]:
    """The versions of the parts of a record in its revision, which may hold other records too."""
    model = version.content_type.model_class()
    parts = []
    for other in version.revision.version_set.select_related("content_type"):
        part_model = other.content_type.model_class()
        keys = owner_keys(part_model, model) if part_model else []
        if version.object_id in {str(other.field_dict[key.attname]) for key in keys}:
            parts.append(other)
    return parts


def owner_keys(part_model: type[models.Model], model: type[models.Model]) -> list[models.ForeignKey]:
    """The foreign keys by which rows of `part_model` are parts of records of `model`."""
    names = getattr(part_model, "owners", list)()
    keys = [part_model._meta.get_field(name) for name in names]
    return [key for key in keys if key.related_model is model]


def part_models(model: type[models.Model]) -> list[tuple[type[models.Model], models.ForeignKey]]:
    """[(model of parts, its foreign key to the record)] of the parts that versions of `model` hold."""
    models_of_parts = {relation.related_model for relation in model._meta.related_objects}
    registered = [part for part in models_of_parts if hasattr(part, "owners") and reversion.is_registered(part)]
    return [(part, key) for part in registered for key in owner_keys(part, model)]


def restore(version: Version) -> models.Model:
    """Write a stored state of a record and its parts back, and return the record; call it in a transaction.

    The publication state and the version number stay those of the record; of one that was deleted, the version number
    is the highest that it had. Raises `RestoreError`.
    """
    model = version.content_type.model_class()
    present = model._base_manager.filter(pk=version.object_id).values(*KEPT).first()
    try:
        for part, key in part_models(model):
            part._base_manager.filter(**{key.name: version.object_id}).delete()
        for stored in [version, *find_parts_of(version)]:
            stored.revert()
            drop_lost_relations(stored)
    except (IntegrityError, models.ProtectedError, reversion.RevertError) as error:
        reason = find_conflict(version) or _("Other records have been changed since, and it no longer fits them.")
        raise RestoreError(reason) from error
    unchanged = present or {"version": highest_version(version)}
    model._base_manager.filter(pk=version.object_id).update(**unchanged)
    return model._base_manager.get(pk=version.object_id)


def drop_lost_relations(version: Version) -> None:
    """Take away what leads to records that have been deleted since; a part cannot be without its record."""
    model = version.content_type.model_class()
    rows = model._base_manager.filter(pk=version.object_id)
    for key in [field for field in model._meta.fields if isinstance(field, models.ForeignKey)]:
        value = version.field_dict[key.attname]
        if value is not None and not key.related_model._base_manager.filter(pk=value).exists():
            rows.update(**{key.attname: None}) if key.null else rows.delete()
    for field in model._meta.many_to_many:
        through, source, target = field.remote_field.through, field.m2m_field_name(), field.m2m_reverse_field_name()
        relations = through._base_manager.filter(**{source: version.object_id})
        relations.exclude(**{f"{target}__in": field.related_model._base_manager.values("pk")}).delete()


def find_lost(version: Version) -> list[str]:
    """The names of the relations of a stored state, and of its parts, that lead to records deleted since."""
    lost = []
    for stored in [version, *find_parts_of(version)]:
        model = stored.content_type.model_class()
        for field in [*model._meta.fields, *model._meta.many_to_many]:
            values = stored.field_dict.get(field.attname) if field.is_relation else None
            keys = {str(value) for value in (values if isinstance(values, list) else [values]) if value is not None}
            known = field.related_model._base_manager.filter(pk__in=keys).count() if keys else 0
            lost += [str(field.verbose_name)] if len(keys) > known else []
    return list(dict.fromkeys(lost))


def highest_version(version: Version) -> int:
    model = version.content_type.model_class()
    versions = Version.objects.get_for_object_reference(model, version.object_id)
    return max(stored.field_dict["version"] for stored in versions)


def find_conflict(version: Version) -> str:
    """Why a deleted record cannot come back: another one has its identifier by now; empty if nothing speaks against."""
    model = version.content_type.model_class()
    key = version.field_dict["key"]
    taken = model._base_manager.filter(key=key).exclude(pk=version.object_id).exists()
    return _("Another record has the identifier “%(key)s” by now.") % {"key": key} if taken else ""
