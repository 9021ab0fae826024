"""Run Lighthouse on each type of page, served as in production: scores, failed audits, weight of a first visit."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it runs from any folder

from benchmarks.serving import ROOT, create_site, serve
from cooperation.core.languages import FRENCH, LANGUAGE_CODES

PAGES = {
    "home": "",
    "list": "agreements/",
    "agreement": "agreements/yen-bai-val-de-marne-2023-04/",
    "locality": "localities/vn-lao-cai/",
    "conference": "conferences/12/",
    "news": "news/conference-12-closed-2023-04-16/",
    "map": "map/",
    "search": "search/?q=hue",
}
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]
LIGHTHOUSE = ROOT / "var" / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
MAX_TRIES = 3
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


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--languages", nargs="+", choices=LANGUAGE_CODES, default=[FRENCH])
    arguments.add_argument("--pages", nargs="+", choices=PAGES, default=list(PAGES))
    arguments.add_argument("--desktop", action="store_true", help="A desktop computer; a telephone without it.")
    options = arguments.parse_args()
    show(["| page | performance | accessibility | best practices | SEO | kB | requests |", "|---|" + "---:|" * 6])
    problems = []
    with create_site() as environment, serve("cooperation.wsgi", environment) as site:
        for language in options.languages:
            for page in options.pages:
                report = audit(f"{site}/{language}/{PAGES[page]}", desktop=options.desktop)
                name = f"{language} {page}"
                show([format_row(name, report)])
                problems += [f"- {name}: {problem}" for problem in list_problems(report)]
    show(["", *(problems or ["No audit failed."])])


def audit(url, *, desktop):
    """The Lighthouse report on `url`; retry if the browser could not measure."""
    for _ in range(MAX_TRIES):
        report = run_lighthouse(url, desktop=desktop)
        if "runtimeError" not in report:
            break
    return report


def run_lighthouse(url, *, desktop):
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        command = ["node", LIGHTHOUSE, url, "--quiet", "--output=json", f"--output-path={file.name}"]
        command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={' '.join(CHROMIUM_OPTIONS)}"]
        command += ["--preset=desktop"] if desktop else []
        process = subprocess.run(  # noqa: S603 -- our own
            command, env=os.environ | {"CHROME_PATH": CHROMIUM}, stderr=subprocess.PIPE, text=True, check=False
        )
        text = Path(file.name).read_text("utf-8")
        return json.loads(text) if text else sys.exit(process.stderr)


def format_row(name, report):
    """Scores out of 100, then the kilobytes and requests of a first visit."""
    if problem := report.get("runtimeError"):
        return f"| {name} | {problem['code']} | | | | | |"
    scores = [f"{100 * (report['categories'][category]['score'] or 0):.0f}" for category in CATEGORIES]
    requests = report["audits"]["network-requests"]["details"]["items"]
    weight = sum(request["transferSize"] for request in requests) / 1000
    return "| " + " | ".join([name, *scores, f"{weight:.1f}", str(len(requests))]) + " |"


def list_problems(report):
    """The audits that cost points: category, name, measured value, and the first elements or files concerned."""
    for category in CATEGORIES:
        for reference in report.get("categories", {}).get(category, {}).get("auditRefs", []):
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                details = [format_detail(item) for item in audit.get("details", {}).get("items", [])[:3]]
                parts = [f"{category}: {audit['id']}:", audit["title"], audit.get("displayValue", ""), *details]
                yield " ".join(filter(None, parts))


def format_detail(item):
    """The element or file that an audit names, and the reasons if given."""
    node = next((value for value in item.values() if isinstance(value, dict) and value.get("type") == "node"), None)
    reasons = [reason.get("reason", "") for reason in item.get("subItems", {}).get("items", [])]
    subject = f"{node['snippet']} ({node['selector']})" if node else item.get("url", "")
    return " ".join(filter(None, [subject[:200], *reasons]))


def show(lines):
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
