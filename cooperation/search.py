"""A search over all kinds of record: counts by kind, and the records of one page of results."""

from django.db.models import Count

from cooperation.agreements.models import Agreement, Partnership
from cooperation.core.folding import terms, words
from cooperation.core.search import SearchEntry
from cooperation.news.models import NewsItem
from cooperation.news.subjects import for_cards
from events.models import Conference
from localities.models import Locality

SEARCHED = [Agreement, Partnership, Locality, Conference, NewsItem]
MODELS = {model.record_kind(): model for model in SEARCHED}


class Results:
    def __init__(self, words, kind=""):
        self.words, self.kind = words, kind
        self.kind_is_known = not kind or kind in MODELS
        self.asked = bool(terms(words))
        matching = SearchEntry.objects.matching(words).filter(kind__in=MODELS)
        counts = dict(matching.order_by().values_list("kind").annotate(Count("pk"))) if self.asked else {}
        self.kinds = [
            (name, model._meta.verbose_name_plural, counts[name]) for name, model in MODELS.items() if name in counts
        ]
        self.total = sum(counts.values())
        self.matching = matching

    def entries(self):
        return self.matching.filter(kind=self.kind) if self.kind else self.matching

    def records(self, entries):
        """[(kind, record, whether it was found under a name it does not bear now)] in the order of `entries`."""
        wanted = {}
        for entry in entries:
            wanted.setdefault(entry.kind, []).append(entry.record_id)
        records = {kind: for_cards(MODELS[kind].objects.public()).in_bulk(ids) for kind, ids in wanted.items()}
        found = [(entry, records[entry.kind].get(entry.record_id)) for entry in entries]
        return [(entry.kind, record, self.found_by_former_name(entry, record)) for entry, record in found if record]

    def found_by_former_name(self, entry, record):
        """Whether a locality answers to a name in the query that is a unit's before it."""
        if entry.kind != Locality.record_kind():
            return False
        typed = " ".join(words(self.words))
        own = [" ".join(words(name)) for name in record.search_names()]
        joined = typed.replace(" ", "")
        return not any(typed in name or joined in name.replace(" ", "") for name in own)
