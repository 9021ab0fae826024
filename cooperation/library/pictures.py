"""Responsive images: the files of a photo by format and width, its dimensions and its alternative text."""

from typing import NamedTuple

from django.core.files.storage import default_storage

from cooperation.core.languages import current_language
from cooperation.core.localized_text import localized

WHOLE, CARD = "whole", "card"
MEDIA_TYPES = {"AVIF": "image/avif", "WEBP": "image/webp"}  # in order of preference; JPEG is the fallback


class Source(NamedTuple):
    """A <source> element."""

    media_type: str
    srcset: str


class Picture:
    """One shape of a photo (whole or card); the uploaded file where it has no renditions yet."""

    def __init__(self, photo, shape):
        self.photo, self.rows = photo, photo.renditions.get("shapes", {}).get(shape, [])
        self.alternative, language = localized(photo, "alternative_text")
        self.language = "" if language == current_language() else language

    @property
    def sources(self):
        return [
            Source(media_type, self.build_srcset(image_format))
            for image_format, media_type in MEDIA_TYPES.items()
            if self.rows
        ]

    @property
    def fallback(self):
        """The srcset for browsers that read JPEG only; empty without renditions."""
        return self.build_srcset("JPEG") if self.rows else ""

    def build_srcset(self, image_format):
        return ", ".join(f"{default_storage.url(row['files'][image_format])} {row['width']}w" for row in self.rows)

    @property
    def url(self):
        return default_storage.url(self.rows[-1]["files"]["JPEG"]) if self.rows else self.photo.image.url

    @property
    def smallest_file(self):
        """The name of the smallest file in the storage."""
        return self.rows[0]["files"]["JPEG"] if self.rows else self.photo.image.name

    @property
    def width(self):
        return self.rows[-1]["width"] if self.rows else self.photo.width

    @property
    def height(self):
        return self.rows[-1]["height"] if self.rows else self.photo.height
