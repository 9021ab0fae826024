"""A Word file (.docx) -> Article."""

import io
import zipfile

from seeds.reading.article import UnreadableArticle
from seeds.reading.decoding import LARGEST, cleaned
from seeds.reading.scraped import article_of

TEXT = "word/document.xml"
TITLES = ("Title", "Heading 1")


def is_word(raw):
    if not raw.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return TEXT in archive.namelist()
    except zipfile.BadZipFile:
        return False


def read_word(raw, name):
    # A fifth of a second to import, which no plain text should wait for.
    from docx import Document  # noqa: PLC0415

    check_unpacked(raw, name)
    try:
        document = Document(io.BytesIO(raw))
        title, lines = parts_of(document)
    except Exception as error:  # zip, XML and python-docx each raise their own
        raise UnreadableArticle(name, f"is a damaged Word file ({type(error).__name__})") from error
    return article_of({"TITLE": title} if title else {}, cleaned("\n".join(lines), name))


def check_unpacked(raw, name):
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        size = sum(part.file_size for part in archive.infolist() if part.filename.endswith((".xml", ".rels")))
    if size > LARGEST:
        raise UnreadableArticle(name, f"unpacks to {size:,} bytes; at most {LARGEST:,} are read")


def parts_of(document):
    """The first paragraph in a title's style, and all other lines; a row of a table is one line."""
    title, lines = None, []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            lines += [" | ".join(cell.text.strip() for cell in row.cells) for row in block.rows]
        elif title is None and block.style.name in TITLES and block.text.strip():
            title = " ".join(block.text.split())
        else:
            lines.append(block.text)
    return title, lines
