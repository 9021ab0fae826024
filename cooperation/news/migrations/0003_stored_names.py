"""Names that are stored as data: facts and decisions of claims, publication states, and stored versions."""

from django.db import migrations

from cooperation.core.stored_names import rename_in_versions, rename_values

STATE = {"status": "publication_state"}
STATE_VALUES = {"publication_state": {"withdrawn": "unpublished"}}
CLAIM_VALUES = {
    "fact": {
        "motto": "conference_theme",
        "signed_at": "signature_place",
        "signatories": "signed_by",
        "named": "mention",
    },
    "decision": {"chosen": "accepted", "left": "reported", "refused": "rejected"},
}


def rename(apps, schema_editor):
    rename_values(apps, "news.newsitem", "publication_state", STATE_VALUES["publication_state"])
    rename_in_versions(apps, "news.newsitem", fields=STATE | {"address": "original_url"}, values=STATE_VALUES)
    for field, mapping in CLAIM_VALUES.items():
        rename_values(apps, "news.claim", field, mapping)
    rename_in_versions(apps, "news.claim", values=CLAIM_VALUES)


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0002_plain_names"),
        ("reversion", "0002_add_index_on_version_for_content_type_and_db"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0004_plain_names"),
    ]
    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
