"""Uploaded images: size and pixels are checked before decoding, colours become sRGB, metadata is left behind."""

import io
import warnings

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

register_heif_opener(thumbnails=False)

#: {format that is read: format that is stored}. Telephones write MPO (a JPEG with a second picture) and HEIF.
FORMATS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "HEIF": "JPEG"}
OPENED_AS = ["JPEG", "PNG", "WEBP", "HEIF"]  # Pillow opens MPO as JPEG
EXTENSIONS = {"JPEG": ("jpg", "image/jpeg"), "PNG": ("png", "image/png"), "WEBP": ("webp", "image/webp")}
#: How many times `PHOTO_MAX_PIXELS` a format may have: JPEG is decoded at the size that is kept, HEIF has no alpha.
ALLOWANCES = {"JPEG": 8, "MPO": 8, "HEIF": 2}
MAX_SIDE = 4000  # pixels of the longer side that are kept
#: PNG at a higher level takes three times as long for a few per cent.
OPTIONS = {"JPEG": {"quality": 90}, "WEBP": {"quality": 90}, "PNG": {"compress_level": 4}}
SIXTEEN_BITS = ("I", "I;16", "I;16B", "I;16L", "I;16N")
UNREADABLE = (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError, EOFError)


def clean_picture(upload: UploadedFile) -> UploadedFile:
    """The first picture of the upload, encoded again; `is_animated` says whether there were more.

    Raises ValidationError for what is too large, incomplete or no image.
    """
    check_size(upload, settings.PHOTO_MAX_BYTES)
    upload.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(upload, formats=OPENED_AS)
        read_as = picture.format
        check_pixels(picture)
        is_animated = read_as in ("PNG", "WEBP") and getattr(picture, "is_animated", False)
        picture.draft(None, (MAX_SIDE, MAX_SIDE))
        ImageOps.exif_transpose(picture, in_place=True)
        picture = convert_to_srgb(picture)
        picture.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
        cleaned = encode(picture, FORMATS[read_as], upload.name)
    except UNREADABLE as error:
        raise ValidationError(_("The file is not a complete JPEG, PNG, WebP or HEIC image.")) from error
    cleaned.is_animated = is_animated
    return cleaned


def check_size(upload: UploadedFile, limit: int) -> None:
    if upload.size > limit:
        raise ValidationError(_("The file must be smaller than %(limit)s MB.") % {"limit": limit // 1_000_000})


def check_pixels(picture: Image.Image) -> None:
    limit = settings.PHOTO_MAX_PIXELS * ALLOWANCES.get(picture.format, 1)
    if picture.width * picture.height > limit:
        message = _("The image must have %(limit)s million pixels or fewer.")
        raise ValidationError(message % {"limit": limit // 1_000_000})


def convert_to_srgb(picture: Image.Image) -> Image.Image:
    """The picture as RGB, RGBA or grey (L), with the colours of its profile converted; without metadata."""
    profile = picture.info.get("icc_profile")
    if picture.mode in SIXTEEN_BITS:
        picture = picture.point(lambda value: value * (1 / 256)).convert("L")
    elif picture.mode in ("P", "PA", "LA") or (picture.mode in ("RGB", "L") and "transparency" in picture.info):
        picture = picture.convert("RGBA")
    converted = convert_profile(picture, profile) if profile else picture
    if converted.mode not in ("RGB", "RGBA", "L"):
        converted = converted.convert("RGB")
    converted.info = {}
    return converted


def convert_profile(picture: Image.Image, profile: bytes) -> Image.Image:
    """Unchanged where the profile is broken or of other colours than the picture's."""
    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    colours = picture.convert("RGB") if alpha else picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(colours, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    if alpha:
        converted.putalpha(alpha)
    return converted


def encode(picture: Image.Image, image_format: str, name: str) -> SimpleUploadedFile:
    extension, content_type = EXTENSIONS[image_format]
    if image_format == "JPEG" and picture.mode == "RGBA":
        picture = picture.convert("RGB")
    buffer = io.BytesIO()
    picture.save(buffer, image_format, **OPTIONS[image_format])
    return SimpleUploadedFile(f"{name.rsplit('.', 1)[0]}.{extension}", buffer.getvalue(), content_type)
