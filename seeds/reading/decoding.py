"""The bytes of a file -> its text, or the reason why it has none."""

import re
import unicodedata

from seeds.reading.article import UnreadableArticle

LONGEST = 1_000_000  # characters of a text
LARGEST = 10_000_000  # bytes of a file: a page's own text is a small part of it
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
    if len(raw) > LARGEST:
        raise UnreadableArticle(name, f"has {len(raw):,} bytes; at most {LARGEST:,} are read")


def decoded(raw, name, encoding=None):
    """`encoding` is what the file itself claims; a byte order mark knows better."""
    reason = next((reason for mark, reason in SIGNATURES.items() if raw.startswith(mark)), None)
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
        shown, line = encoding.upper().removesuffix("-SIG"), raw[: error.start].count(b"\n") + 1
        reason = f"is not {shown}: byte {error.start + 1} ({raw[error.start]:#04x})"
        raise UnreadableArticle(name, reason, line) from error


def cleaned(text, name):
    """Composed letters, plain line ends; refuses what is too long, empty, or no text."""
    if len(text) > LONGEST:
        raise UnreadableArticle(name, f"has {len(text):,} characters; at most {LONGEST:,} are read")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).lstrip("\ufeff")
    if not text.strip():
        raise UnreadableArticle(name, "is empty")
    control = CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise UnreadableArticle(name, "holds control characters, so it is no text", line)
    return text
