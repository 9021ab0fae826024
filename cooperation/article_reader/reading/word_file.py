"""Read a Word file (.docx) as an Article."""

import io
import zipfile

from .article import UnreadableArticle
from .decoding import MAX_BYTES, clean_text
from .scraped import build_article

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
    # Imported here because it takes a fifth of a second, which other files need not wait for.
    from docx import Document  # noqa: PLC0415

    check_unpacked(raw, name)
    try:
        document = Document(io.BytesIO(raw))
        title, lines = split_document(document)
    except Exception as error:  # zip, XML and python-docx each raise their own
        raise UnreadableArticle(name, f"is a damaged Word file ({type(error).__name__})") from error
    return build_article({"TITLE": title} if title else {}, clean_text("\n".join(lines), name))


def check_unpacked(raw, name):
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        size = sum(part.file_size for part in archive.infolist() if part.filename.endswith((".xml", ".rels")))
    if size > MAX_BYTES:
        raise UnreadableArticle(name, f"unpacks to {size:,} bytes; at most {MAX_BYTES:,} are read")


def split_document(document):
    """The first paragraph in a title style, or None, and all other lines; a table row is one line."""
    title, lines = None, []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            lines += [" | ".join(cell.text.strip() for cell in row.cells) for row in block.rows]
        elif title is None and block.style.name in TITLES and block.text.strip():
            title = " ".join(block.text.split())
        else:
            lines.append(block.text)
    return title, lines
