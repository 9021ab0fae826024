"""Speed of each type of page, with and without caches, compared with a bare Django view of as many bytes."""

import argparse
import gzip
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.request import urlopen

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it runs from any folder

from benchmarks.costs import measure_costs
from benchmarks.serving import WORKERS, create_site, serve
from cooperation.core.languages import FRENCH

PAGES = {
    "agreement": f"/{FRENCH}/agreements/yen-bai-val-de-marne-2023-04/",
    "list": f"/{FRENCH}/agreements/",
    "home": f"/{FRENCH}/",
    "search": f"/{FRENCH}/search/?q=hue",
    "API list": "/api/agreements/",
}
CONNECTIONS = 8
TARGET_CACHED, TARGET_UNCHANGED, TARGET_UNCACHED = 0.8, 0.9, 0.05


@dataclass
class Race:
    """A page and its bare view: requests per second in each round, by runner."""

    name: str
    path: str
    body: bytes
    etag: str = ""
    rates: dict = field(default_factory=dict)

    def run(self, runners, rounds, seconds):
        """Alternate the runners within each round, every other round in reverse, so that all meet the same load."""
        self.rates = {runner: [] for runner in runners}
        for number in range(rounds):
            for runner in list(runners)[:: -1 if number % 2 else 1]:
                headers = [f"If-None-Match: {self.etag}"] if self.etag and runner != "bare" else []
                self.rates[runner].append(wrk(runners[runner], seconds, headers))
                drain(runners[runner])

    def rate(self, runner):
        return median(self.rates[runner])

    def ratio(self, runner):
        return self.rate(runner) / self.rate("bare")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--seconds", type=int, default=3, help="of each round")
    options = arguments.parse_args()
    with (
        create_site() as environment,
        serve("benchmarks.bare", environment) as bare,
        serve("cooperation.wsgi", environment) as cached,
        serve("cooperation.wsgi", environment, PAGE_CACHE="0") as uncached,
        serve("cooperation.wsgi", environment, PAGE_CACHE="0", VERSION_CACHE="0") as cold,
    ):
        races = []
        for name, path in PAGES.items():
            body, _etag = fetch(cached + path)
            race = Race(name, path, body)
            runners = {"bare": f"{bare}/{len(body)}/"}
            runners |= {"cached": cached + path, "rendered": uncached + path, "cold": cold + path}
            warm_up(runners.values())
            race.run(runners, options.rounds, options.seconds)
            races.append(race)
        unchanged = Race("304", PAGES["agreement"], b"", etag=fetch(cached + PAGES["agreement"])[1])
        unchanged.run({"bare": f"{bare}/0/", "cached": cached + unchanged.path}, options.rounds, options.seconds)
        show(format_speeds([*races, unchanged]))
        show(format_costs(races, environment))


def fetch(url):
    """(body, ETag)."""
    with urlopen(url) as response:  # noqa: S310 -- our own server
        return response.read(), response.headers.get("ETag", "")


def warm_up(urls):
    """Let every worker build each page once, as each has its own cache."""
    for url in urls:
        wrk(url, 1)
        drain(url)


def drain(url):
    """Wait until the workers have answered the requests that wrk abandoned, which would slow the next runner."""
    for _ in range(2 * WORKERS):
        fetch(url)


def wrk(url, seconds, headers=()):
    """Requests per second. Exit if any response is an error."""
    command = ["wrk", "--threads", "1", "--connections", str(CONNECTIONS), "--duration", f"{seconds}s"]
    for header in headers:
        command += ["--header", header]
    output = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout  # noqa: S603
    if "Non-2xx" in output:
        sys.exit(f"{url} answers with errors:\n{output}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1])


def format_speeds(races):
    """A Markdown table for docs/quality.md."""
    yield f"Answers a second ({os.cpu_count()} cores, gunicorn with {WORKERS} workers, {CONNECTIONS} connections)"
    yield ""
    yield "| page | bytes | gzip | bare | cached | ratio | aim | rendered | ratio | aim | nothing cached | ratio |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    for race in races:
        target = TARGET_UNCHANGED if race.etag else TARGET_CACHED
        cells = [race.name, len(race.body), len(gzip.compress(race.body, 6)) if race.body else 0]
        cells += [f"{race.rate('bare'):.0f}", f"{race.rate('cached'):.0f}", f"{race.ratio('cached'):.2f}", target]
        if "rendered" in race.rates:
            cells += [f"{race.rate('rendered'):.0f}", f"{race.ratio('rendered'):.3f}", TARGET_UNCACHED]
            cells += [f"{race.rate('cold'):.0f}", f"{race.ratio('cold'):.3f}"]
        else:
            cells += [""] * 5
        yield "| " + " | ".join(str(cell) for cell in cells) + " |"


def format_costs(races, environment):
    """A Markdown table of the costs of one response; `outside` is the server and the socket, from the bare view."""
    paths = [race.path for race in races]
    costs = {
        "bare": measure_costs("benchmarks.bare", [f"/{len(race.body)}/" for race in races], environment),
        "cached": measure_costs("cooperation.wsgi", paths, environment),
        "rendered": measure_costs("cooperation.wsgi", paths, environment | {"PAGE_CACHE": "0"}),
    }
    yield ""
    yield "Milliseconds of a worker for one answer, and what takes most of them"
    yield ""
    yield "| page | made | queries | database | records | templates | other Python | outside | bound by |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|---|"
    for number, race in enumerate(races):
        outside = max(1000 * WORKERS / race.rate("bare") - costs["bare"][number].total, 0)
        for runner, costs_of_pages in costs.items():
            cost = costs_of_pages[number]
            parts = {
                "database": cost.database,
                "records": cost.records,
                "templates": cost.templates,
                "other Python": cost.rest,
                "outside": outside,
            }
            cells = [race.name, runner, f"{cost.queries:.0f}", *(f"{part:.2f}" for part in parts.values())]
            yield "| " + " | ".join([*cells, max(parts, key=parts.get)]) + " |"


def show(lines):
    sys.stdout.writelines(line + "\n" for line in lines)


if __name__ == "__main__":
    main()
