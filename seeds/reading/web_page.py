"""A saved web page -> Article."""

import codecs
import re
from pathlib import Path

from seeds.reading.article import UnreadableArticle
from seeds.reading.decoding import cleaned, decoded
from seeds.reading.folding import fold
from seeds.reading.scraped import article_of

BEGINNING = re.compile(rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b")
CHARSET = re.compile(rb"(?i)<meta[^>]+charset\s*=\s*[\"']?([\w-]+)")
RULE = re.compile(r"^\|?(?:\s*-{3,}\s*\|?)+$")
SIGNS = 3000  # bytes at the top of a page in which it names its encoding


def is_page(raw, name):
    return Path(name).suffix.lower() in (".html", ".htm", ".xhtml") or bool(BEGINNING.match(raw[:SIGNS]))


def read_page(raw, name):
    # Half a second to import, which no plain text should wait for.
    import trafilatura  # noqa: PLC0415

    text = decoded(raw, name, charset(raw))
    if not text.strip():
        raise UnreadableArticle(name, "is empty")
    tree = trafilatura.load_html(text)
    if tree is None:
        raise UnreadableArticle(name, "is no web page that can be read")
    keep_captions(tree)
    found = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False)
    body = found.text if found and found.text else trafilatura.html2txt(tree)
    if not body.strip():
        raise UnreadableArticle(name, "is a web page without text")
    head = head_of(found)
    return article_of(head, "\n".join(lines_of(cleaned(body, name), head.get("TITLE"))))


def charset(raw):
    """The encoding that the page names, where Python knows it."""
    match = CHARSET.search(raw[:SIGNS])
    try:
        return codecs.lookup(match[1].decode("ascii")).name if match else None
    except LookupError:
        return None


def keep_captions(tree):
    """A caption stands as a paragraph behind its picture; trafilatura would drop both."""
    for caption in tree.xpath("//figure//figcaption"):
        figure = next(each for each in caption.iterancestors("figure"))
        caption.tag = "p"
        if figure.getparent() is not None:
            caption.tail = None
            figure.addnext(caption)


def head_of(found):
    """The page's metadata under the names of a scraped head."""
    values = {"TITLE": found.title, "PUBLISHER": found.sitename, "DATE": found.date, "AUTHOR": found.author}
    return {name: " ".join(value.split()) for name, value in values.items() if value} if found else {}


def lines_of(text, title):
    """Rows of tables without their outer bars; the title stands in the head already."""
    for line in text.split("\n"):
        if RULE.match(line.strip()) or (title and fold(line) == fold(title)):
            continue
        row = re.fullmatch(r"\|\s*(.*?)\s*\|?", line.strip())
        yield row[1] if row else line
