"""A search over all kinds of record: counts by kind, and the records of one page of results."""

from typing import NamedTuple

from django.db.models import Count

from cooperation.core.dates import today
from cooperation.core.folding import terms, words
from cooperation.core.highlighting import passage
from cooperation.core.languages import LANGUAGE_CODES, current_language
from cooperation.core.localized_text import EMPTY_TEXT, LocalizedText, translated_fields, translations
from cooperation.core.search import SearchEntry
from cooperation.core.version_cache import VersionedCache, cached_by_version
from cooperation.kinds import SEARCH, kinds_with
from localities.lineage import Lineage
from localities.models import Locality

KINDS = {kind.name: kind for kind in kinds_with(SEARCH)}
#: Kinds whose names say all that their texts would: no passage is shown beside them.
KINDS_WITHOUT_PASSAGE = {"agreement", "partnership", "locality"}
MAX_SUGGESTIONS = 8
RECORDS = VersionedCache(max_size=3000)


class Result(NamedTuple):
    """A record that matches, and why; `successions` lead to what a locality is today."""

    kind: str
    record: object
    by_former_name: bool
    query: str
    successions: list

    @property
    def passage(self):
        """The passage that answers the query, where the record's name does not show it.

        It comes from its texts in the reader's language, then in the others, then from its other names.
        """
        record = self.record
        if self.kind in KINDS_WITHOUT_PASSAGE and passage(str(record), self.query):
            return EMPTY_TEXT
        fields = [name for name in translated_fields(type(record)) if name != record.title_field]
        for code in dict.fromkeys([current_language(), *LANGUAGE_CODES]):
            for field in fields:
                match = passage(translations(record, field)[code], self.query)
                if match:
                    return LocalizedText(match, code)
        others = (passage(text, self.query) for text in [*record.search_names(), *record.search_texts()] if text)
        return LocalizedText(next(filter(None, others), ""), "")


def successions_to_today(record, lineage):
    has_ended = isinstance(record, Locality) and record.until
    return lineage.now(record.pk, today()) if has_ended else []


def matching_entries(query):
    return SearchEntry.objects.matching(query).filter(kind__in=KINDS).only("kind", "record_id")


@cached_by_version
def count_by_kind(query):
    """{kind: number of records}, shared by all pages of one search."""
    return dict(matching_entries(query).order_by().values_list("kind").annotate(Count("pk")))


class Results:
    """The results of a query, of one kind or of all; `kind_is_known` is false for a kind that the search has not."""

    def __init__(self, query, kind=""):
        self.query, self.kind = query, kind
        self.kind_is_known = not kind or kind in KINDS
        counts = count_by_kind(query) if terms(query) else {}
        self.kinds = [(name, kind.plural_label, counts[name]) for name, kind in KINDS.items() if name in counts]
        self.total = sum(counts.values())
        self.all_entries = matching_entries(query)

    @property
    def count(self):
        """The number of results of the requested kind, or of all."""
        return {name: count for name, _label, count in self.kinds}.get(self.kind, 0) if self.kind else self.total

    def entries(self):
        return self.all_entries.filter(kind=self.kind) if self.kind else self.all_entries

    def records(self, entries):
        """The `Result` of each entry, in the order of `entries`."""
        records, missing = RECORDS.current(), {}
        for entry in entries:
            if (entry.kind, entry.record_id) not in records:
                missing.setdefault(entry.kind, []).append(entry.record_id)
        for kind, ids in missing.items():
            model = KINDS[kind].model
            fetched = model.with_search_relations(model.objects.public()).with_card_relations().in_bulk(ids)
            records |= {(kind, pk): record for pk, record in fetched.items()}
        lineage = Lineage()
        matches = [(entry, records.get((entry.kind, entry.record_id))) for entry in entries]
        return [
            Result(
                entry.kind,
                record,
                self.matches_by_former_name(entry, record),
                self.query,
                successions_to_today(record, lineage),
            )
            for entry, record in matches
            if record
        ]

    def matches_by_former_name(self, entry, record):
        """Whether a locality matches by the name of a unit that preceded it."""
        if entry.kind != Locality.record_kind():
            return False
        query = " ".join(words(self.query))
        names = [" ".join(words(name)) for name in record.search_names()]
        joined = query.replace(" ", "")
        return not any(query in name or joined in name.replace(" ", "") for name in names)

    def suggestions(self):
        """The best few records, for a reader who is still typing."""
        return self.records(self.all_entries[:MAX_SUGGESTIONS])
