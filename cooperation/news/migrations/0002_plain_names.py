"""The publication state, the URL of an original and the decisions on claims get their plain names."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0001_initial"), ("library", "0003_plain_names")]
    operations = [
        migrations.RemoveIndex("newsitem", "news_newest_first"),
        migrations.RenameField("newsitem", "status", "publication_state"),
        migrations.AlterField(
            "newsitem",
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
        migrations.RenameField("newsitem", "address", "original_url"),
        migrations.AddIndex(
            "newsitem", models.Index(fields=["publication_state", "-appeared_on"], name="news_newest_first")
        ),
        migrations.RemoveConstraint("claim", "one_claim_a_place"),
        migrations.AddConstraint(
            "claim", models.UniqueConstraint(fields=("news_item", "order"), name="unique_claim_order")
        ),
        migrations.AlterField(
            model_name="claim",
            name="decision",
            field=models.CharField(
                choices=[
                    ("accepted", "chosen: the register shows this value"),
                    ("reported", "left: shown as what this source says"),
                    ("rejected", "refused: an error of the source; not shown"),
                ],
                default="reported",
                max_length=8,
                verbose_name="decision",
            ),
        ),
    ]
