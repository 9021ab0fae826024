"""Runs the Nu HTML checker on saved files: given a localhost URL it checks nothing and reports success."""

import json
import subprocess
from pathlib import Path

# `make validator` installs it; the tests fail where it is missing.
ROOT = Path(__file__).resolve().parents[2]
CHECKER = ROOT / "var" / "validator" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def check(folder):
    """The errors and warnings of the checker on the pages in `folder`, one line each, sorted."""
    command = ["java", "-jar", CHECKER, "--format", "json", "--stdout", "--exit-zero-always", folder]
    result = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return sorted(format_message(message, folder) for message in json.loads(result.stdout)["messages"])


def format_message(message, folder):
    """`fr-agreements.html:12: error: Duplicate ID “main”. (<p id="main">)`."""
    file = Path(message["url"].removeprefix("file:")).relative_to(folder)
    kind = message.get("subType", message["type"])
    extract = " ".join(message.get("extract", "").split())
    return f"{file}:{message.get('lastLine', 0)}: {kind}: {message['message']} ({extract})"
