"""The full-text index beside the search entries: FTS5 with triggers on SQLite, a stored vector on PostgreSQL.

A later migration that rebuilds core_searchentry on SQLite drops these triggers: it has to make them again.
"""

from django.db import migrations

TABLE = "core_searchentry"
FIELDS = "title, compounds, body"
FORGET = f"INSERT INTO {TABLE}_fts({TABLE}_fts, rowid, {FIELDS}) VALUES ('delete', old.id, old.title, old.compounds, old.body);"
LEARN = f"INSERT INTO {TABLE}_fts(rowid, {FIELDS}) VALUES (new.id, new.title, new.compounds, new.body);"
MAKE = {
    "sqlite": [
        f"CREATE VIRTUAL TABLE {TABLE}_fts USING fts5({FIELDS}, content='{TABLE}', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 0', prefix='2 3')",
        f"CREATE TRIGGER {TABLE}_inserted AFTER INSERT ON {TABLE} BEGIN {LEARN} END",
        f"CREATE TRIGGER {TABLE}_deleted AFTER DELETE ON {TABLE} BEGIN {FORGET} END",
        f"CREATE TRIGGER {TABLE}_updated AFTER UPDATE OF {FIELDS} ON {TABLE} BEGIN {FORGET} {LEARN} END",
    ],
    "postgresql": [
        f"ALTER TABLE {TABLE} ADD COLUMN vector tsvector GENERATED ALWAYS AS ("
        "setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', compounds), 'B') || "
        "setweight(to_tsvector('simple', body), 'C')) STORED",
        f"CREATE INDEX {TABLE}_vector ON {TABLE} USING gin (vector)",
    ],
}
UNMAKE = {
    "sqlite": [
        f"DROP TRIGGER {TABLE}_updated",
        f"DROP TRIGGER {TABLE}_deleted",
        f"DROP TRIGGER {TABLE}_inserted",
        f"DROP TABLE {TABLE}_fts",
    ],
    "postgresql": [f"DROP INDEX {TABLE}_vector", f"ALTER TABLE {TABLE} DROP COLUMN vector"],
}


def make(apps, schema_editor):
    for statement in MAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def unmake(apps, schema_editor):
    for statement in UNMAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunPython(make, unmake)]
