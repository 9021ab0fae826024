"""Where CI promises PostgreSQL and Redis, they are there: the suite fails without them, and does not skip."""

import os

import pytest
from django.core.cache import cache
from django.db import connection
from django_redis import get_redis_connection

REQUIRED = os.environ.get("SERVICES_REQUIRED") == "1"


@pytest.mark.django_db
def test_the_suite_runs_on_the_database_that_it_was_told_to():
    wanted = "postgresql" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "sqlite"

    assert connection.vendor == wanted
    assert not REQUIRED or wanted == "postgresql"


def test_the_cache_answers():
    if REQUIRED:
        assert get_redis_connection().ping()
    cache.set("house", "stands")

    assert cache.get("house") == "stands"
