"""Profile a response inside the application: time in database, ORM, templates and other Python code."""

import json
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, astuple, dataclass
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter
from unittest.mock import patch
from wsgiref.util import setup_testing_defaults

ROOT = Path(__file__).resolve().parents[1]
WARM_UP_REQUESTS, MEASURED_REQUESTS = 5, 40


@dataclass
class Cost:
    """Milliseconds of one response. `records` is the ORM's work around a query: building SQL, instantiating models."""

    queries: float
    database: float
    records: float
    templates: float
    rest: float

    @property
    def total(self):
        return self.database + self.records + self.templates + self.rest


def measure_costs(application, urls, environment):
    """The median cost of each URL, measured in a separate process because settings are only read once."""
    command = [sys.executable, "-m", "benchmarks.costs", application, *urls]
    process = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    return [Cost(**cost) for cost in json.loads(process.stdout)]


class Clock:
    """A stopwatch for nested kinds of work: time counts for the innermost one only."""

    def __init__(self):
        self.milliseconds, self.kinds, self.since = Counter(), ["rest"], perf_counter()

    def add_lap(self):
        """Add the time since the last call to the current kind of work."""
        now = perf_counter()
        self.milliseconds[self.kinds[-1]] += 1000 * (now - self.since)
        self.since = now

    @contextmanager
    def measure(self, kind):
        self.add_lap()
        self.kinds.append(kind)
        try:
            yield
        finally:
            self.add_lap()
            self.kinds.pop()

    def patch(self, owner, name, kind):
        """A patch of `owner.name` that counts its time as `kind`."""
        original = getattr(owner, name)

        def measured(*arguments, **options):
            with self.measure(kind):
                return original(*arguments, **options)

        return patch.object(owner, name, measured)


def measure_median_cost(application, url):
    for _ in range(WARM_UP_REQUESTS):
        send_request(application, url)
    costs = [astuple(measure_cost(application, url)) for _ in range(MEASURED_REQUESTS)]
    return Cost(*(median(values) for values in zip(*costs, strict=True)))


def measure_cost(application, url):
    from django.db import connection  # noqa: PLC0415 -- after the application has set up Django
    from django.db.models.query import QuerySet  # noqa: PLC0415
    from django.db.models.sql.compiler import SQLCompiler  # noqa: PLC0415
    from django.template.base import Template  # noqa: PLC0415

    clock, queries = Clock(), []

    def run_query(execute, sql, *arguments):
        queries.append(sql)
        with clock.measure("database"):
            return execute(sql, *arguments)

    with ExitStack() as stack:
        for owner, name, kind in [
            (connection, "connect", "database"),
            (QuerySet, "_fetch_all", "records"),
            (SQLCompiler, "execute_sql", "records"),
            (Template, "render", "templates"),
        ]:
            stack.enter_context(clock.patch(owner, name, kind))
        stack.enter_context(connection.execute_wrapper(run_query))
        clock.add_lap()
        clock.milliseconds.clear()
        send_request(application, url)
        clock.add_lap()
    kinds = ["database", "records", "templates", "rest"]
    return Cost(len(queries), *(clock.milliseconds[kind] for kind in kinds))


def send_request(application, url):
    path, _, query = url.partition("?")
    request = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "127.0.0.1"}
    setup_testing_defaults(request)
    statuses = []
    response = application(request, lambda status, headers: statuses.append(status))
    b"".join(response)
    response.close()
    if statuses != ["200 OK"]:
        sys.exit(f"{url} answers {statuses}.")


if __name__ == "__main__":
    profiled = import_module(sys.argv[1]).application
    json.dump([asdict(measure_median_cost(profiled, url)) for url in sys.argv[2:]], sys.stdout)
