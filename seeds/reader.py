"""Read a file or a text as an Article: scraped plain text, a web page, a Word file, or an account in our own format."""

from pathlib import Path

from seeds.reading.account_format import is_account, read_account
from seeds.reading.article import Article, Paragraph, UnreadableArticle, Version
from seeds.reading.decoding import check_size, clean_text, decode
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


def read_articles(folder: str | Path) -> list[Article]:
    """All accounts (`*.md`) of a folder and its subfolders, sorted by path."""
    return [read_file(path) for path in sorted(Path(folder).rglob("*.md"))]


def read_file(path: str | Path) -> Article:
    """Raise UnreadableArticle if the file cannot be opened or read as an article."""
    path = Path(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableArticle(path.name, f"cannot be opened ({error.strerror})") from error
    return read_bytes(raw, path.name)


def read_bytes(raw: bytes, name: str) -> Article:
    """Detect the file format from the bytes. `name` is for messages, and its suffix may mark a web page."""
    check_size(raw, name)
    if not raw.strip():
        raise UnreadableArticle(name, "is empty")
    if is_word(raw):
        return read_word(raw, name)
    if is_page(raw, name):
        return read_page(raw, name)
    return read_text(decode(raw, name), name)


def read_text(text: str, name: str = "text") -> Article:
    """Read an account or scraped plain text; raise UnreadableArticle if it holds neither."""
    text = clean_text(text, name)
    if is_account(text, name):
        return read_account(text, name)
    article = read_scraped(text)
    if not article.paragraphs and not article.title:
        raise UnreadableArticle(name, "holds nothing but page furniture")
    return article
