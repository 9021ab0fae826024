"""Names that are stored as data: kinds of milestones and relations, publication states, permissions, stored versions."""

from django.db import migrations

from cooperation.core.stored_names import rename_in_translation_states, rename_in_versions, rename_permissions, rename_values, with_translations

STATE = {"status": "publication_state"}
STATE_VALUES = {"publication_state": {"withdrawn": "unpublished"}}
RELATIONS = {"carries_out": "implements"}
MILESTONES = {
    "deliberated": "approved",
    "transmitted": "submitted_for_review",
    "in_force": "entered_into_force",
}
PARTY = {"body": "organisation", "signatory": "signed_by"}


def rename(apps, schema_editor):
    for name in ["agreement", "partnership"]:
        rename_values(apps, f"agreements.{name}", "publication_state", STATE_VALUES["publication_state"])
    rename_values(apps, "agreements.agreement", "relation_type", RELATIONS)
    rename_values(apps, "agreements.milestone", "kind", MILESTONES)
    rename_in_translation_states(apps, "agreement", {"signed_at": "signature_place"})
    rename_in_translation_states(apps, "partnership", {"presentation": "description"})
    fields = {"follows": "earlier_agreement", "follows_as": "relation_type"}
    fields |= STATE | with_translations({"signed_at": "signature_place"})
    values = STATE_VALUES | {"relation_type": RELATIONS}
    rename_in_versions(apps, "agreements.agreement", fields=fields, values=values)
    fields = STATE | with_translations({"presentation": "description"})
    rename_in_versions(apps, "agreements.partnership", fields=fields, values=STATE_VALUES)
    fields = PARTY | with_translations({"office": "position"})
    rename_in_versions(apps, "agreements.signature", new_label="agreements.agreementparty", fields=fields)
    rename_in_versions(apps, "agreements.agreementtext", fields={"standing": "authenticity"})
    rename_in_versions(apps, "agreements.milestone", values={"kind": MILESTONES})
    rename_permissions(apps, "agreements", "signature", "agreementparty")


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0002_plain_names"),
        ("reversion", "0002_add_index_on_version_for_content_type_and_db"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0004_plain_names"),
    ]
    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
