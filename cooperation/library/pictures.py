"""A photo as a page shows it: every form and size that exists, the place it takes, and the words that stand for it."""

from typing import NamedTuple

from django.core.files.storage import default_storage

from cooperation.core.languages import current_language
from cooperation.core.localized_text import localized

WHOLE, CARD = "whole", "card"
TYPES = {"AVIF": "image/avif", "WEBP": "image/webp"}  # tried in this order; JPEG is what everybody reads


class Source(NamedTuple):
    media_type: str
    srcset: str


class Picture:
    """One shape of a photo; the file as it came where nothing smaller has been made of it yet."""

    def __init__(self, photo, shape):
        self.photo, self.rows = photo, photo.renditions.get("shapes", {}).get(shape, [])
        self.alternative, language = localized(photo, "alternative_text")
        self.language = "" if language == current_language() else language

    @property
    def sources(self):
        return [
            Source(media_type, self.srcset(image_format)) for image_format, media_type in TYPES.items() if self.rows
        ]

    @property
    def fallback(self):
        """The same choice for those who read JPEG only; nothing where there is but one file."""
        return self.srcset("JPEG") if self.rows else ""

    def srcset(self, image_format):
        return ", ".join(f"{default_storage.url(row['files'][image_format])} {row['width']}w" for row in self.rows)

    @property
    def url(self):
        return default_storage.url(self.rows[-1]["files"]["JPEG"]) if self.rows else self.photo.image.url

    @property
    def smallest(self):
        return default_storage.url(self.rows[0]["files"]["JPEG"]) if self.rows else self.photo.image.url

    @property
    def width(self):
        return self.rows[-1]["width"] if self.rows else self.photo.width

    @property
    def height(self):
        return self.rows[-1]["height"] if self.rows else self.photo.height
