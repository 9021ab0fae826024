"""The archive in tests: loaded once per database into backup tables, from which each test copies it."""

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction

from cooperation.desk.fixtures import fixture_names

PREFIX = "archive_copy_of_"
EXCLUDED_APPS = {"contenttypes", "auth", "sessions", "admin"}


def load_archive():
    """Load the fixtures with `loaddata`, as operators do; this takes seconds."""
    call_command("loaddata", *fixture_names(), verbosity=0)


def get_archived_models():
    """The models of the register, including those of many-to-many relations."""
    models = apps.get_models(include_auto_created=True)
    return [model for model in models if model._meta.managed and model._meta.app_label not in EXCLUDED_APPS]


def back_up_archive():
    """Load the archive into an empty database, copy each table that has rows, and empty the tables again.

    Returns the models whose tables were copied.
    """
    load_archive()
    models = []
    with transaction.atomic(), connection.cursor() as cursor:
        for model in get_archived_models():
            if model._base_manager.exists():
                cursor.execute(
                    f'CREATE TABLE "{PREFIX}{model._meta.db_table}" AS SELECT * FROM "{model._meta.db_table}"'
                )
                models.append(model)
        for model in models:
            cursor.execute(f'DELETE FROM "{model._meta.db_table}"')
    return models


def copy_archive(models):
    """Fill the empty tables of these models from their backup tables: a few milliseconds each."""
    with transaction.atomic(), connection.cursor() as cursor:
        for model in models:
            table = model._meta.db_table
            columns = ", ".join(f'"{field.column}"' for field in model._meta.local_concrete_fields)
            cursor.execute(f'INSERT INTO "{table}" ({columns}) SELECT {columns} FROM "{PREFIX}{table}"')
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
