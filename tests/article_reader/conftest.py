import pytest

from cooperation.article_reader.gazetteer import Gazetteer
from cooperation.article_reader.reader import Article, Paragraph
from cooperation.article_reader.recognise import recognise


@pytest.fixture(scope="session")
def gazetteer():
    return Gazetteer.from_folder()


@pytest.fixture
def read(gazetteer):
    """Read paragraphs of one language: `read("fr", "…", published="2013-06-15")`."""

    def read_paragraphs(language, *texts, published=None):
        paragraphs = [Paragraph(text) for text in texts]
        return recognise(Article(language, None, paragraphs, published=published, near=published), gazetteer)

    return read_paragraphs
