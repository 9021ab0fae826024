"""Read a saved web page as an Article."""

import codecs
import re
from pathlib import Path

from .article import UnreadableArticle
from .decoding import clean_text, decode
from .folding import fold
from .scraped import build_article

BEGINNING = re.compile(rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b")
CHARSET = re.compile(rb"(?i)<meta[^>]+charset\s*=\s*[\"']?([\w-]+)")
RULE = re.compile(r"^\|?(?:\s*-{3,}\s*\|?)+$")
HEADER_BYTES = 3000  # the part of a page that is searched for its beginning and its encoding


def is_page(raw, name):
    return Path(name).suffix.lower() in (".html", ".htm", ".xhtml") or bool(BEGINNING.match(raw[:HEADER_BYTES]))


def read_page(raw, name):
    # Imported here because it takes half a second, which other files need not wait for.
    import trafilatura  # noqa: PLC0415

    text = decode(raw, name, find_charset(raw))
    if not text.strip():
        raise UnreadableArticle(name, "is empty")
    tree = trafilatura.load_html(text)
    if tree is None:
        raise UnreadableArticle(name, "is no web page that can be read")
    keep_captions(tree)
    extraction = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False)
    body = extraction.text if extraction and extraction.text else trafilatura.html2txt(tree)
    if not body.strip():
        raise UnreadableArticle(name, "is a web page without text")
    head = build_head(extraction)
    return build_article(head, "\n".join(split_lines(clean_text(body, name), head.get("TITLE"))))


def find_charset(raw):
    """The encoding that the page declares, if Python knows it, else None."""
    match = CHARSET.search(raw[:HEADER_BYTES])
    try:
        return codecs.lookup(match[1].decode("ascii")).name if match else None
    except LookupError:
        return None


def keep_captions(tree):
    """Move captions out of their figures, as paragraphs: trafilatura would drop them."""
    for caption in tree.xpath("//figure//figcaption"):
        figure = next(caption.iterancestors("figure"))
        caption.tag = "p"
        if figure.getparent() is not None:
            caption.tail = None
            figure.addnext(caption)


def build_head(extraction):
    """The page's metadata under the names that the head of a scraped text has."""
    if extraction is None:
        return {}
    values = {
        "TITLE": extraction.title,
        "PUBLISHER": extraction.sitename,
        "DATE": extraction.date,
        "AUTHOR": extraction.author,
    }
    return {name: " ".join(value.split()) for name, value in values.items() if value}


def split_lines(text, title):
    """The lines, table rows without their outer bars; the title is left out, as the head holds it."""
    for line in text.split("\n"):
        if RULE.match(line.strip()) or (title and fold(line) == fold(title)):
            continue
        row = re.fullmatch(r"\|\s*(.*?)\s*\|?", line.strip())
        yield row[1] if row else line
