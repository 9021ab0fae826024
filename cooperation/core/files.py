"""Storage of uploaded and generated files."""

import os
from pathlib import Path
from uuid import uuid4

from django.core.files.storage import FileSystemStorage

UNFINISHED = ".unfinished"


class AtomicFileSystemStorage(FileSystemStorage):
    """Write to a temporary file and link it into place, so that a full disk never leaves a partial file."""

    def _save(self, name, content):
        unfinished = f"{name}.{uuid4().hex}{UNFINISHED}"
        try:
            super()._save(unfinished, content)
            return self.link_into_place(unfinished, name)
        finally:
            Path(self.path(unfinished)).unlink(missing_ok=True)

    def link_into_place(self, unfinished, name):
        """Link to `name`, or to another free name, and return it. A hard link, unlike a rename, never overwrites."""
        while True:
            try:
                os.link(self.path(unfinished), self.path(name))
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name
