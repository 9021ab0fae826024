"""Where CI provides PostgreSQL and Redis, the tests use them: without them the suite fails instead of skipping."""

import os

import pytest
from django.core.cache import cache
from django.db import connection
from django_redis import get_redis_connection

REQUIRED = os.environ.get("SERVICES_REQUIRED") == "1"


@pytest.mark.django_db
def test_the_suite_runs_on_the_database_that_it_was_told_to():
    expected = "postgresql" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "sqlite"

    assert connection.vendor == expected
    assert not REQUIRED or expected == "postgresql"


def test_the_cache_answers():
    if REQUIRED:
        assert get_redis_connection().ping()
    cache.set("key", "value")

    assert cache.get("key") == "value"
