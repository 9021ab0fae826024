"""A conference has a status, a theme and a description; a speaker a position and an organisation."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0001_initial"), ("localities", "0002_plain_names"), ("library", "0003_plain_names")]
    operations = [
        migrations.RenameField("conference", "status", "publication_state"),
        migrations.AlterField(
            "conference",
            "publication_state",
            models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("published", "published"),
                    ("unpublished", "withdrawn"),
                ],
                db_index=True,
                default="draft",
                max_length=12,
                verbose_name="status",
            ),
        ),
        migrations.RenameField("conference", "state", "status"),
        migrations.RenameField("conference", "motto", "conference_theme"),
        migrations.RenameField("conference", "motto_vi", "conference_theme_vi"),
        migrations.RenameField("conference", "motto_fr", "conference_theme_fr"),
        migrations.RenameField("conference", "motto_en", "conference_theme_en"),
        migrations.RenameField("conference", "presentation", "description"),
        migrations.RenameField("conference", "presentation_vi", "description_vi"),
        migrations.RenameField("conference", "presentation_fr", "description_fr"),
        migrations.RenameField("conference", "presentation_en", "description_en"),
        migrations.RenameField("speaker", "office", "position"),
        migrations.RenameField("speaker", "office_vi", "position_vi"),
        migrations.RenameField("speaker", "office_fr", "position_fr"),
        migrations.RenameField("speaker", "office_en", "position_en"),
        migrations.RenameField("speaker", "body", "organisation"),
        migrations.RenameField("speaker", "body_vi", "organisation_vi"),
        migrations.RenameField("speaker", "body_fr", "organisation_fr"),
        migrations.RenameField("speaker", "body_en", "organisation_en"),
        migrations.RemoveConstraint("session", "one_session_a_place"),
        migrations.RemoveConstraint("speaker", "one_speaker_a_place"),
        migrations.RemoveConstraint("commitment", "one_commitment_a_place"),
        migrations.AddConstraint(
            "session", models.UniqueConstraint(fields=("conference", "order"), name="unique_session_order")
        ),
        migrations.AddConstraint(
            "speaker", models.UniqueConstraint(fields=("conference", "order"), name="unique_speaker_order")
        ),
        migrations.AddConstraint(
            "commitment", models.UniqueConstraint(fields=("conference", "order"), name="unique_commitment_order")
        ),
    ]
