"""Evidence for a record: its numbered sources, what each of them supports, and where they differ."""

from collections import defaultdict
from typing import NamedTuple

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from cooperation.core.localized_text import localized
from cooperation.core.version_cache import VersionedCache, cached_by_version

from .comparison import agrees_with, group_by_value, have_different_values
from .facts import FACTS, MENTION, is_readable, question_of
from .models import Claim


class Source(NamedTuple):
    """A news item as a page cites it."""

    number: int
    item: object
    claims: list
    same_text: list  # numbers of the other sources that print the text of the same agency

    @property
    def facts(self):
        """The labels of the facts that it supports, each once."""
        labels = [FACTS[claim.subject_kind][claim.fact].label for claim in self.claims if claim.fact != MENTION]
        return list(dict.fromkeys(labels))

    @property
    def passages(self):
        """One claim for each passage to be shown; facts with several values (parties, sessions) are left out."""
        return list(
            {
                get_passage(claim): claim for claim in self.claims if get_passage(claim) and not is_list_item(claim)
            }.values()
        )


class QuestionSummary(NamedTuple):
    """How reports answer one question: the numbers of the sources that do, and whether they differ."""

    question: str
    label: str
    numbers: list
    independent: int  # how many of them are independent sources
    differs: bool
    many: bool  # there are several answers, which can be true at once

    @property
    def question_label(self):
        """The label of the question: that of its fact, unless several facts share the question."""
        return _("dates") if self.question == "dates" else self.label


class Evidence:
    """All public claims on one record."""

    def __init__(self, kind, claims):
        self.kind = kind
        self.claims = [claim for claim in claims if is_readable(claim)]
        by_item = defaultdict(list)
        for claim in self.claims:
            by_item[claim.news_item].append(claim)
        self.numbers = {item.pk: number for number, item in enumerate(by_item, start=1)}
        by_origin = defaultdict(list)
        for item in by_item:
            by_origin[get_origin(item)].append(self.numbers[item.pk])
        self.sources = [
            Source(number, item, rows, [other for other in by_origin[get_origin(item)] if other != number])
            for number, (item, rows) in enumerate(by_item.items(), start=1)
        ]

    def get_claims(self, *facts):
        return [claim for claim in self.claims if claim.fact in facts]

    def find_source_numbers(self, fact, value=""):
        """The numbers of the sources that state this fact, with this value where one is given."""
        claims = [claim for claim in self.get_claims(fact) if not value or agrees_with(claim, value)]
        return self.get_numbers(claims)

    def has_answer(self, fact, value=""):
        """Whether any report answers the question of a fact, be it with another value; of several values, with this."""
        if value and FACTS[self.kind][fact].many:
            return bool(self.find_source_numbers(fact, value))
        question = question_of(self.kind, fact)
        return any(question_of(self.kind, claim.fact) == question for claim in self.claims)

    def get_numbers(self, claims):
        return sorted({self.numbers[claim.news_item_id] for claim in claims})

    def count_independent(self, numbers=None):
        """How many independent sources there are, of all or of those with these numbers."""
        return len({get_origin(row.item) for row in self.sources if numbers is None or row.number in numbers})

    def get_disputed_questions(self):
        """The questions that reports answer differently, in the order in which facts are shown."""
        return self._disputed

    @cached_property
    def _disputed(self):
        questions = []
        for name, fact in FACTS[self.kind].items():
            if not fact.many and have_different_values(self.get_claims(name)):
                questions.append(question_of(self.kind, name))
        return list(dict.fromkeys(questions))

    def question_summaries(self):
        """A summary of each question that reports answer, in the order in which facts are shown."""
        disputed, summaries = self.get_disputed_questions(), {}
        for name, fact in FACTS[self.kind].items():
            question, stating = question_of(self.kind, name), self.get_claims(name)
            if stating and name != MENTION and question not in summaries:
                names = [other for other in FACTS[self.kind] if question_of(self.kind, other) == question]
                numbers = self.get_numbers(self.get_claims(*names))
                has_several = fact.many or len(group_by_value(stating)) > 1
                summaries[question] = QuestionSummary(
                    question,
                    fact.label,
                    numbers,
                    self.count_independent(numbers),
                    question in disputed,
                    has_several,
                )
        return list(summaries.values())

    def differs(self):
        return bool(self.get_disputed_questions())


def get_origin(item):
    """What makes a report an independent source: the agency whose text it prints, or else itself."""
    return ("agency", item.agency_id) if item.agency_id else ("report", item.pk)


def get_passage(claim):
    """The supporting sentence in the reader's language: facts that share one in English may have two in Vietnamese."""
    return localized(claim, "passage").text


def is_list_item(claim):
    """Whether the claim states one of several values that can be true at once, such as a party."""
    return FACTS[claim.subject_kind][claim.fact].many


EVIDENCE_CACHE = VersionedCache()


def get_evidence_by_key(kind, keys):
    """{key: Evidence} of many records, in one query at most. Treat it as immutable: it is cached."""
    cache, keys = EVIDENCE_CACHE.current(), list(keys)
    missing = [key for key in keys if (kind, key) not in cache]
    if missing:
        cache |= {(kind, key): evidence for key, evidence in load_evidence(kind, missing).items()}
    return {key: cache[kind, key] for key in keys}


def load_evidence(kind, keys):
    claims = Claim.objects.public().on(kind, keys).select_related("news_item__publisher", "news_item__agency")
    rows = defaultdict(list)
    for claim in claims.order_by("news_item__appeared_on", "news_item__key", "order"):
        rows[claim.subject_key].append(claim)
    return {key: Evidence(kind, rows[key]) for key in keys}


def get_evidence(record):
    return get_evidence_by_key(record.record_kind(), [record.key])[record.key]


@cached_by_version
def disputed_keys(kind):
    """The keys of all records of a kind on which public reports differ, in one query."""
    rows = defaultdict(list)
    for claim in Claim.objects.public().filter(subject_kind=kind).select_related("news_item"):
        rows[claim.subject_key].append(claim)
    return [key for key, claims in rows.items() if Evidence(kind, claims).differs()]
