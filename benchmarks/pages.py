"""How fast each type of page is, kept and made afresh, beside a bare Django view of as many bytes."""

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

from benchmarks.costs import costs_of
from benchmarks.serving import WORKERS, filled_site, served

PAGES = {
    "agreement": "/fr/agreements/yen-bai-val-de-marne-2023-04/",
    "list": "/fr/agreements/",
    "home": "/fr/",
    "search": "/fr/search/?q=hue",
    "API list": "/api/agreements/",
}
CONNECTIONS = 8
AIM_KEPT, AIM_UNCHANGED, AIM_AFRESH = 0.8, 0.9, 0.05


@dataclass
class Race:
    """One page beside its bare view: requests per second in each round, by runner."""

    name: str
    address: str
    body: bytes
    etag: str = ""
    rates: dict = field(default_factory=dict)

    def run(self, runners, rounds, seconds):
        """Each round asks every runner once, so that what slows the machine slows all; every other one backwards."""
        self.rates = {runner: [] for runner in runners}
        for number in range(rounds):
            for runner in list(runners)[:: -1 if number % 2 else 1]:
                headers = [f"If-None-Match: {self.etag}"] if self.etag and runner != "bare" else []
                self.rates[runner].append(wrk(runners[runner], seconds, headers))
                settle(runners[runner])

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
        filled_site() as environment,
        served("benchmarks.bare", environment) as bare,
        served("cooperation.wsgi", environment) as kept,
        served("cooperation.wsgi", environment, PAGE_CACHE="0") as afresh,
        served("cooperation.wsgi", environment, PAGE_CACHE="0", VERSION_CACHE="0") as cold,
    ):
        races = []
        for name, address in PAGES.items():
            body, _etag = fetched(kept + address)
            race = Race(name, address, body)
            runners = {"bare": f"{bare}/{len(body)}/"}
            runners |= {"kept": kept + address, "afresh": afresh + address, "cold": cold + address}
            warm(runners.values())
            race.run(runners, options.rounds, options.seconds)
            races.append(race)
        unchanged = Race("304", PAGES["agreement"], b"", etag=fetched(kept + PAGES["agreement"])[1])
        unchanged.run({"bare": f"{bare}/0/", "kept": kept + unchanged.address}, options.rounds, options.seconds)
        show(table([*races, unchanged]))
        show(bounds(races, environment))


def fetched(address):
    with urlopen(address) as answer:  # noqa: S310 -- our own server
        return answer.read(), answer.headers.get("ETag", "")


def warm(addresses):
    """Every worker has made the page once: memory is each worker's own."""
    for address in addresses:
        wrk(address, 1)
        settle(address)


def settle(address):
    """Wait until the workers have answered what wrk left behind, which would slow the next one's round."""
    for _ in range(2 * WORKERS):
        fetched(address)


def wrk(address, seconds, headers=()):
    """Requests per second; an answer that is an error ends the run."""
    command = ["wrk", "--threads", "1", "--connections", str(CONNECTIONS), "--duration", f"{seconds}s"]
    for header in headers:
        command += ["--header", header]
    told = subprocess.run([*command, address], capture_output=True, text=True, check=True).stdout  # noqa: S603
    if "Non-2xx" in told:
        sys.exit(f"{address} answers with errors:\n{told}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1])


def table(races):
    """In Markdown, as docs/quality.md shows it."""
    yield f"Answers a second ({os.cpu_count()} cores, gunicorn with {WORKERS} workers, {CONNECTIONS} connections)"
    yield ""
    yield "| page | bytes | gzip | bare | kept | ratio | aim | afresh | ratio | aim | nothing remembered | ratio |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    for race in races:
        aim = AIM_UNCHANGED if race.etag else AIM_KEPT
        cells = [race.name, len(race.body), len(gzip.compress(race.body, 6)) if race.body else 0]
        cells += [f"{race.rate('bare'):.0f}", f"{race.rate('kept'):.0f}", f"{race.ratio('kept'):.2f}", aim]
        if "afresh" in race.rates:
            cells += [f"{race.rate('afresh'):.0f}", f"{race.ratio('afresh'):.3f}", AIM_AFRESH]
            cells += [f"{race.rate('cold'):.0f}", f"{race.ratio('cold'):.3f}"]
        else:
            cells += [""] * 5
        yield "| " + " | ".join(str(cell) for cell in cells) + " |"


def bounds(races, environment):
    """Where the time of one answer goes; outside are the server and the socket, as the bare view shows them."""
    addresses = [race.address for race in races]
    costs = {
        "bare": costs_of("benchmarks.bare", [f"/{len(race.body)}/" for race in races], environment),
        "kept": costs_of("cooperation.wsgi", addresses, environment),
        "afresh": costs_of("cooperation.wsgi", addresses, environment | {"KEEP_PAGES": "0"}),
    }
    yield ""
    yield "Milliseconds of a worker for one answer, and what takes most of them"
    yield ""
    yield "| page | made | queries | database | records | templates | other Python | outside | bound by |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|---|"
    for number, race in enumerate(races):
        outside = max(1000 * WORKERS / race.rate("bare") - costs["bare"][number].whole, 0)
        for runner, of_each in costs.items():
            cost = of_each[number]
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
