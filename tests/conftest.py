import os

import pytest
from django.db import connection
from django.utils import translation

from tests.archive import back_up_archive, copy_archive

# Playwright's sync API runs an event loop, in which Django would refuse the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM = "/usr/bin/chromium"
CHROMIUM_OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    """Run modules with long tests first, so that no worker is still busy with one when the other has finished."""
    long_modules = {item.path for item in items if {"browser", "slow"} & {mark.name for mark in item.iter_markers()}}
    items.sort(key=lambda item: item.path not in long_modules)


@pytest.fixture(autouse=True)
def use_english():
    """Start each test in English: a request leaves its language active."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def use_test_settings(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    # Off by default: the tests of the caches switch them on.
    settings.PAGE_CACHE = settings.VERSION_CACHE = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def archive_models(django_db_setup, django_db_blocker):
    """The models whose rows `archive` copies; the fixtures are loaded once for all tests of a process."""
    with django_db_blocker.unblock():
        return back_up_archive()


@pytest.fixture
def archive(archive_models, db):
    """The whole archive, as `make run` loads it."""
    copy_archive(archive_models)


@pytest.fixture(scope="session", autouse=True)
def close_other_sessions(django_db_setup, django_db_blocker):
    """Close sessions that threads of the live server left open: PostgreSQL cannot drop a database in use."""
    yield
    if connection.vendor == "postgresql" and connection.settings_dict["NAME"].startswith("test_"):
        other_sessions = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_terminate_backend(pid) {other_sessions}")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": CHROMIUM_OPTIONS}
