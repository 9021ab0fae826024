"""Renditions: photos in the formats and sizes that pages need.

They are made when a photo or its focal point changes, or by a command. The photo's row lists the files (`renditions`),
so that a page needs no further query and no access to the disk.
"""

import hashlib
import io
import warnings

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageOps

from .images import ALLOWANCES, OPENED_AS
from .pictures import CARD, WHOLE

#: {format: (file extension, options of Pillow)}. AVIF at speed 8 encodes a photo of 12 megapixels in less than
#: 4 seconds; slower speeds save a tenth of the bytes for twice the time.
IMAGE_FORMATS = {
    "AVIF": ("avif", {"quality": 50, "speed": 8}),
    "WEBP": ("webp", {"quality": 80, "method": 4}),
    "JPEG": ("jpg", {"quality": 80, "progressive": True, "optimize": True}),
}
WIDTHS = {WHOLE: [1600, 1200, 800, 400], CARD: [800, 400]}
CARD_SHAPE = (3, 2)
FOLDER = ".renditions/"  # follows the name of the image, so that a file tells which photo it belongs to
UNREADABLE = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)


def get_rendition_inputs(photo):
    """The values that the renditions of a photo depend on; they are made again when one changes."""
    return [photo.image.name, photo.focus_x, photo.focus_y]


def get_rendition_files(photo):
    """The storage names of all rendition files of a photo."""
    return [
        file for rows in photo.renditions.get("shapes", {}).values() for row in rows for file in row["files"].values()
    ]


def get_image_name(file):
    """The name of the image to which a stored file belongs: itself, if it is no rendition.

    >>> get_image_name("photos/2026/a.jpg.renditions/0f-400.avif")
    'photos/2026/a.jpg'
    """
    return file.split(FOLDER)[0]


def has_renditions(photo):
    """Whether the renditions match the current image and focal point, and all files exist."""
    is_current = photo.renditions.get("made_from") == get_rendition_inputs(photo)
    return is_current and all(default_storage.exists(file) for file in get_rendition_files(photo))


def make_renditions(photo):
    """Makes the files and saves their list; raises one of `UNREADABLE` for an unreadable image or a full disk."""
    with photo.image.open("rb") as file:
        picture = open_upright(file)
        shapes = {
            WHOLE: build_rows(picture, WIDTHS[WHOLE], photo.image.name),
            CARD: build_rows(crop_to_card(picture, photo.focus_x, photo.focus_y), WIDTHS[CARD], photo.image.name),
        }
    width, height = picture.size
    renditions = {"made_from": get_rendition_inputs(photo), "shapes": shapes}
    # Not saved where the photo was changed or replaced in the meantime.
    unchanged = type(photo).objects.filter(
        pk=photo.pk, image=photo.image.name, focus_x=photo.focus_x, focus_y=photo.focus_y
    )
    unchanged.update(renditions=renditions, width=width, height=height)
    photo.renditions, photo.width, photo.height = renditions, width, height


def open_upright(file):
    """The image, rotated as its EXIF orientation says, as RGB or RGBA; raises ValueError for too many pixels."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        picture = Image.open(file, formats=OPENED_AS)
    if picture.width * picture.height > settings.PHOTO_MAX_PIXELS * ALLOWANCES.get(picture.format, 1):
        raise ValueError(f"{picture.width} × {picture.height} points are too many")
    picture.draft(None, (max(WIDTHS[WHOLE]), max(WIDTHS[WHOLE])))
    picture = ImageOps.exif_transpose(picture)
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def crop_to_card(picture, focus_x, focus_y):
    """The largest part with the proportions of a card, centred as closely as possible on the focal point."""
    across, down = CARD_SHAPE
    width = min(picture.width, picture.height * across // down)
    height = min(picture.height, picture.width * down // across)
    left = get_crop_offset(picture.width, width, focus_x)
    top = get_crop_offset(picture.height, height, focus_y)
    return picture.crop((left, top, left + width, top + height))


def get_crop_offset(whole, part, focus):
    """Where a crop of length `part` begins, to be centred on `focus` (per cent of `whole`).

    >>> get_crop_offset(1000, 600, 50), get_crop_offset(1000, 600, 95)
    (200, 400)
    """
    return max(0, min(whole - part, round(whole * focus / 100 - part / 2)))


def build_rows(picture, widths, name):
    """[{"width": …, "height": …, "files": {"AVIF": name, …}}], smallest first, none larger than the image."""
    fitting_widths = [width for width in widths if width < picture.width]
    if len(fitting_widths) < len(widths):
        fitting_widths.insert(0, picture.width)
    proportion, rows = picture.height / picture.width, []
    for width in fitting_widths:
        size = (width, max(1, round(width * proportion)))
        picture = picture if picture.size == size else picture.resize(size, Image.Resampling.LANCZOS)
        files = {image_format: save_rendition(picture, image_format, name) for image_format in IMAGE_FORMATS}
        rows.insert(0, {"width": size[0], "height": size[1], "files": files})
    return rows


def save_rendition(picture, image_format, name):
    """Saves the file under a name with a hash of its content, unless it exists already; returns the name."""
    extension, options = IMAGE_FORMATS[image_format]
    if image_format == "JPEG" and picture.mode == "RGBA":
        background = Image.new("RGB", picture.size, "white")
        background.paste(picture, mask=picture.getchannel("A"))
        picture = background
    content = io.BytesIO()
    picture.save(content, image_format, **options)
    digest = hashlib.sha256(content.getvalue()).hexdigest()[:16]
    file = f"{name}{FOLDER}{digest}-{picture.width}.{extension}"
    return file if default_storage.exists(file) else default_storage.save(file, ContentFile(content.getvalue()))
