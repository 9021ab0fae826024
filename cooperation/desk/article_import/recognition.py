"""Run the reader (`article_reader`) on imported articles, with the register's own localities in its gazetteer."""

from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from cooperation.article_reader.gazetteer import Gazetteer
from cooperation.article_reader.reader import read_text
from cooperation.article_reader.reading.article import Article
from cooperation.article_reader.recognise import recognise
from cooperation.article_reader.recognise.findings import Findings
from cooperation.core.content_version import content_version
from cooperation.core.folding import words
from cooperation.core.localized_text import columns
from cooperation.desk.models import ImportedArticle
from localities.models import Locality

COLUMNS = ["key", "country", "administrative_level", "epci_kind", *columns("name"), "since", "until"]


def digest(text: str) -> str:
    """The same for copies of an article that differ only in case, accents, spaces or punctuation."""
    return sha256(" ".join(words(text)).encode()).hexdigest()


def get_gazetteer() -> Gazetteer:
    return build_gazetteer(content_version())


@lru_cache(maxsize=1)
def build_gazetteer(version: int) -> Gazetteer:
    """The official units and the register's own localities and names; `version` is the cache key."""
    units, names = [], []
    for locality in Locality.objects.select_related("parent").prefetch_related("names"):
        parent = locality.parent.key if locality.parent_id else ""
        units.append({column: getattr(locality, column) or "" for column in COLUMNS} | {"parent": parent})
        names += [{"key": locality.key, "text": name.text} for name in locality.names.all()]
    return Gazetteer.from_folder(units=units, names=names)


def read_article(imported_article: ImportedArticle) -> Article:
    """The imported article as the reader sees it; metadata entered by staff replaces what the reader extracted."""
    article = read_text(imported_article.text, imported_article.title or "text")
    metadata = {
        "language": imported_article.language,
        "publisher": imported_article.publisher,
        "published": imported_article.appeared_on,
        "near": imported_article.appeared_on,
    }
    return replace(article, **{name: value for name, value in metadata.items() if value})


def recognise_findings(article: Article) -> Findings:
    return recognise(article, get_gazetteer())
