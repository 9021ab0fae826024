"""Build the tables of places: `python -m seeds.tables.build [--check]`."""

import argparse
import sys
from tempfile import TemporaryDirectory

from seeds.tables.csvs import HERE, read_kept
from seeds.tables.packages import Packages
from seeds.tables.tables import Tables


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="Only report.")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        packages = Packages(folder)
        packages.fetch()
        files = Tables(packages, read_kept()).files()
    stale = [name for name, text in files.items() if not is_fresh(name, text)]
    if not options.check:
        for name in stale:
            (HERE / name).write_text(files[name], encoding="utf-8")
    sys.stdout.write("".join(f"{name} differs\n" for name in stale))
    sys.exit(1 if stale and options.check else 0)


def is_fresh(name, text):
    path = HERE / name
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    main()
