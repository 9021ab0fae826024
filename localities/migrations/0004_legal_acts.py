"""Legal acts are named in each language."""

import json
import re

from django.db import migrations, models

from cooperation.core.languages import LANGUAGE_CODES

COLUMNS = {code: f"legal_act_{code}" for code in LANGUAGE_CODES}
RESOLUTION = re.compile(r"Nghị quyết (?:số )?(\S+)")
LAW_2015 = re.compile(r"loi n[o°]\s2015-29 du 16\sjanvier\s2015")


def name_act(text):
    """{column: name}: in each language for the acts of the first archive, else in the language that the text shows."""
    resolution = RESOLUTION.fullmatch(text)
    if resolution:
        names = [f"Nghị quyết số {resolution[1]}", f"résolution n°\u00a0{resolution[1]}", f"Resolution No. {resolution[1]}"]
    elif LAW_2015.fullmatch(text):
        names = [
            "Luật số 2015-29 ngày 16 tháng 1 năm 2015 (Pháp)",
            "loi n°\u00a02015-29 du 16\u00a0janvier\u00a02015",
            "Law No. 2015-29 of 16\u00a0January\u00a02015 (France)",
        ]
    else:
        is_vietnamese = re.match(r"(Nghị|Luật|Quyết|Hiến|Pháp lệnh)", text)
        return {COLUMNS["vi" if is_vietnamese else "fr" if text else "en"]: text}
    return dict(zip([COLUMNS["vi"], COLUMNS["fr"], COLUMNS["en"]], names, strict=True))


def translate(apps, schema_editor):
    for label in ["localities.succession", "localities.localitylevel"]:
        model = apps.get_model(label)
        for text in model.objects.exclude(legal_act="").values_list("legal_act", flat=True).distinct():
            model.objects.filter(legal_act=text).update(**name_act(text))
        translate_versions(apps, label)


def translate_versions(apps, label):
    for version in apps.get_model("reversion", "Version").objects.filter(serialized_data__contains=f'"{label}"'):
        rows = json.loads(version.serialized_data)
        for row in rows:
            if row["model"] == label:
                row["fields"] |= dict.fromkeys(COLUMNS.values(), "") | name_act(row["fields"].get("legal_act", ""))
        version.serialized_data = json.dumps(rows, ensure_ascii=False)
        version.save(update_fields=["serialized_data"])


class Migration(migrations.Migration):
    dependencies = [
        ("localities", "0003_stored_names"),
        ("reversion", "0002_add_index_on_version_for_content_type_and_db"),
    ]
    operations = [
        *(
            migrations.AddField(
                model_name=model,
                name=f"legal_act_{code}",
                field=models.CharField(blank=True, max_length=200, null=True, verbose_name="legal act"),
            )
            for model in ["localitylevel", "succession"]
            for code in LANGUAGE_CODES
        ),
        migrations.RunPython(translate, migrations.RunPython.noop),
    ]
