"""What Lighthouse says of each type of page, served as in production: scores, complaints, weight of a first visit."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it runs from any folder

from benchmarks.serving import ROOT, filled_site, served

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
TRIES = 3
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
    arguments.add_argument("--languages", nargs="+", choices=["vi", "fr", "en"], default=["fr"])
    arguments.add_argument("--pages", nargs="+", choices=PAGES, default=list(PAGES))
    arguments.add_argument("--desktop", action="store_true", help="A desktop computer; a telephone without it.")
    options = arguments.parse_args()
    show(["| page | performance | accessibility | best practices | SEO | kB | requests |", "|---|" + "---:|" * 6])
    failed = []
    with filled_site() as environment, served("cooperation.wsgi", environment) as site:
        for language in options.languages:
            for page in options.pages:
                report = audited(f"{site}/{language}/{PAGES[page]}", desktop=options.desktop)
                name = f"{language} {page}"
                show([row(name, report)])
                failed += [f"- {name}: {line}" for line in complaints(report)]
    show(["", *(failed or ["No audit failed."])])


def audited(address, *, desktop):
    """Lighthouse's whole report on `address`; asked again where the browser could not measure."""
    for _ in range(TRIES):
        report = report_on(address, desktop=desktop)
        if "runtimeError" not in report:
            break
    return report


def report_on(address, *, desktop):
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        command = ["node", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={file.name}"]
        command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={' '.join(CHROMIUM_OPTIONS)}"]
        command += ["--preset=desktop"] if desktop else []
        told = subprocess.run(  # noqa: S603 -- our own
            command, env=os.environ | {"CHROME_PATH": CHROMIUM}, stderr=subprocess.PIPE, text=True, check=False
        )
        text = Path(file.name).read_text("utf-8")
        return json.loads(text) if text else sys.exit(told.stderr)


def row(name, report):
    """Scores of 100, then what a first visit transfers, all that the page needs."""
    if problem := report.get("runtimeError"):
        return f"| {name} | {problem['code']} | | | | | |"
    scores = [f"{100 * (report['categories'][category]['score'] or 0):.0f}" for category in CATEGORIES]
    requests = report["audits"]["network-requests"]["details"]["items"]
    weight = sum(request["transferSize"] for request in requests) / 1000
    return "| " + " | ".join([name, *scores, f"{weight:.1f}", str(len(requests))]) + " |"


def complaints(report):
    """Every audit that costs points: its category, name, what was measured, and the first places."""
    for category in CATEGORIES:
        for reference in report.get("categories", {}).get(category, {}).get("auditRefs", []):
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                places = [place(item) for item in audit.get("details", {}).get("items", [])[:3]]
                told = [f"{category}: {audit['id']}:", audit["title"], audit.get("displayValue", ""), *places]
                yield " ".join(filter(None, told))


def place(item):
    """The element or the file that an audit names, and why where it says so."""
    node = next((value for value in item.values() if isinstance(value, dict) and value.get("type") == "node"), None)
    whys = [reason.get("reason", "") for reason in item.get("subItems", {}).get("items", [])]
    named = f"{node['snippet']} ({node['selector']})" if node else item.get("url", "")
    return " ".join(filter(None, [named[:200], *whys]))


def show(lines):
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
