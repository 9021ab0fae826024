"""Where the time of an answer goes inside the application: database, records, templates, the rest of Python."""

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
WARMING, MEASURED = 5, 40


@dataclass
class Cost:
    """Milliseconds of one answer. `records` is what the ORM does around a query: writing it, making objects of rows."""

    queries: float
    database: float
    records: float
    templates: float
    rest: float

    @property
    def whole(self):
        return self.database + self.records + self.templates + self.rest


def costs_of(application, addresses, environment):
    """The median cost of each address, measured in a process of its own: settings are read once."""
    command = [sys.executable, "-m", "benchmarks.costs", application, *addresses]
    told = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    return [Cost(**cost) for cost in json.loads(told.stdout)]


class Clock:
    """Each moment counts for the innermost of the kinds of work that are under way."""

    def __init__(self):
        self.milliseconds, self.under_way, self.since = Counter(), ["rest"], perf_counter()

    def turn(self):
        now = perf_counter()
        self.milliseconds[self.under_way[-1]] += 1000 * (now - self.since)
        self.since = now

    @contextmanager
    def within(self, kind):
        self.turn()
        self.under_way.append(kind)
        try:
            yield
        finally:
            self.turn()
            self.under_way.pop()

    def timed(self, owner, name, kind):
        """`owner.name` while the patch holds, counted as `kind`."""
        plain = getattr(owner, name)

        def timed(*arguments, **options):
            with self.within(kind):
                return plain(*arguments, **options)

        return patch.object(owner, name, timed)


def measured(application, address):
    for _ in range(WARMING):
        answered(application, address)
    costs = [astuple(cost_of_one(application, address)) for _ in range(MEASURED)]
    return Cost(*(median(values) for values in zip(*costs, strict=True)))


def cost_of_one(application, address):
    from django.db import connection  # noqa: PLC0415 -- only when the application has set Django up
    from django.db.models.query import QuerySet  # noqa: PLC0415
    from django.db.models.sql.compiler import SQLCompiler  # noqa: PLC0415
    from django.template.base import Template  # noqa: PLC0415

    clock, queries = Clock(), []

    def timed_query(execute, sql, *arguments):
        queries.append(sql)
        with clock.within("database"):
            return execute(sql, *arguments)

    with ExitStack() as stack:
        for owner, name, kind in [
            (connection, "connect", "database"),
            (QuerySet, "_fetch_all", "records"),
            (SQLCompiler, "execute_sql", "records"),
            (Template, "render", "templates"),
        ]:
            stack.enter_context(clock.timed(owner, name, kind))
        stack.enter_context(connection.execute_wrapper(timed_query))
        clock.turn()
        clock.milliseconds.clear()
        answered(application, address)
        clock.turn()
    kinds = ["database", "records", "templates", "rest"]
    return Cost(len(queries), *(clock.milliseconds[kind] for kind in kinds))


def answered(application, address):
    path, _, query = address.partition("?")
    request = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "127.0.0.1"}
    setup_testing_defaults(request)
    statuses = []
    answer = application(request, lambda status, headers: statuses.append(status))
    b"".join(answer)
    answer.close()
    if statuses != ["200 OK"]:
        sys.exit(f"{address} answers {statuses}.")


if __name__ == "__main__":
    chosen = import_module(sys.argv[1]).application
    json.dump([asdict(measured(chosen, address)) for address in sys.argv[2:]], sys.stdout)
