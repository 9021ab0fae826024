"""Constraints say what they keep; the table of former keys goes, in which nothing was ever written."""

from importlib import import_module

from django.db import migrations, models

sort_keys = import_module("cooperation.core.migrations.0003_sort_keys")


def delete_permissions(apps, schema_editor):
    apps.get_model("contenttypes", "ContentType").objects.filter(app_label="core", model="oldkey").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_sort_keys"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [
        migrations.DeleteModel("OldKey"),
        migrations.RunPython(delete_permissions, migrations.RunPython.noop),
        migrations.RemoveConstraint("translationstate", "one_state_a_translated_text"),
        migrations.AddConstraint(
            "translationstate",
            models.UniqueConstraint(
                fields=("kind", "record_id", "field", "language"), name="unique_translation_state_per_text"
            ),
        ),
        migrations.RemoveConstraint("searchentry", "one_search_entry_a_record"),
        migrations.AddConstraint(
            "searchentry",
            models.UniqueConstraint(fields=("kind", "record_id"), name="unique_search_entry_per_record"),
        ),
        migrations.RunPython(sort_keys.make_triggers_again, migrations.RunPython.noop),
    ]
