"""Change tracking: increments the content version, derives stored rows again and reindexes the affected records.

Everything happens in the transaction of the change, so that pages are fresh from the commit on.
"""

from django.apps import apps
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save

from . import history, search
from .content_version import bump_content_version


def prepare_bulk_change(model, ids):
    """Rows of a record's or part's model are about to be written or deleted without signals."""
    for owner, owner_ids in versioned_owners(model, ids):
        history.keep_first_states(owner, owner_ids)


def versioned_owners(model, ids):
    """[(model, ids)] of the records whose versions hold these rows."""
    if not is_part(model):
        return [(model, ids)]
    keys = [model._meta.get_field(name) for name in model.owners()]
    rows = model._base_manager.filter(pk__in=ids)
    return [(key.related_model, set(rows.values_list(key.attname, flat=True))) for key in keys]


def prepare_bulk_creation(model, rows):
    if is_part(model):
        prepare_parts(model, rows)


def apply_bulk_creation(model, ids):
    history.note_created(model, ids)
    apply_bulk_change(model, ids)


def apply_bulk_change(model, ids):
    """Rows of a record's or part's model were written, added or deleted without signals."""
    if ids:
        bump_content_version()
        update_derived_rows(*model.get_owners(ids))
        reindex_records(*model.records_to_reindex(ids))


def update_derived_rows(model, ids):
    model.update_derived_rows(ids)


def reindex_records(model, ids):
    if ids:
        if hasattr(model, "record_kind"):
            search.reindex(model, ids)
        reindex_dependents(model, ids)


def reindex_dependents(model, ids):
    """Reindex records of other models whose search entries contain these records' names."""
    for dependent in record_models():
        for lookup in dependent.search_dependency_paths:
            if related_model_of(dependent, lookup) is model:
                affected = dependent._base_manager.filter(**{f"{lookup}__in": ids})
                search.reindex(dependent, affected.values_list("pk", flat=True))


def related_model_of(model, lookup):
    for name in lookup.split("__"):
        model = model._meta.get_field(name).related_model
    return model


def record_models():
    """All concrete models of records."""
    return [model for model in apps.get_models() if hasattr(model, "record_kind")]


def is_part(model):
    """Whether rows of a model belong to records; organisations are rows of their own, without a publication state."""
    return bool(getattr(model, "owners", list)())


def tracked_models():
    """All concrete models of records and of their child rows."""
    return [model for model in apps.get_models() if hasattr(model, "records_to_reindex")]


def prepare_parts(model, rows):
    """Rows of a part's model are about to be written or deleted."""
    for name in model.owners():
        key = model._meta.get_field(name)
        history.keep_first_states(key.related_model, {getattr(row, key.attname) for row in rows})


def related_ids(through, instance, model):
    """The ids of the records of `model` that a row of a many-to-many relation leads to from `instance`."""
    keys = {key.related_model: key for key in through._meta.fields if key.is_relation}
    rows = through._base_manager.filter(**{keys[type(instance)].name: instance.pk})
    return set(rows.values_list(keys[model].attname, flat=True))


def prepare_change(sender, instance, **kwargs):
    """A row is about to be saved or deleted, or one of its many-to-many relations is about to change."""
    if kwargs.get("raw"):
        instance.is_loaded_raw = True  # a fixture or a stored state; its relations follow without a mark of their own
    if kwargs.get("action", "pre_").startswith("post_") or getattr(instance, "is_loaded_raw", False):
        return
    model = type(instance)
    if kwargs.get("reverse"):
        related = kwargs["pk_set"] or related_ids(sender, instance, kwargs["model"])
        history.keep_first_states(kwargs["model"], related)
    elif is_part(model):
        prepare_parts(model, [instance])
    elif kwargs["signal"] is pre_delete:
        history.keep_states(model, [instance.pk], history.STATE_AT_DELETION)
    elif not instance._state.adding:
        history.keep_first_states(model, [instance.pk])


def apply_change(sender, instance, **kwargs):
    """A row was saved (raw saves of fixtures too) or deleted, or one of its many-to-many relations changed."""
    if kwargs.get("action", "").startswith("pre_"):
        return
    model = type(instance)
    bump_content_version()
    if kwargs.get("created") and not kwargs["raw"]:
        history.note_created(model, [instance.pk])
    if not is_deleted_with_owner(instance, kwargs.get("origin")):
        update_derived_rows(*instance.get_owner())
    reindex_records(*instance.record_to_reindex())


def is_deleted_with_owner(instance, origin):
    """Whether a part is deleted because its owner is; `origin` is the instance or queryset that is being deleted."""
    owner = instance.get_owner()[0]
    return owner is not type(instance) and getattr(origin, "model", type(origin)) is owner


def connect_signals():
    for model in tracked_models():
        for signals, receiver in [([pre_save, pre_delete], prepare_change), ([post_save, post_delete], apply_change)]:
            for signal in signals:
                signal.connect(receiver, sender=model, dispatch_uid=f"{receiver.__name__} {model._meta.label}")
        for field in model._meta.many_to_many:
            for receiver in [prepare_change, apply_change]:
                through, uid = field.remote_field.through, f"{receiver.__name__} {field}"
                m2m_changed.connect(receiver, sender=through, dispatch_uid=uid)
