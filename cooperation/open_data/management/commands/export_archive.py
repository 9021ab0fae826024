"""Writes a dated archive of the register; run it every night."""

import os
import tempfile
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cooperation.core.dates import today
from cooperation.core.tables import Site
from cooperation.open_data.dump import build_dump, get_dump_name


class Command(BaseCommand):
    help = "Write register-YYYY-MM-DD.zip, all public records of today, into FOLDER; never half of it."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--site", required=True, help="where readers find the register: https://register.example.org"
        )

    def handle(self, folder, site, **options):
        if not folder.is_dir():
            raise CommandError(f"There is no folder {folder}.")
        if not site.startswith(("http://", "https://")):
            raise CommandError(f"{site} is no address: begin it with https://")
        day = today()
        path = folder / get_dump_name(day)
        write_atomically(path, build_dump(Site(site), day))
        self.stdout.write(str(path))


def write_atomically(path, content):
    """Write to a temporary file first, so that nobody ever reads half of it."""
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        Path(unfinished).chmod(0o644)
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
