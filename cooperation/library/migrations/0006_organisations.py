"""Publishers become organisations: their table moves here from the app of news, with its rows and their ids."""

from django.db import migrations, models


def move_table(apps, schema_editor):
    schema_editor.alter_db_table(apps.get_model("news", "Publisher"), "news_publisher", "library_organisation")


def move_table_back(apps, schema_editor):
    schema_editor.alter_db_table(apps.get_model("news", "Publisher"), "library_organisation", "news_publisher")


class Migration(migrations.Migration):
    dependencies = [("library", "0005_wording"), ("news", "0007_unrecorded_signings")]
    operations = [
        migrations.RunPython(move_table, move_table_back),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Organisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.SlugField(max_length=100, unique=True, verbose_name="identifier")),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        ("name_vi", models.CharField(max_length=200, null=True, verbose_name="name")),
                        ("name_fr", models.CharField(max_length=200, null=True, verbose_name="name")),
                        ("name_en", models.CharField(max_length=200, null=True, verbose_name="name")),
                    ],
                    options={
                        "verbose_name": "organisation",
                        "verbose_name_plural": "organisations",
                        "ordering": ["key"],
                    },
                )
            ]
        ),
    ]
