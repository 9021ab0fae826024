import os

import pytest
from django.db import connection
from django.utils import translation

from tests.archive import copy_archive, keep_archive

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


@pytest.fixture(autouse=True)
def speak_english():
    """A request leaves its language behind; each test starts anew in English."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def keep_files_apart(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    # Each test makes its pages anew, but those that are about keeping them.
    settings.PAGE_CACHE = settings.VERSION_CACHE = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def kept_archive(django_db_setup, django_db_blocker):
    """The models whose rows `archive` copies; the fixtures are loaded once for all tests of a process."""
    with django_db_blocker.unblock():
        return keep_archive()


@pytest.fixture
def archive(kept_archive, db):
    """The whole archive, as `make run` loads it."""
    copy_archive(kept_archive)


@pytest.fixture(scope="session", autouse=True)
def end_sessions(django_db_setup, django_db_blocker):
    """A thread of the live server may outlive its browser: PostgreSQL drops no database that has another session."""
    yield
    if connection.vendor == "postgresql":
        others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_terminate_backend(pid) {others}")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": CHROMIUM_OPTIONS}
