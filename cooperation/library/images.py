"""Sanitising of uploaded images: format and size are checked, metadata is removed by encoding them again."""

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
    """The image encoded again, without metadata (GPS position) or embedded HTML; raises ValidationError."""
    if upload.size > settings.PHOTO_MAX_BYTES:
        raise ValidationError(
            _("The file must be smaller than %(limit)s MB.") % {"limit": settings.PHOTO_MAX_BYTES // 1_000_000}
        )
    upload.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(upload, formats=list(FORMATS))
        image_format = picture.format
        if picture.width * picture.height > settings.PHOTO_MAX_PIXELS:
            raise ValidationError(
                _("The image must have %(limit)s million pixels or fewer.")
                % {"limit": settings.PHOTO_MAX_PIXELS // 1_000_000}
            )
        return reencode(ImageOps.exif_transpose(picture), image_format, upload.name)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ValidationError(_("The file is not a complete JPEG, PNG or WebP image.")) from error


def reencode(picture, image_format, name):
    """Copies the pixels only to a new image, as an uploaded file."""
    extension, content_type = FORMATS[image_format]
    if image_format == "JPEG" and picture.mode != "RGB":
        picture = picture.convert("RGB")
    clean = Image.new(picture.mode, picture.size)
    if picture.mode == "P":
        picture = picture.convert("RGBA")
        clean = Image.new("RGBA", picture.size)
    clean.paste(picture)
    buffer = io.BytesIO()
    clean.save(buffer, image_format, quality=QUALITY)
    return SimpleUploadedFile(f"{name.rsplit('.', 1)[0]}.{extension}", buffer.getvalue(), content_type)
