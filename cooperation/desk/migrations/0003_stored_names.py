"""The permissions of users and groups follow the renamed model."""

from django.db import migrations

from cooperation.core.stored_names import rename_permissions



def rename(apps, schema_editor):
    rename_permissions(apps, "desk", "reading", "importedarticle")


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0002_imported_article"),
        ("reversion", "0002_add_index_on_version_for_content_type_and_db"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0004_plain_names"),
    ]
    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
