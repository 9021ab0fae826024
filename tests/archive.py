"""The archive in tests: loaded once into a database, kept in tables of its own, and copied from these by each test."""

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction

from cooperation.desk.fixtures import fixture_names

PREFIX = "archive_copy_of_"
LEFT_ALONE = {"contenttypes", "auth", "sessions", "admin"}


def load_archive():
    """Load the fixtures as operators do; takes seconds."""
    call_command("loaddata", *fixture_names(), verbosity=0)


def archived_models():
    """Models of the register, those of many-to-many relations too."""
    models = apps.get_models(include_auto_created=True)
    return [model for model in models if model._meta.managed and model._meta.app_label not in LEFT_ALONE]


def keep_archive():
    """Load the archive into an empty database, keep a copy of each table that has rows, and empty the tables again."""
    load_archive()
    kept = []
    with transaction.atomic(), connection.cursor() as cursor:
        for model in archived_models():
            if model._base_manager.exists():
                cursor.execute(f'CREATE TABLE "{PREFIX}{model._meta.db_table}" AS SELECT * FROM "{model._meta.db_table}"')
                kept.append(model)
        for model in kept:
            cursor.execute(f'DELETE FROM "{model._meta.db_table}"')
    return kept


def copy_archive(models):
    """Fill the empty tables of these models from their copies: a few milliseconds each."""
    with transaction.atomic(), connection.cursor() as cursor:
        for model in models:
            table = model._meta.db_table
            columns = ", ".join(f'"{field.column}"' for field in model._meta.local_concrete_fields)
            cursor.execute(f'INSERT INTO "{table}" ({columns}) SELECT {columns} FROM "{PREFIX}{table}"')
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
