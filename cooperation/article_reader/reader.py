"""Read a file or a text as an Article: scraped plain text, a web page, or a Word file."""

from pathlib import Path

from cooperation.article_reader.reading.article import Article, Paragraph, UnreadableArticle
from cooperation.article_reader.reading.decoding import check_size, clean_text, decode
from cooperation.article_reader.reading.scraped import read_scraped
from cooperation.article_reader.reading.web_page import is_page, read_page
from cooperation.article_reader.reading.word_file import is_word, read_word

__all__ = [
    "Article",
    "Paragraph",
    "UnreadableArticle",
    "read_bytes",
    "read_file",
    "read_text",
]


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
    """Read scraped plain text; raise UnreadableArticle if it holds no article."""
    article = read_scraped(clean_text(text, name))
    if not article.paragraphs and not article.title:
        raise UnreadableArticle(name, "holds nothing but page furniture")
    return article
