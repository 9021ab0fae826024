"""For migrations that rename models, fields or values: the same names stored as data, in other tables.

A stored version of a record (django-reversion) keeps names in JSON; unless they move too, it can no longer be restored.
A migration that uses these depends on the migrations of reversion, auth and contenttypes.
"""

import json

from .languages import LANGUAGE_CODES


def with_translations(fields):
    """{old: new} of translated fields and of their columns in each language."""
    return fields | {f"{old}_{code}": f"{new}_{code}" for old, new in fields.items() for code in LANGUAGE_CODES}


def rename_in_versions(apps, label, *, new_label="", fields=None, values=None):
    """Rename in the stored versions of a model.

    `label` is the model's: "agreements.signature"; `fields` is {old name: new name}, applied at once, so that names may
    be swapped; `values` is {new field name: {old value: new value}}.
    """
    versions = apps.get_model("reversion", "Version").objects
    fields, values = fields or {}, values or {}
    for version in versions.filter(serialized_data__contains=f'"{label}"').iterator():
        rows = json.loads(version.serialized_data)
        for row in rows:
            if row["model"] == label:
                row["model"] = new_label or label
                row["fields"] = rename_row(row["fields"], fields, values)
        version.serialized_data = json.dumps(rows, ensure_ascii=False)
        version.save(update_fields=["serialized_data"])


def rename_row(row, fields, values):
    renamed = {fields.get(name, name): value for name, value in row.items()}
    for name, mapping in values.items():
        if name in renamed:
            renamed[name] = mapping.get(renamed[name], renamed[name])
    return renamed


def rename_values(apps, label, field, mapping):
    """Update the stored values of one field."""
    model = apps.get_model(label)
    for old, new in mapping.items():
        model._base_manager.filter(**{field: old}).update(**{field: new})


def rename_in_translation_states(apps, kind, fields):
    for old, new in fields.items():
        apps.get_model("core", "TranslationState").objects.filter(kind=kind, field=old).update(field=new)


def rename_permissions(apps, app_label, old, new):
    """Permissions of users and groups follow a renamed model; both names in lower case."""
    permissions = apps.get_model("auth", "Permission").objects.filter(content_type__app_label=app_label)
    for action in ["add", "change", "delete", "view"]:
        permissions.filter(codename=f"{action}_{old}").update(codename=f"{action}_{new}")
