"""Makes the smaller pictures that photos lack, after an import or a failure, and clears away what no photo has."""

import time
from pathlib import Path

from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand, CommandError
from reversion.models import Version

from cooperation.core.files import UNFINISHED
from cooperation.library.models import Photo
from cooperation.library.renditions import UNREADABLE, files_of, has_all, make_renditions

FOLDER = "photos"
#: A younger file may belong to an upload that is not committed yet.
OLD_ENOUGH = 3600  # seconds


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="only tell; fail where something is to be done")

    def handle(self, *args, check, **options):
        lacking = [photo for photo in Photo.objects.order_by("key") if photo.image and not has_all(photo)]
        unreadable = [] if check else [photo for photo in lacking if not self.made(photo)]
        left = orphans()
        for file in left:
            self.stdout.write(f"{file.name}: no photo has it")
            if not check:
                file.unlink(missing_ok=True)
        self.stdout.write(f"{len(lacking)} photos lacked renditions; {len(left)} files belong to no photo")
        if check and (lacking or left):
            raise CommandError("Run make_renditions.")
        if unreadable:
            raise CommandError(f"Not made: {', '.join(photo.key for photo in unreadable)}")

    def made(self, photo):
        try:
            make_renditions(photo)
        except UNREADABLE as error:
            self.stderr.write(f"{photo.key}: {error}")
            return False
        self.stdout.write(f"{photo.key}: made")
        return True


def orphans():
    """Files among the photos that no photo has, nor had in its history: one who restores it finds it there."""
    kept = {file for photo in Photo.objects.all() for file in [photo.image.name, *files_of(photo)]}
    kept |= {version.field_dict.get("image") for version in Version.objects.get_for_model(Photo)}
    root, latest = Path(default_storage.location), time.time() - OLD_ENOUGH
    files = [file for file in sorted((root / FOLDER).rglob("*")) if file.is_file()]
    return [
        file
        for file in files
        if file.stat().st_mtime < latest
        and (file.name.endswith(UNFINISHED) or file.relative_to(root).as_posix() not in kept)
    ]
