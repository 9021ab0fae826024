"""Reports refer to organisations, whose table the app of the library now has; permissions follow."""

import django.db.models.deletion
from django.db import migrations, models

from cooperation.core.stored_names import rename_permissions


def move_permissions(apps, schema_editor):
    """The type and the permissions of publishers become those of organisations, with the groups and users that have them."""
    types = apps.get_model("contenttypes", "ContentType").objects
    types.filter(app_label="news", model="publisher").update(app_label="library", model="organisation")
    rename_permissions(apps, "library", "publisher", "organisation")


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0007_unrecorded_signings"),
        ("library", "0006_organisations"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="newsitem",
                    name="publisher",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Leave blank if it is not known, and for our own news.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="library.organisation",
                        verbose_name="publisher",
                    ),
                ),
                migrations.DeleteModel("Publisher"),
            ]
        ),
        migrations.RunPython(move_permissions, migrations.RunPython.noop),
    ]
