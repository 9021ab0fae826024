"""Web pages and Word files are read as articles; files without text are refused at once, with the reason."""

import io
import zipfile
from time import perf_counter

import pytest
from docx import Document

from cooperation.article_reader.reader import Paragraph, UnreadableArticle, read_bytes, read_text
from cooperation.article_reader.recognise import Findings, recognise

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}">
<title>Brest et Hai Phong signent - Le Journal du Port</title>
<meta property="og:title" content="Brest et Hai Phong signent une convention">
<meta property="og:site_name" content="Le Journal du Port"><meta name="author" content="Anne Le Bihan">
<meta property="article:published_time" content="2013-06-12T10:20:00+02:00"></head>
<body><nav><a href="/">Accueil</a><a href="/x">Lyon et Hanoï signent un accord</a></nav>
<article><h1>Brest et Hai Phong signent une convention</h1>
<p>La ville de Brest et la ville de Hai Phong ont signé le 11 juin 2013 une convention sur l'eau et les ports.</p>
<figure><img src="a.jpg"><figcaption>La signature à Brest. Photo : A. L.</figcaption></figure>
<p>Les conventions suivantes ont aussi été signées :</p>
<ul><li>Lorient – Da Nang</li><li>Metz – Ninh Binh</li></ul>
<table><tr><td>Toulouse</td><td>Hanoï</td></tr></table>
<p>Le texte court jusqu'en 2016 et prévoit des échanges de techniciens entre les deux ports.</p></article>
<aside><h3>À lire aussi</h3><a href="/y">Nice signe avec Can Tho un accord de coopération</a></aside>
<footer>© Le Journal du Port</footer><script>var a = "Nantes signe avec Hanoï";</script></body></html>"""


def build_word_file(*lines, title=None, table=()):
    document = Document()
    if title:
        document.add_heading(title, level=0)
    for line in lines:
        document.add_paragraph(line)
    if table:
        word_table = document.add_table(rows=0, cols=2)
        for row in table:
            for cell, text in zip(word_table.add_row().cells, row, strict=True):
                cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def build_archive(parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_page_gives_its_metadata_and_its_text_without_the_page_around_it(charset):
    article = read_bytes(PAGE.format(charset=charset).encode(charset), "page.html")

    metadata = (article.title, article.publisher, article.published, article.author, article.language)
    assert metadata == (
        "Brest et Hai Phong signent une convention",
        "Le Journal du Port",
        "2013-06-12",
        "Anne Le Bihan",
        "fr",
    )
    assert article.paragraphs == [
        Paragraph(
            "La ville de Brest et la ville de Hai Phong ont signé le 11 juin 2013 "
            "une convention sur l'eau et les ports."
        ),
        Paragraph("La signature à Brest. Photo : A. L.", "caption"),
        Paragraph("Les conventions suivantes ont aussi été signées :"),
        Paragraph("- Lorient – Da Nang"),
        Paragraph("- Metz – Ninh Binh"),
        Paragraph("Toulouse | Hanoï"),
        Paragraph("Le texte court jusqu'en 2016 et prévoit des échanges de techniciens entre les deux ports."),
    ]


def test_the_pairs_of_a_page_are_found(gazetteer):
    findings = recognise(read_bytes(PAGE.format(charset="utf-8").encode(), "page"), gazetteer)

    assert [[party.value for party in agreement.parties] for agreement in findings.agreements] == [
        ["fr-brest", "vn-hai-phong"],
        ["fr-lorient", "vn-da-nang"],
        ["fr-metz", "vn-ninh-binh"],
        ["fr-toulouse", "vn-ha-noi"],
    ]


def test_a_word_file_gives_its_title_its_paragraphs_and_the_rows_of_its_tables():
    raw = build_word_file(
        "Hanoi and Toulouse signed an agreement.", title="Two signings", table=[("Hue", "Rennes"), ("Hanoi", "Lyon")]
    )

    article = read_bytes(raw, "note.docx")

    assert article.title == "Two signings"
    assert [paragraph.text for paragraph in article.paragraphs] == [
        "Hanoi and Toulouse signed an agreement.",
        "Hue | Rennes",
        "Hanoi | Lyon",
    ]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"  \n ", "is empty"),
        (b"<html><body><script>1</script></body></html>", "is a web page without text"),
        (b"%PDF-1.7 \xe2\xe3", "is a PDF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Word file"),
        (b"\x89PNG\r\n\x1a\n\0", "is a picture"),
        (build_archive({"a": "b"}), "is an archive"),
        (build_archive({"word/document.xml": "<w/>"}), "is a damaged Word file"),
        (build_archive({"word/document.xml": "<w>" + " " * 20_000_000}), "unpacks to"),
        (build_word_file(), "is empty"),
        ("Một ngày".encode() + b"\xff\xfe", "is not UTF-8"),
        (b"text \x00\x01 and more", "binary file"),
        (b"a" * 1_000_001, "at most 1,000,000 are read"),
        (b"a" * 10_000_001, "at most 10,000,000 are read"),
    ],
)
def test_what_is_no_text_is_refused_at_once_and_says_why(raw, reason):
    started = perf_counter()

    with pytest.raises(UnreadableArticle, match=r"note") as refused:
        read_bytes(raw, "note")

    assert reason in str(refused.value)
    assert perf_counter() - started < 2


@pytest.mark.parametrize(
    "text",
    [
        "def sign(a, b):\n    return a + b\n\nfor n in range(10):\n    print(sign(n, n))",
        "12.5 | 13.7 | 2019\n14.1 | 15.0 | 2020\n16.2 | 17.3 | 2021",
        "Hanoi Toulouse Lyon Hue",
        "lorem ipsum " * 500,
    ],
)
def test_a_text_that_is_no_article_gives_nothing(gazetteer, text):
    findings = recognise(read_text(text), gazetteer)
    findings.localities.clear()

    assert findings == Findings()


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["vi", "vi", "fr"], "vi"),
        (["fr", "en", "fr"], "fr"),
        (["en", "vi", "fr", "en"], "en"),
    ],
)
def test_a_mixed_text_has_the_language_of_most_of_its_paragraphs(texts, language):
    paragraphs = {
        "vi": "Hôm nay trời đẹp và mọi người trong làng cùng nhau đi chợ từ sớm.",
        "fr": "Il fait beau et tous les gens du village vont au marché de la ville.",
        "en": "The day is fine and all the people of the village go to the market. " * 4,
    }

    assert read_text("\n".join(paragraphs[code] for code in texts)).language == language
