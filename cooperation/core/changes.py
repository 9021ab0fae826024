"""The one place that learns of a change: it raises the content version and renews search entries.

Everything happens in the transaction of the change, so that pages are fresh from the commit on.
"""

from django.apps import apps
from django.db import connection
from django.db.models import F
from django.db.models.signals import m2m_changed, post_delete, post_save

from . import search


def raise_content_version():
    from .models import ContentVersion  # noqa: PLC0415 -- this module is imported by the models' own base

    if not ContentVersion.objects.filter(pk=1).update(number=F("number") + 1):
        ContentVersion.objects.get_or_create(pk=1, defaults={"number": 1})


def content_version():
    """The number that every kept page's key holds; it only grows. Read before every page, hence in plain SQL."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM core_contentversion WHERE id = 1")
        row = cursor.fetchone()
    return row[0] if row else 0


def many_changed(model, ids):
    """Rows of a record's or part's model were written, added or deleted."""
    if not ids:
        return
    raise_content_version()
    if is_record(model):
        renew_entries(model, ids)
    elif model.is_searched:
        owner = model._meta.get_field(model.owner)
        owners = model._base_manager.filter(pk__in=ids).values_list(owner.attname, flat=True)
        renew_entries(owner.related_model, set(owners))


def renew_entries(model, ids):
    search.renew(model, ids)
    renew_followers(model, ids)


def renew_followers(model, ids):
    """Entries of other records that hold these records' names."""
    for follower in records():
        for lookup in follower.search_follows:
            if leads_to(follower, lookup) is model:
                holding = follower._base_manager.filter(**{f"{lookup}__in": ids})
                search.renew(follower, holding.values_list("pk", flat=True))


def leads_to(model, lookup):
    for name in lookup.split("__"):
        model = model._meta.get_field(name).related_model
    return model


def is_record(model):
    from .records import Record  # noqa: PLC0415 -- as above

    return issubclass(model, Record)


def records():
    return [model for model in apps.get_models() if is_record(model)]


def watched():
    from .records import Part  # noqa: PLC0415 -- as above

    return [model for model in apps.get_models() if is_record(model) or issubclass(model, Part)]


def on_change(sender, instance, **kwargs):
    """A row was saved, raw ones of fixtures too, or deleted, or what it is tied to has changed."""
    if kwargs.get("action", "").startswith("pre_"):
        return
    model = type(instance)
    raise_content_version()
    if kwargs["signal"] is post_delete and is_record(model):
        forget_translations(model, instance.pk)
    if is_record(model):
        renew_entries(model, [instance.pk])
    elif model.is_searched:
        owner = model._meta.get_field(model.owner)
        renew_entries(owner.related_model, [getattr(instance, owner.attname)])


def forget_translations(model, record_id):
    """SQLite gives a deleted record's number to the next one."""
    from .models import TranslationState  # noqa: PLC0415 -- as above

    TranslationState.objects.filter(kind=model.record_kind(), record_id=record_id).delete()


def watch():
    for model in watched():
        for signal in [post_save, post_delete]:
            signal.connect(on_change, sender=model, dispatch_uid=f"changes of {model._meta.label}")
        for field in model._meta.many_to_many:
            m2m_changed.connect(on_change, sender=field.remote_field.through, dispatch_uid=f"ties of {field}")
