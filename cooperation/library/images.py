"""Uploaded pictures made safe: what they say they are, of a size that can be opened, without hidden data."""

import io
import warnings

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = {"JPEG": ("jpg", "image/jpeg"), "PNG": ("png", "image/png"), "WEBP": ("webp", "image/webp")}
QUALITY = 90


def clean_picture(upload):
    """The picture decoded and written anew: no GPS position, no HTML hidden in it; raises ValidationError."""
    if upload.size > settings.PHOTO_MAX_BYTES:
        raise ValidationError(
            _("The file is too large: %(limit)s MB at most.") % {"limit": settings.PHOTO_MAX_BYTES // 1_000_000}
        )
    upload.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(upload, formats=list(FORMATS))
        image_format = picture.format
        if picture.width * picture.height > settings.PHOTO_MAX_PIXELS:
            raise ValidationError(
                _("The picture has too many points: %(limit)s million at most.")
                % {"limit": settings.PHOTO_MAX_PIXELS // 1_000_000}
            )
        return written_anew(ImageOps.exif_transpose(picture), image_format, upload.name)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ValidationError(_("This is no complete JPEG, PNG or WebP picture.")) from error


def written_anew(picture, image_format, name):
    ending, content_type = FORMATS[image_format]
    if image_format == "JPEG" and picture.mode != "RGB":
        picture = picture.convert("RGB")
    clean = Image.new(picture.mode, picture.size)
    if picture.mode == "P":
        picture = picture.convert("RGBA")
        clean = Image.new("RGBA", picture.size)
    clean.paste(picture)
    written = io.BytesIO()
    clean.save(written, image_format, quality=QUALITY)
    return SimpleUploadedFile(f"{name.rsplit('.', 1)[0]}.{ending}", written.getvalue(), content_type)
