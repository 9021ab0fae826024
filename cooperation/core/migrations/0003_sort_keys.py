"""The place of each record in the order of each language. `manage.py renew_entries` fills it."""

from importlib import import_module

from django.db import migrations

import cooperation.core.fields

index = import_module("cooperation.core.migrations.0002_full_text_index")


def make_triggers_again(apps, schema_editor):
    """SQLite builds the table anew for a column, and drops what hangs on the old one."""
    if schema_editor.connection.vendor == "sqlite":
        for statement in index.MAKE["sqlite"][1:]:
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("core", "0002_full_text_index")]
    operations = [
        *(
            migrations.AddField(
                "searchentry",
                f"sort_{code}",
                cooperation.core.fields.CodePointField(default="", max_length=400),
            )
            for code in ["vi", "fr", "en"]
        ),
        migrations.RunPython(make_triggers_again, migrations.RunPython.noop),
    ]
