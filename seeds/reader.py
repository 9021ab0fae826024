"""A file or a text -> Article: plain text as scraped, a web page, a Word file, or an account in our own form."""

from pathlib import Path

from seeds.reading.account_format import is_account, read_account
from seeds.reading.article import Article, Paragraph, UnreadableArticle, Version
from seeds.reading.decoding import check_size, cleaned, decoded
from seeds.reading.scraped import read_scraped
from seeds.reading.web_page import is_page, read_page
from seeds.reading.word_file import is_word, read_word

__all__ = [
    "Article",
    "Paragraph",
    "UnreadableArticle",
    "Version",
    "read_articles",
    "read_bytes",
    "read_file",
    "read_text",
]


def read_articles(folder):
    """Every account of a folder and of those in it, sorted by path."""
    return [read_file(path) for path in sorted(Path(folder).rglob("*.md"))]


def read_file(path):
    path = Path(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableArticle(path.name, f"cannot be opened ({error.strerror})") from error
    return read_bytes(raw, path.name)


def read_bytes(raw, name):
    """What the bytes are shows in themselves; `name` is for messages and for pages that do not begin as one."""
    check_size(raw, name)
    if not raw.strip():
        raise UnreadableArticle(name, "is empty")
    if is_word(raw):
        return read_word(raw, name)
    if is_page(raw, name):
        return read_page(raw, name)
    return read_text(decoded(raw, name), name)


def read_text(text, name="text"):
    text = cleaned(text, name)
    if is_account(text, name):
        return read_account(text, name)
    article = read_scraped(text)
    if not article.paragraphs and not article.title:
        raise UnreadableArticle(name, "holds nothing but page furniture")
    return article
