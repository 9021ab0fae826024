"""Hosts, partners and the bodies of speakers become localities and organisations, with the versions that name them."""

import json

import django.db.models.deletion
from django.db import migrations, models

from cooperation.core.folding import slug

LANGUAGES = ["vi", "fr", "en"]
CONFERENCE, SPEAKER = "events.conference", "events.speaker"


class Names:
    """Finds localities by name, and finds or creates organisations by their names in each language."""

    def __init__(self, apps):
        self.organisations = apps.get_model("library", "Organisation").objects
        self.locality_ids, self.organisation_ids = {}, {}
        for row in apps.get_model("localities", "Locality").objects.values("pk", *(f"name_{code}" for code in LANGUAGES)):
            self.locality_ids |= {row[f"name_{code}"]: row["pk"] for code in LANGUAGES if row[f"name_{code}"]}
        for row in self.organisations.values("pk", *(f"name_{code}" for code in LANGUAGES)):
            self.organisation_ids |= {row[f"name_{code}"]: row["pk"] for code in LANGUAGES if row[f"name_{code}"]}

    def find_locality(self, names):
        return next((self.locality_ids[name] for name in names.values() if name in self.locality_ids), None)

    def find_organisation(self, names):
        """`names` is {language: name}; languages without one take another's. None for no name at all."""
        names = {code: name.strip() for code, name in names.items() if name and name.strip()}
        if not names:
            return None
        known = next((self.organisation_ids[name] for name in names.values() if name in self.organisation_ids), None)
        if known:
            return known
        first = names.get("en") or next(iter(names.values()))
        key = slug(first)[:100] or f"organisation-{self.organisations.count() + 1}"
        columns = {f"name_{code}": names.get(code, first) for code in LANGUAGES} | {"name": first}
        organisation, _created = self.organisations.get_or_create(key=key, defaults=columns)
        self.organisation_ids |= dict.fromkeys(names.values(), organisation.pk)
        return organisation.pk

    def split(self, texts):
        """(ids of localities, ids of organisations) of texts with one name a line, {language: text}."""
        lines = {code: [line.strip() for line in (text or "").splitlines()] for code, text in texts.items()}
        localities, organisations = [], []
        for number in range(max(map(len, lines.values()), default=0)):
            names = {code: rows[number] for code, rows in lines.items() if number < len(rows) and rows[number]}
            locality = self.find_locality(names)
            if locality:
                localities.append(locality)
            elif names:
                organisations.append(self.find_organisation(names))
        return list(dict.fromkeys(localities)), list(dict.fromkeys(organisations))


def move_names(apps, schema_editor):
    names = Names(apps)
    for conference in apps.get_model("events", "Conference").objects.all():
        texts = {code: getattr(conference, f"hosts_text_{code}") for code in LANGUAGES}
        localities, organisations = names.split(texts)
        conference.hosts.set(localities)
        conference.partners.set(organisations)
    for speaker in apps.get_model("events", "Speaker").objects.all():
        texts = {code: getattr(speaker, f"organisation_text_{code}") for code in LANGUAGES}
        speaker.organisation_id = names.find_organisation(texts)
        speaker.save(update_fields=["organisation"])
    move_names_in_versions(apps, names)


def move_names_in_versions(apps, names):
    """Versions from before can be restored: they hold the ids of what their texts named."""
    versions = apps.get_model("reversion", "Version").objects
    for version in versions.filter(serialized_data__regex=rf'"({CONFERENCE}|{SPEAKER})"').iterator():
        rows = json.loads(version.serialized_data)
        for row in rows:
            fields = row["fields"]
            if row["model"] == CONFERENCE and "hosts_en" in fields:
                fields.pop("hosts", None)
                fields["hosts"], fields["partners"] = names.split(
                    {code: fields.pop(f"hosts_{code}", "") for code in LANGUAGES}
                )
            elif row["model"] == SPEAKER and "organisation_en" in fields:
                fields.pop("organisation", None)
                texts = {code: fields.pop(f"organisation_{code}", "") for code in LANGUAGES}
                fields["organisation"] = names.find_organisation(texts)
        version.serialized_data = json.dumps(rows, ensure_ascii=False)
        version.save(update_fields=["serialized_data"])


def rename_texts(model, field):
    """A text and its columns make room for a relation of the same name."""
    return [migrations.RenameField(model, f"{field}{end}", f"{field}_text{end}") for end in ["", "_vi", "_fr", "_en"]]


def remove_texts(model, field):
    return [migrations.RemoveField(model, f"{field}_text{end}") for end in ["", "_vi", "_fr", "_en"]]


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0004_wording"),
        ("library", "0007_organisation_fields"),
        ("localities", "0006_succession_to_agreements"),
        ("reversion", "0002_add_index_on_version_for_content_type_and_db"),
    ]
    operations = [
        *rename_texts("conference", "hosts"),
        *rename_texts("speaker", "organisation"),
        migrations.AddField(
            "conference",
            "hosts",
            models.ManyToManyField(
                blank=True,
                help_text="The localities that organise it.",
                related_name="conferences_hosted",
                to="localities.locality",
                verbose_name="hosts",
            ),
        ),
        migrations.AddField(
            "conference",
            "partners",
            models.ManyToManyField(
                blank=True,
                help_text=(
                    "The ministries, embassies, associations and others that organise or support it with them."
                ),
                related_name="conferences",
                to="library.organisation",
                verbose_name="partners",
            ),
        ),
        migrations.AddField(
            "speaker",
            "organisation",
            models.ForeignKey(
                blank=True,
                help_text="If the speaker does not represent a locality.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="speakers",
                to="library.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.RunPython(move_names, migrations.RunPython.noop),
        *remove_texts("conference", "hosts"),
        *remove_texts("speaker", "organisation"),
    ]
