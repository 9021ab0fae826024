"""Change tracking: increments the content version, derives stored rows again and reindexes the affected records.

Everything happens in the transaction of the change, so that pages are fresh from the commit on.
"""

from django.apps import apps
from django.db.models.signals import m2m_changed, post_delete, post_save

from . import search
from .content_version import bump_content_version
from .translating import TranslationState


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


def tracked_models():
    """All concrete models of records and of their child rows."""
    return [model for model in apps.get_models() if hasattr(model, "records_to_reindex")]


def apply_change(sender, instance, **kwargs):
    """A row was saved (raw saves of fixtures too) or deleted, or one of its many-to-many relations changed."""
    if kwargs.get("action", "").startswith("pre_"):
        return
    model = type(instance)
    bump_content_version()
    if kwargs["signal"] is post_delete and hasattr(model, "record_kind"):
        delete_translation_states(model, instance.pk)
    if not is_deleted_with_owner(instance, kwargs.get("origin")):
        update_derived_rows(*instance.get_owner())
    reindex_records(*instance.record_to_reindex())


def is_deleted_with_owner(instance, origin):
    """Whether a part is deleted because its owner is; `origin` is the instance or queryset that is being deleted."""
    owner = instance.get_owner()[0]
    return owner is not type(instance) and getattr(origin, "model", type(origin)) is owner


def delete_translation_states(model, record_id):
    """Delete translation states explicitly: SQLite reuses primary keys."""
    TranslationState.objects.filter(kind=model.record_kind(), record_id=record_id).delete()


def connect_signals():
    for model in tracked_models():
        for signal in [post_save, post_delete]:
            signal.connect(apply_change, sender=model, dispatch_uid=f"changes of {model._meta.label}")
        for field in model._meta.many_to_many:
            m2m_changed.connect(apply_change, sender=field.remote_field.through, dispatch_uid=f"relations of {field}")
