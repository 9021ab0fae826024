"""Names that are stored as data: publication states, states of translations, permissions, and stored versions."""

from django.db import migrations

from cooperation.core.stored_names import rename_in_translation_states, rename_in_versions, rename_permissions, rename_values, with_translations

STATE = {"status": "publication_state"}
STATE_VALUES = {"publication_state": {"withdrawn": "unpublished"}}
TEXTS = {"presentation": "description"}
LEVEL = {"tier": "administrative_level"}


def rename(apps, schema_editor):
    rename_values(apps, "localities.locality", "publication_state", STATE_VALUES["publication_state"])
    rename_in_translation_states(apps, "locality", TEXTS)
    fields = STATE | LEVEL | with_translations(TEXTS)
    rename_in_versions(apps, "localities.locality", fields=fields, values=STATE_VALUES)
    rename_in_versions(apps, "localities.localitytier", new_label="localities.localitylevel", fields=LEVEL)
    rename_permissions(apps, "localities", "localitytier", "localitylevel")


class Migration(migrations.Migration):
    dependencies = [
        ("localities", "0002_plain_names"),
        ("reversion", "0002_add_index_on_version_for_content_type_and_db"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0004_plain_names"),
    ]
    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
