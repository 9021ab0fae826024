"""A locality has an administrative level and a description; its levels through time are rows of their own."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("localities", "0001_initial"), ("library", "0003_plain_names")]
    operations = [
        migrations.RemoveConstraint("locality", "locality_tier_fits_country"),
        migrations.RemoveConstraint("localitytier", "one_row_a_locality_tier"),
        migrations.RemoveConstraint("localitytier", "locality_tier_ends_after_it_begins"),
        migrations.RemoveConstraint("localityname", "one_row_a_locality_name"),
        migrations.RemoveConstraint("localitycode", "one_row_a_locality_code"),
        migrations.RemoveConstraint("localitycode", "one_unit_a_code_today"),
        migrations.RemoveConstraint("succession", "one_succession_a_pair"),
        migrations.RemoveConstraint("succession", "no_succession_to_itself"),
        migrations.RenameModel("LocalityTier", "LocalityLevel"),
        migrations.RenameField("locality", "status", "publication_state"),
        migrations.AlterField(
            "locality",
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
        migrations.RenameField("locality", "tier", "administrative_level"),
        migrations.RenameField("locality", "presentation", "description"),
        migrations.RenameField("locality", "presentation_vi", "description_vi"),
        migrations.RenameField("locality", "presentation_fr", "description_fr"),
        migrations.RenameField("locality", "presentation_en", "description_en"),
        migrations.RenameField("localitylevel", "tier", "administrative_level"),
        migrations.AlterField(
            model_name="localitylevel",
            name="locality",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="levels",
                to="localities.locality",
                verbose_name="locality",
            ),
        ),
        migrations.AddConstraint(
            model_name="locality",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("country", "VN"), ("administrative_level__startswith", "vn_")),
                    models.Q(("country", "FR"), ("administrative_level__startswith", "fr_")),
                    models.Q(
                        models.Q(("country__in", ["VN", "FR"]), _negated=True),
                        ("administrative_level__in", ["state_level", "regional", "local"]),
                    ),
                    _connector="OR",
                ),
                name="locality_level_fits_country",
                violation_error_message="This country has no such level.",
            ),
        ),
        migrations.AddConstraint(
            model_name="localitycode",
            constraint=models.UniqueConstraint(
                fields=("locality", "scheme", "value", "since"), name="unique_locality_code"
            ),
        ),
        migrations.AddConstraint(
            model_name="localitycode",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until", "")),
                fields=("scheme", "value"),
                name="unique_current_code",
                violation_error_message="Another locality has this code today: end the other one first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="localitylevel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since", ""),
                    ("until", ""),
                    django.db.models.lookups.GreaterThanOrEqual(
                        django.db.models.functions.text.Substr(
                            "until", 1, django.db.models.functions.text.Length("since")
                        ),
                        django.db.models.functions.text.Substr(
                            "since", 1, django.db.models.functions.text.Length("until")
                        ),
                    ),
                    _connector="OR",
                ),
                name="locality_level_ends_after_it_begins",
                violation_error_message="The end is before the beginning.",
            ),
        ),
        migrations.AddConstraint(
            model_name="localitylevel",
            constraint=models.UniqueConstraint(
                fields=("locality", "administrative_level", "since"), name="unique_locality_level"
            ),
        ),
        migrations.AddConstraint(
            model_name="localityname",
            constraint=models.UniqueConstraint(
                fields=("locality", "text", "language", "since"), name="unique_locality_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.UniqueConstraint(fields=("predecessor", "successor"), name="unique_succession"),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.CheckConstraint(
                condition=models.Q(("predecessor", models.F("successor")), _negated=True),
                name="succession_not_to_itself",
                violation_error_message="A locality does not succeed itself.",
            ),
        ),
    ]
