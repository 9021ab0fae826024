"""A file or a text -> Article: plain text as scraped, or an account in our own form."""

import unicodedata
from pathlib import Path

from seeds.reading.article import Article, Paragraph, UnreadableArticle, Version
from seeds.reading.own_form import is_own_form, read_own_form
from seeds.reading.scraped import read_scraped

__all__ = ["Article", "Paragraph", "UnreadableArticle", "Version", "read_articles", "read_file", "read_text"]

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
CONTROL = set(range(32)) - {9, 10, 12, 13}


def read_articles(folder):
    """Every account of a folder and of those in it, sorted by path."""
    return [read_file(path) for path in sorted(Path(folder).rglob("*.md"))]


def read_file(path):
    path = Path(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableArticle(path.name, f"cannot be opened ({error.strerror})") from error
    return read_text(decode(raw, path.name), path.name)


def read_text(text, name="text"):
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).lstrip("\ufeff")
    if not text.strip():
        raise UnreadableArticle(name, "is empty")
    if any(ord(character) in CONTROL for character in text):
        line = next(n for n, each in enumerate(text.split("\n"), 1) if CONTROL & {ord(c) for c in each})
        raise UnreadableArticle(name, "holds control characters, so it is no text", line)
    if is_own_form(text, name):
        return read_own_form(text, name)
    article = read_scraped(text)
    if not article.paragraphs and not article.title:
        raise UnreadableArticle(name, "holds nothing but page furniture")
    return article


def decode(raw, name):
    if raw.startswith(UTF_16):
        encoding = "utf-16"
    elif b"\0" in raw:
        raise UnreadableArticle(name, "is a binary file (it holds NUL bytes), no text")
    else:
        encoding = "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise UnreadableArticle(
            name,
            f"is not {encoding.upper().removesuffix('-SIG')}: byte {error.start + 1} ({raw[error.start]:#04x})",
            line,
        ) from error
