"""Keeps what staff could do, why records are not public, and from which texts translations were made."""

import json
from hashlib import sha256

from django.db import migrations
from django.db.models import Q

#: {kind: (app, model)} of the records.
KINDS = {
    "agreement": ("agreements", "Agreement"),
    "partnership": ("agreements", "Partnership"),
    "locality": ("localities", "Locality"),
    "conference": ("events", "Conference"),
    "newsitem": ("news", "NewsItem"),
    "theme": ("library", "Theme"),
    "photo": ("library", "Photo"),
    "document": ("library", "Document"),
    "page": ("library", "Page"),
}


def grant_publishing(apps, schema_editor):
    """Until now, whoever could change a record could publish it."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    for kind, (app, _model) in KINDS.items():
        change = Permission.objects.filter(content_type__app_label=app, codename=f"change_{kind}").first()
        if change is None:
            continue  # a new site: permissions are created after the migrations
        content_type = ContentType.objects.get(pk=change.content_type_id)
        name = change.name.replace("change", "publish", 1)
        publish, _created = Permission.objects.get_or_create(
            content_type=content_type, codename=f"publish_{kind}", defaults={"name": name}
        )
        publish.group_set.add(*change.group_set.all())
        publish.user_set.add(*change.user_set.all())


def tell_what_is_unpublished(apps, schema_editor):
    Unpublishing = apps.get_model("core", "Unpublishing")
    for kind, (app, model) in KINDS.items():
        unpublished = apps.get_model(app, model).objects.filter(publication_state="unpublished")
        for key in unpublished.values_list("key", flat=True):
            Unpublishing.objects.get_or_create(kind=kind, key=key, defaults={"reason": "other"})


def find_source_texts(apps, schema_editor):
    """A translation knew a hash of its source: the text itself is the present one, or one of the history, or lost."""
    for state in apps.get_model("core", "TranslationState").objects.filter(~Q(source_hash="")):
        if state.kind not in KINDS:
            continue
        model = apps.get_model(*KINDS[state.kind])
        name = f"{state.field}_{state.source_language}"
        if name not in {field.name for field in model._meta.fields}:
            continue  # a text that has become a relation
        texts = [*model.objects.filter(pk=state.record_id).values_list(name, flat=True), *old_texts(apps, state, name)]
        state.source_text = next((text for text in texts if is_hashed(text, state.source_hash)), "") or ""
        state.save(update_fields=["source_text"])


def old_texts(apps, state, name):
    versions = apps.get_model("reversion", "Version").objects.filter(
        content_type__app_label=KINDS[state.kind][0], content_type__model=state.kind, object_id=str(state.record_id)
    )
    for data in versions.values_list("serialized_data", flat=True):
        yield json.loads(data)[0]["fields"].get(name)


def is_hashed(text, digest):
    return sha256((text or "").encode()).hexdigest() == digest


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0004_wording"),
        ("core", "0006_unpublishing_and_text_sources"),
        ("library", "0008_publish_right"),
        ("localities", "0007_publish_right"),
        ("news", "0010_publish_right"),
        ("events", "0006_publish_right"),
        ("agreements", "0007_publish_right"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("reversion", "0001_squashed_0004_auto_20160611_1202"),
    ]
    operations = [
        migrations.RunPython(step, migrations.RunPython.noop, elidable=True)
        for step in (grant_publishing, tell_what_is_unpublished, find_source_texts)
    ]
