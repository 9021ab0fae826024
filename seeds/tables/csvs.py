"""Read and write CSV files as lists of rows."""

import csv
import io
from pathlib import Path

HERE = Path(__file__).parent
MANUAL = HERE / "kept"


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_manual_rows():
    """{file name: rows} of the hand-maintained files."""
    return {path.name: read(path) for path in sorted(MANUAL.glob("*.csv"))}


def format_csv(columns, rows):
    """The rows as the text of a CSV file, sorted by their columns, without duplicates.

    >>> format_csv(["key", "text"], [{"key": "b", "text": ""}, {"key": "a", "text": "ă"}])
    'key,text\\na,ă\\nb,\\n'
    """
    lines = sorted({tuple(row[column] for column in columns) for row in rows})
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([columns, *lines])
    return text.getvalue()
