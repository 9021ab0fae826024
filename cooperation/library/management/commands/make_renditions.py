"""Makes the smaller pictures that photos lack, after an import or a failure, and clears away what no photo has."""

import time
from pathlib import Path

from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand, CommandError
from reversion.models import Version

from cooperation.core.files import UNFINISHED
from cooperation.library.models import Photo
from cooperation.library.renditions import UNREADABLE, get_rendition_files, has_renditions, make_renditions

FOLDER = "photos"
#: In seconds. A younger file may belong to an upload that is not committed yet.
MIN_ORPHAN_AGE = 3600


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="only tell; fail where something is to be done")

    def handle(self, *args, check, **options):
        incomplete = [photo for photo in Photo.objects.order_by("key") if photo.image and not has_renditions(photo)]
        unreadable = [] if check else [photo for photo in incomplete if not self.try_make_renditions(photo)]
        orphans = find_orphans()
        for file in orphans:
            self.stdout.write(f"{file.name}: not used by any photo")
            if not check:
                file.unlink(missing_ok=True)
        self.stdout.write(f"{len(incomplete)} photos lacked renditions; {len(orphans)} files belong to no photo")
        if check and (incomplete or orphans):
            raise CommandError("Run make_renditions.")
        if unreadable:
            raise CommandError(f"Not made: {', '.join(photo.key for photo in unreadable)}")

    def try_make_renditions(self, photo):
        """Whether the renditions could be made; reports the error where they could not."""
        try:
            make_renditions(photo)
        except UNREADABLE as error:
            self.stderr.write(f"{photo.key}: {error}")
            return False
        self.stdout.write(f"{photo.key}: made")
        return True


def find_orphans():
    """Paths of files that belong to no photo. Images of former versions are no orphans: a version can be restored."""
    names = {name for photo in Photo.objects.all() for name in [photo.image.name, *get_rendition_files(photo)]}
    names |= {version.field_dict.get("image") for version in Version.objects.get_for_model(Photo)}
    root, newest_allowed = Path(default_storage.location), time.time() - MIN_ORPHAN_AGE
    files = [file for file in sorted((root / FOLDER).rglob("*")) if file.is_file()]
    return [
        file
        for file in files
        if file.stat().st_mtime < newest_allowed
        and (file.name.endswith(UNFINISHED) or file.relative_to(root).as_posix() not in names)
    ]
