"""The database of a site that was edited for an hour before names were changed, on either database server.

`edited-site.sqlite3.gz` is at the migrations in OLD_MIGRATIONS. Its edits: records added, translated, published,
deleted and restored, four articles imported (their texts replaced by a line), three accounts, and two wrong claims.
"""

import gzip
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parents[2]
EDITED = Path(__file__).with_name("edited-site.sqlite3.gz")
OLD_MIGRATIONS = {
    "agreements": "0001",
    "core": "0003",
    "desk": "0001",
    "events": "0001",
    "library": "0002",
    "localities": "0001",
    "news": "0001",
}
DEFERRED_CONSTRAINTS = "SET session_replication_role = replica"


class Site:
    """A site with its database at `url` and its other files in `folder`."""

    def __init__(self, url, folder):
        self.url, self.folder = url, folder

    def manage(self, *arguments, check=True):
        """Run manage.py on this database; returns what it printed."""
        environment = os.environ | {"DATABASE_URL": self.url, "VAR": str(self.folder)}
        command = [sys.executable, "manage.py", *arguments]
        result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert result.returncode == 0 or not check, result.stderr
        return result.stdout

    def fetch_rows(self, sql):
        """The rows of a query, sorted."""
        with closing(connect(self.url)) as connection:
            return sorted(tuple(row) for row in connection.execute(sql).fetchall())


def connect(url):
    return psycopg.connect(url) if url.startswith("postgres") else sqlite3.connect(url.removeprefix("sqlite:///"))


@contextmanager
def open_edited_site(folder):
    """The edited site on SQLite, or on PostgreSQL where DATABASE_URL names a server."""
    file = folder / "edited.sqlite3"
    with gzip.open(EDITED) as source, file.open("wb") as target:
        shutil.copyfileobj(source, target)
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield Site(f"sqlite:///{file}", folder)
        return
    name = f"register_upgrade_{os.getpid()}"
    url = urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    with closing(psycopg.connect(urlunsplit(urlsplit(server)._replace(path="/postgres")), autocommit=True)) as admin:
        admin.execute(f'CREATE DATABASE "{name}"')
        try:
            site = Site(url, folder)
            for app, migration in OLD_MIGRATIONS.items():
                site.manage("migrate", app, migration, "--verbosity", "0")
            for app in ["auth", "admin", "contenttypes", "reversion", "sessions"]:
                site.manage("migrate", app, "--verbosity", "0")
            copy_rows(file, url)
            yield site
        finally:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def copy_rows(file, url):
    """Replace the rows of all tables on PostgreSQL with those of the SQLite file, except the applied migrations."""
    with closing(sqlite3.connect(file)) as source, closing(psycopg.connect(url)) as target:
        target.execute(DEFERRED_CONSTRAINTS)
        query = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
        tables = [name for (name,) in target.execute(query).fetchall() if name != "django_migrations"]
        for table in tables:
            target.execute(f'DELETE FROM "{table}"')
        for table in tables:
            copy_table(source, target, table)
        target.commit()


def copy_table(source, target, table):
    query = (
        "SELECT column_name, data_type FROM information_schema.columns "
        "WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER'"
    )
    types = dict(target.execute(query, [table]).fetchall())
    columns = ", ".join(f'"{name}"' for name in types)
    placeholders = ", ".join(f"%s::{data_type}" for data_type in types.values())
    for row in source.execute(f'SELECT {columns} FROM "{table}"'):
        values = [
            bool(value) if data_type == "boolean" else value
            for value, data_type in zip(row, types.values(), strict=True)
        ]
        target.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({placeholders})', values)
    if "id" in types:
        sequence = f"pg_get_serial_sequence('\"{table}\"', 'id')"
        target.execute(f'SELECT setval({sequence}, max(id)) FROM "{table}" HAVING max(id) IS NOT NULL')
