"""CSV files as lists of rows, read and written in one way."""

import csv
import io
from pathlib import Path

HERE = Path(__file__).parent
KEPT = HERE / "kept"


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_kept():
    """All that is kept by hand: the rows of each file under its name."""
    return {path.name: read(path) for path in sorted(KEPT.glob("*.csv"))}


def as_text(columns, rows):
    """The rows as a CSV file, in the order of their columns, none twice.

    >>> as_text(["key", "text"], [{"key": "b", "text": ""}, {"key": "a", "text": "ă"}])
    'key,text\\na,ă\\nb,\\n'
    """
    lines = sorted({tuple(row[column] for column in columns) for row in rows})
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([columns, *lines])
    return text.getvalue()
