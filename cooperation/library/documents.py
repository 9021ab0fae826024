"""Uploaded documents: only what is known to be harmless by its content, under the ending that belongs to it."""

import io
import re
import zipfile

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext as _

from .images import check_size, clean_picture

#: Where other programs look for the beginning or end of a file that is two things at once.
HEAD, TAIL = 1024, 66_000
MARKUP = re.compile(rb"<\s*(?:!doctype|html|head|body|script|svg|iframe|\?xml)", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
ZIP, ZIP_END, PDF, PDF_END = b"PK\x03\x04", b"PK\x05\x06", b"%PDF-", b"%%EOF"
MACROS = re.compile(r"vbaProject\.bin|^(?:Basic|Scripts)/|\.(?:exe|dll|js|vbs|hta)$", re.IGNORECASE)
MAX_UNPACKED = 1_000_000_000  # bytes
#: {a file that only this type of package has: (ending, media type)}.
PACKAGES = {
    "word/document.xml": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xl/workbook.xml": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
ODT = ("odt", "application/vnd.oasis.opendocument.text")
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "avif": "image/avif",
    **dict([*PACKAGES.values(), ODT]),
}


def clean_document(upload: UploadedFile) -> UploadedFile:
    """The upload, named after its type; an image is encoded again. Raises ValidationError for any other content."""
    check_size(upload, settings.DOCUMENT_MAX_BYTES)
    upload.seek(0)
    content = upload.read()
    for find_ending in (find_pdf, find_package, find_text):
        ending = find_ending(content, upload.name)
        if ending:
            return rename(upload, content, ending)
    if content[:4] in (b"\x89PNG", b"RIFF") or content[:3] == b"\xff\xd8\xff" or content[4:8] == b"ftyp":
        return clean_picture(upload)
    raise refusal()


def refusal() -> ValidationError:
    return ValidationError(
        _("This is not a PDF, Word (docx), OpenDocument (odt), Excel (xlsx), text (UTF-8) or image file.")
    )


def find_pdf(content: bytes, name: str) -> str:
    if not content.startswith(PDF):
        return ""
    if PDF_END not in content[-HEAD * 2 :] or ZIP_END in content[-TAIL:] or MARKUP.search(content[:HEAD]):
        raise ValidationError(_("This PDF file is incomplete, or it is another type of file as well."))
    return "pdf"


def find_package(content: bytes, name: str) -> str:
    """An office document: a ZIP archive that begins as one, has what its type needs, and no programs."""
    if not content.startswith(ZIP):
        return ""
    if PDF in content[:HEAD] or MARKUP.search(content[:HEAD]):
        raise refusal()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            kind = package.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in package.NameToInfo else ""
    except (zipfile.BadZipFile, OSError, RuntimeError) as error:
        raise refusal() from error
    names = [entry.filename for entry in entries]
    if any(MACROS.search(entry) for entry in names) or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise ValidationError(_("This document contains macros or programs, or is too large unpacked."))
    if min(entry.header_offset for entry in entries) != 0:
        raise refusal()
    if kind == ODT[1]:
        return ODT[0]
    return next((ending for part, (ending, _type) in PACKAGES.items() if part in names), "")


def find_text(content: bytes, name: str) -> str:
    """Plain text in UTF-8: no markup, no program."""
    if not name.lower().endswith(".txt"):
        return ""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(_("Save the text file in UTF-8.")) from error
    if CONTROL.search(text) or MARKUP.search(content) or text.startswith("#!"):
        raise refusal()
    return "txt"


def rename(upload: UploadedFile, content: bytes, ending: str) -> UploadedFile:
    stem = upload.name.rsplit(".", 1)[0]
    return SimpleUploadedFile(f"{stem}.{ending}", content, MEDIA_TYPES[ending])


def get_media_type(name: str) -> str:
    """The media type of a stored file by its ending; of an unknown one that which no browser shows."""
    return MEDIA_TYPES.get(name.rsplit(".", 1)[-1].lower(), "application/octet-stream")
