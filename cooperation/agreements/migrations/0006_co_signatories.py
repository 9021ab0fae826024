"""Parties that are no localities become organisations of the library, each once, with the versions that name them."""

import json

import django.db.models.deletion
from django.db import migrations, models

from cooperation.core.folding import slug
from cooperation.core.stored_names import rename_in_versions

LABEL = "agreements.agreementparty"


def make_organisations(apps, schema_editor):
    organisations = apps.get_model("library", "Organisation").objects
    parties = apps.get_model("agreements", "AgreementParty").objects
    stored = set(parties.exclude(organisation_text="").values_list("organisation_text", flat=True))
    ids = {"": None}
    for text in sorted(stored | find_names_in_versions(apps)):
        names = {name: text for name in ["name", "name_vi", "name_fr", "name_en"]}
        key = slug(text)[:100] or f"organisation-{len(ids)}"
        organisation, _created = organisations.get_or_create(key=key, defaults=names)
        ids[text] = organisation.pk
        parties.filter(organisation_text=text).update(organisation=organisation)
    rename_in_versions(apps, LABEL, values={"organisation": ids})


def find_names_in_versions(apps):
    names = set()
    for version in apps.get_model("reversion", "Version").objects.filter(serialized_data__contains=f'"{LABEL}"'):
        rows = json.loads(version.serialized_data)
        names |= {row["fields"].get("organisation") for row in rows if row["model"] == LABEL}
    return {name for name in names if name}


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0005_terms_and_status_periods"),
        ("library", "0007_organisation_fields"),
        ("reversion", "0002_add_index_on_version_for_content_type_and_db"),
    ]
    operations = [
        migrations.RemoveConstraint("agreementparty", "party_is_locality_or_organisation"),
        migrations.RenameField("agreementparty", "organisation", "organisation_text"),
        migrations.AddField(
            model_name="agreementparty",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                help_text="A party that is not a locality.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agreement_parties",
                to="library.organisation",
                verbose_name="other organisation",
            ),
        ),
        migrations.RunPython(make_organisations, migrations.RunPython.noop),
        migrations.RemoveField("agreementparty", "organisation_text"),
        migrations.AddConstraint(
            "agreementparty",
            models.CheckConstraint(
                name="party_is_locality_or_organisation",
                condition=models.Q(locality=None, organisation__isnull=False)
                | models.Q(locality__isnull=False, organisation=None),
                violation_error_message="Enter either a locality or another organisation, not both.",
            ),
        ),
    ]
