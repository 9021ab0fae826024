"""From what staff paste or drop to findings: the reader of `seeds`, told of the site's own localities too."""

from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from cooperation.core.content_version import content_version
from cooperation.core.folding import words
from localities.models import Locality
from seeds.gazetteer import Gazetteer
from seeds.reader import read_text
from seeds.recognise import recognise

COLUMNS = ["key", "country", "administrative_level", "epci_kind", "name_vi", "name_fr", "name_en", "since", "until"]


def digest(text):
    """The same for two copies of an article that differ in case, accents, spaces or signs only."""
    return sha256(" ".join(words(text)).encode()).hexdigest()


def gazetteer():
    return gazetteer_of(content_version())


@lru_cache(maxsize=1)
def gazetteer_of(version):
    """The tables of official units with the site's own localities and names, as of a content version."""
    units, names = [], []
    for locality in Locality.objects.select_related("parent").prefetch_related("names"):
        parent = locality.parent.key if locality.parent_id else ""
        units.append({column: getattr(locality, column) or "" for column in COLUMNS} | {"parent": parent})
        names += [{"key": locality.key, "text": name.text} for name in locality.names.all()]
    return Gazetteer.from_folder(units=units, names=names)


def article_of(imported_article):
    """The article of a reading, with what staff have told of it in place of what was found."""
    article = read_text(imported_article.text, imported_article.title or "text")
    told = {
        "language": imported_article.language,
        "publisher": imported_article.publisher,
        "published": imported_article.appeared_on,
        "near": imported_article.appeared_on,
    }
    return replace(article, **{name: value for name, value in told.items() if value})


def findings_of(article):
    return recognise(article, gazetteer())
