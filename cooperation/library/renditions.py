"""Photos in the forms and sizes that pages need, made once: when a photo or its focal point changes, or by a command.

What exists stands in the photo's own row, so that a page asks neither the disk nor the database for it.
"""

import hashlib
import io
import warnings
from pathlib import PurePosixPath

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageOps

from .images import FORMATS
from .pictures import CARD, WHOLE

#: How each form is written: its ending, and what Pillow is told. AVIF at speed 8 keeps a photo of 12 megapixels
#: below 4 seconds; slower ones save a tenth of the bytes for twice the time.
IMAGE_FORMATS = {
    "AVIF": ("avif", {"quality": 50, "speed": 8}),
    "WEBP": ("webp", {"quality": 80, "method": 4}),
    "JPEG": ("jpg", {"quality": 80, "progressive": True, "optimize": True}),
}
WIDTHS = {WHOLE: [1600, 1200, 800, 400], CARD: [800, 400]}
CARD_SHAPE = (3, 2)
UNREADABLE = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)


def made_from(photo):
    """What the renditions of a photo follow from; they are made anew when it changes."""
    return [photo.image.name, photo.focus_x, photo.focus_y]


def files_of(photo):
    return [
        file for rows in photo.renditions.get("shapes", {}).values() for row in rows for file in row["files"].values()
    ]


def has_all(photo):
    """Whether the renditions are those of the present picture and lie on the disk."""
    current = photo.renditions.get("made_from") == made_from(photo)
    return current and all(default_storage.exists(file) for file in files_of(photo))


def make_renditions(photo):
    """Makes and records them; raises one of `UNREADABLE` where the picture cannot be read or the disk is full."""
    with photo.image.open("rb") as file:
        picture = upright(file)
        shapes = {
            WHOLE: rows_of(picture, WIDTHS[WHOLE], photo.image.name),
            CARD: rows_of(cropped(picture, photo.focus_x, photo.focus_y), WIDTHS[CARD], photo.image.name),
        }
    width, height = picture.size
    renditions = {"made_from": made_from(photo), "shapes": shapes}
    same_still = type(photo).objects.filter(
        pk=photo.pk, image=photo.image.name, focus_x=photo.focus_x, focus_y=photo.focus_y
    )
    same_still.update(renditions=renditions, width=width, height=height)
    photo.renditions, photo.width, photo.height = renditions, width, height


def upright(file):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        picture = Image.open(file, formats=list(FORMATS))
    if picture.width * picture.height > settings.PHOTO_MAX_PIXELS:
        raise ValueError(f"{picture.width} × {picture.height} points are too many")
    picture = ImageOps.exif_transpose(picture)
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def cropped(picture, focus_x, focus_y):
    """The largest part in the shape of a card that has the focal point as near to its middle as can be."""
    across, down = CARD_SHAPE
    width = min(picture.width, picture.height * across // down)
    height = min(picture.height, picture.width * down // across)
    left = middle(picture.width, width, focus_x)
    top = middle(picture.height, height, focus_y)
    return picture.crop((left, top, left + width, top + height))


def middle(whole, part, focus):
    """
    >>> middle(1000, 600, 50), middle(1000, 600, 95)
    (200, 400)
    """
    return max(0, min(whole - part, round(whole * focus / 100 - part / 2)))


def rows_of(picture, widths, name):
    """[{"width": …, "height": …, "files": {"AVIF": name, …}}], the smallest first; none larger than the picture."""
    fitting = [width for width in widths if width < picture.width]
    if len(fitting) < len(widths):
        fitting.insert(0, picture.width)
    shape, rows = picture.height / picture.width, []
    for width in fitting:
        size = (width, max(1, round(width * shape)))
        picture = picture if picture.size == size else picture.resize(size, Image.Resampling.LANCZOS)
        files = {image_format: written(picture, image_format, name) for image_format in IMAGE_FORMATS}
        rows.insert(0, {"width": size[0], "height": size[1], "files": files})
    return rows


def written(picture, image_format, name):
    """The name of the file, which tells its content: what has been written once is not written again."""
    ending, options = IMAGE_FORMATS[image_format]
    if image_format == "JPEG" and picture.mode == "RGBA":
        ground = Image.new("RGB", picture.size, "white")
        ground.paste(picture, mask=picture.getchannel("A"))
        picture = ground
    content = io.BytesIO()
    picture.save(content, image_format, **options)
    digest = hashlib.sha256(content.getvalue()).hexdigest()[:16]
    file = f"{PurePosixPath(name).parent}/renditions/{digest}-{picture.width}.{ending}"
    return file if default_storage.exists(file) else default_storage.save(file, ContentFile(content.getvalue()))
