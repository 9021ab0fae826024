"""The Nu HTML checker on saved files: given an address of this machine it checks nothing and reports success."""

import json
import subprocess
from pathlib import Path

# `make validator` puts it there; a checker that is missing fails the tests.
ROOT = Path(__file__).resolve().parents[2]
CHECKER = ROOT / "var" / "validator" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def check(folder):
    """What the checker says of the pages in `folder`, warnings too."""
    command = ["java", "-jar", CHECKER, "--format", "json", "--stdout", "--exit-zero-always", folder]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 -- our own
    return sorted(line(message, folder) for message in json.loads(told.stdout)["messages"])


def line(message, folder):
    """`fr-agreements.html:12: error: Duplicate ID “main”. (<p id="main">)`."""
    place = Path(message["url"].removeprefix("file:")).relative_to(folder)
    kind = message.get("subType", message["type"])
    extract = " ".join(message.get("extract", "").split())
    return f"{place}:{message.get('lastLine', 0)}: {kind}: {message['message']} ({extract})"
