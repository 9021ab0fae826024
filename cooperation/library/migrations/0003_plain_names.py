"""The publication state is called so; constraints say what they keep."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("library", "0002_photo_renditions")]
    operations = [
        migrations.RenameField("theme", "status", "publication_state"),
        migrations.AlterField(
            "theme",
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
        migrations.RenameField("photo", "status", "publication_state"),
        migrations.AlterField(
            "photo",
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
        migrations.RenameField("document", "status", "publication_state"),
        migrations.AlterField(
            "document",
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
        migrations.RenameField("page", "status", "publication_state"),
        migrations.AlterField(
            "page",
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
        migrations.RemoveConstraint("themegoal", "one_goal_a_theme"),
        migrations.RemoveConstraint("themegoal", "goals_are_one_to_seventeen"),
        migrations.RemoveConstraint("secretariat", "one_secretariat"),
        migrations.AddConstraint(
            "themegoal", models.UniqueConstraint(fields=("theme", "goal"), name="unique_theme_goal")
        ),
        migrations.AddConstraint(
            "themegoal",
            models.CheckConstraint(
                condition=models.Q(("goal__gte", 1), ("goal__lte", 17)), name="goal_between_1_and_17"
            ),
        ),
        migrations.AddConstraint(
            "secretariat",
            models.CheckConstraint(condition=models.Q(("key", "secretariat")), name="only_one_secretariat"),
        ),
    ]
