"""A reading is an imported article."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_initial")]
    operations = [
        migrations.RenameModel("Reading", "ImportedArticle"),
        migrations.RenameField("importedarticle", "address", "url"),
        migrations.RenameField("importedarticle", "read_by", "imported_by"),
        migrations.RenameField("importedarticle", "read_at", "imported_at"),
        migrations.AlterModelOptions(
            name="importedarticle",
            options={"ordering": ["-imported_at"], "verbose_name": "reading", "verbose_name_plural": "readings"},
        ),
    ]
