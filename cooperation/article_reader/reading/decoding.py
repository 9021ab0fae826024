"""Decode the bytes of a file as text, or raise UnreadableArticle with the reason."""

import re
import unicodedata

from .article import UnreadableArticle

MAX_CHARACTERS = 1_000_000  # of a text
MAX_BYTES = 10_000_000  # of a file: the text of a web page is a small part of it
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
SIGNATURES = {
    b"%PDF": "is a PDF file; copy its text or save it as .docx",
    b"\xd0\xcf\x11\xe0": "is an old Word file (.doc); save it as .docx",
    b"PK\x03\x04": "is an archive (ZIP), no text",
    b"{\\rtf": "is an RTF file; save it as .docx",
    b"\x89PNG": "is a picture, no text",
    b"\xff\xd8\xff": "is a picture, no text",
    b"GIF8": "is a picture, no text",
}
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def check_size(raw, name):
    if len(raw) > MAX_BYTES:
        raise UnreadableArticle(name, f"has {len(raw):,} bytes; at most {MAX_BYTES:,} are read")


def decode(raw, name, encoding=None):
    """`encoding` is the one that the file declares; a byte order mark overrides it."""
    reason = next((reason for signature, reason in SIGNATURES.items() if raw.startswith(signature)), None)
    if reason:
        raise UnreadableArticle(name, reason)
    if raw.startswith(UTF_16):
        encoding = "utf-16"
    elif b"\0" in raw:
        raise UnreadableArticle(name, "is a binary file (it holds NUL bytes), no text")
    elif encoding is None or raw.startswith(b"\xef\xbb\xbf"):
        encoding = "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        label, line = encoding.upper().removesuffix("-SIG"), raw[: error.start].count(b"\n") + 1
        reason = f"is not {label}: byte {error.start + 1} ({raw[error.start]:#04x})"
        raise UnreadableArticle(name, reason, line) from error


def clean_text(text, name):
    """Normalise to NFC and `\\n`; raise UnreadableArticle if it is too long, empty, or holds control characters."""
    if len(text) > MAX_CHARACTERS:
        raise UnreadableArticle(name, f"has {len(text):,} characters; at most {MAX_CHARACTERS:,} are read")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).lstrip("\ufeff")
    if not text.strip():
        raise UnreadableArticle(name, "is empty")
    control = CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise UnreadableArticle(name, "holds control characters, so it is no text", line)
    return text
