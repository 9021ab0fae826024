"""Names that are stored as data: publication states, and stored versions."""

from django.db import migrations

from cooperation.core.stored_names import rename_in_versions, rename_values

STATE = {"status": "publication_state"}
STATE_VALUES = {"publication_state": {"withdrawn": "unpublished"}}


def rename(apps, schema_editor):
    for name in ["theme", "photo", "document", "page"]:
        rename_values(apps, f"library.{name}", "publication_state", STATE_VALUES["publication_state"])
        rename_in_versions(apps, f"library.{name}", fields=STATE, values=STATE_VALUES)


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0003_plain_names"),
        ("reversion", "0002_add_index_on_version_for_content_type_and_db"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0004_plain_names"),
    ]
    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
