"""Build the tables of places and the outline of the map: `python -m seeds.tables.build [--check]`."""

import argparse
import sys
from tempfile import TemporaryDirectory

from seeds.tables.csvs import HERE, read_manual_rows
from seeds.tables.outline import build_outline
from seeds.tables.packages import Packages
from seeds.tables.tables import Tables

OUTLINE = HERE.parents[1] / "cooperation" / "overview" / "outline.json"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="Only report.")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        packages = Packages(folder)
        packages.fetch()
        files = build_files(packages, read_manual_rows())
    stale = [path for path, text in files.items() if not is_fresh(path, text)]
    if not options.check:
        for path in stale:
            path.write_text(files[path], encoding="utf-8")
    sys.stdout.write("".join(f"{path.name} differs\n" for path in stale))
    sys.exit(1 if stale and options.check else 0)


def build_files(packages, manual_rows):
    """{path: text} of all files that are built."""
    tables = {HERE / name: text for name, text in Tables(packages, manual_rows).files().items()}
    return tables | {OUTLINE: build_outline(packages.world(), manual_rows["map_points.csv"])}


def is_fresh(path, text):
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    main()
