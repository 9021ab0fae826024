"""Files that the site keeps: whole, or not there."""

import os
from pathlib import Path
from uuid import uuid4

from django.core.files.storage import FileSystemStorage

UNFINISHED = ".unfinished"


class AtomicFileSystemStorage(FileSystemStorage):
    """Writes under another name first: a full disk leaves no half of a file behind."""

    def _save(self, name, content):
        unfinished = f"{name}.{uuid4().hex}{UNFINISHED}"
        try:
            super()._save(unfinished, content)
            return self.link_into_place(unfinished, name)
        finally:
            Path(self.path(unfinished)).unlink(missing_ok=True)

    def link_into_place(self, unfinished, name):
        """Under `name`, or another that is free: unlike a renaming, a link never takes another file's place."""
        while True:
            try:
                os.link(self.path(unfinished), self.path(name))
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name
