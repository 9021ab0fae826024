"""A search over all kinds of record: counts by kind, and the records of one page of results."""

from typing import NamedTuple

from django.db.models import Count

from cooperation.agreements.models import Agreement, Partnership
from cooperation.core.dates import today
from cooperation.core.folding import terms, words
from cooperation.core.highlighting import passage
from cooperation.core.languages import LANGUAGE_CODES, current_language
from cooperation.core.localized_text import EMPTY_TEXT, LocalizedText, translated_fields, translations
from cooperation.core.search import SearchEntry
from cooperation.core.version_cache import VersionedCache, cached_by_version
from cooperation.library.models import Theme
from cooperation.news.models import NewsItem
from cooperation.news.subjects import with_card_relations
from events.models import Conference
from localities.lineage import Lineage
from localities.models import Locality

SEARCHED = [Agreement, Partnership, Locality, Conference, NewsItem, Theme]
MODELS = {model.record_kind(): model for model in SEARCHED}
SHORT = {"agreement", "partnership", "locality"}  # kinds whose names say all that their texts would
SUGGESTED = 8
REMEMBERED = VersionedCache(max_size=3000)


class Found(NamedTuple):
    """A record as the search shows it, and why it was found."""

    kind: str
    record: object
    by_former_name: bool
    words: str
    now: list  # the successions that lead to what a locality is today

    @property
    def passage(self):
        """The words that answer the query, where its name does not show them, and their language.

        They come from its texts in the reader's language, then in the others, then from its other names.
        """
        record = self.record
        if self.kind in SHORT and passage(str(record), self.words):
            return EMPTY_TEXT
        fields = [name for name in translated_fields(type(record)) if name != record.title_field]
        for code in dict.fromkeys([current_language(), *LANGUAGE_CODES]):
            for field in fields:
                found = passage(translations(record, field)[code], self.words)
                if found:
                    return LocalizedText(found, code)
        others = (passage(text, self.words) for text in [*record.search_names(), *record.search_texts()] if text)
        return LocalizedText(next(filter(None, others), ""), "")


def now(record, lineage):
    ended = isinstance(record, Locality) and record.until
    return lineage.now(record.pk, today()) if ended else []


def matching(words):
    return SearchEntry.objects.matching(words).filter(kind__in=MODELS).only("kind", "record_id")


@cached_by_version
def counted(words):
    """{kind: number of records}: all pages of one search share it."""
    return dict(matching(words).order_by().values_list("kind").annotate(Count("pk")))


class Results:
    def __init__(self, words, kind=""):
        self.words, self.kind = words, kind
        self.kind_is_known = not kind or kind in MODELS
        self.asked = bool(terms(words))
        counts = counted(words) if self.asked else {}
        self.kinds = [
            (name, model._meta.verbose_name_plural, counts[name]) for name, model in MODELS.items() if name in counts
        ]
        self.total = sum(counts.values())
        self.matching = matching(words)

    @property
    def count(self):
        """How many records there are of the kind asked for, or of all."""
        return {name: count for name, _label, count in self.kinds}.get(self.kind, 0) if self.kind else self.total

    def entries(self):
        return self.matching.filter(kind=self.kind) if self.kind else self.matching

    def records(self, entries):
        """What is found, in the order of `entries`."""
        records, missing = REMEMBERED.current(), {}
        for entry in entries:
            if (entry.kind, entry.record_id) not in records:
                missing.setdefault(entry.kind, []).append(entry.record_id)
        for kind, ids in missing.items():
            fetched = with_card_relations(MODELS[kind].with_search_relations(MODELS[kind].objects.public())).in_bulk(
                ids
            )
            records |= {(kind, pk): record for pk, record in fetched.items()}
        lineage = Lineage()
        found = [(entry, records.get((entry.kind, entry.record_id))) for entry in entries]
        return [
            Found(entry.kind, record, self.by_former_name(entry, record), self.words, now(record, lineage))
            for entry, record in found
            if record
        ]

    def by_former_name(self, entry, record):
        """Whether a locality answers to a name in the query that is a unit's before it."""
        if entry.kind != Locality.record_kind():
            return False
        typed = " ".join(words(self.words))
        own = [" ".join(words(name)) for name in record.search_names()]
        joined = typed.replace(" ", "")
        return not any(typed in name or joined in name.replace(" ", "") for name in own)

    def suggestions(self):
        """The best few records, for a reader who is still typing."""
        return self.records(self.matching[:SUGGESTED])
