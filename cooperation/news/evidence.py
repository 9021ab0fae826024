"""Who says what of a record: numbered sources, what each supports, and where they disagree."""

from collections import defaultdict
from typing import NamedTuple

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from cooperation.core.partial_dates import agree
from cooperation.core.version_cache import VersionedCache, cached_by_version

from .facts import DATE, FACTS, MENTION, TEXT, question_of
from .models import Claim


class Source(NamedTuple):
    """A news item as a page cites it."""

    number: int
    item: object
    claims: list

    @property
    def facts(self):
        """What it supports, in words, each once."""
        labels = [FACTS[claim.subject_kind][claim.fact].label for claim in self.claims if claim.fact != MENTION]
        return list(dict.fromkeys(labels))

    @property
    def passages(self):
        """The claims whose sentences of our account are shown, each sentence once; lists show their own items."""
        return list(
            {sentence(claim): claim for claim in self.claims if sentence(claim) and not is_item(claim)}.values()
        )


class QuestionSummary(NamedTuple):
    """What reports make of one question: the sources that answer it, and whether they differ."""

    question: str
    label: str
    numbers: list
    differs: bool
    many: bool  # several answers stand beside each other without contradiction

    @property
    def format_partial_date(self):
        """The name of the question: that of its fact, where the fact has a question of its own."""
        return _("dates") if self.question == "dates" else self.label


class Evidence:
    """All public claims on one record."""

    def __init__(self, kind, claims):
        self.kind = kind
        self.claims = [claim for claim in claims if claim.fact in FACTS[kind]]
        by_item = defaultdict(list)
        for claim in self.claims:
            by_item[claim.news_item].append(claim)
        self.sources = [Source(number, item, rows) for number, (item, rows) in enumerate(by_item.items(), start=1)]
        self.numbers = {source.item.pk: source.number for source in self.sources}

    @staticmethod
    def value_type_of(claim):
        return value_type_of(claim)

    def stating(self, *facts):
        return [claim for claim in self.claims if claim.fact in facts]

    def supporting(self, fact, value=""):
        """The numbers of the sources that state this fact, with this value where one is given."""
        claims = [
            claim for claim in self.stating(fact) if not value or same_value(value_type_of(claim), claim.value, value)
        ]
        return self.numbers_of(claims)

    def numbers_of(self, claims):
        return sorted({self.numbers[claim.news_item_id] for claim in claims})

    def support(self, fact):
        """How many of the reports that state this fact state each value of it: [(claims, of how many)]."""
        stating = self.stating(fact)
        return [(group, len(stating)) for group in group_by_value(stating)]

    def disputed(self):
        """The questions that reports answer differently, in the order in which facts are shown."""
        return self._disputed

    @cached_property
    def _disputed(self):
        questions = []
        for name, fact in FACTS[self.kind].items():
            if not fact.many and differ(self.stating(name)):
                questions.append(question_of(self.kind, name))
        return list(dict.fromkeys(questions))

    def question_summaries(self):
        """Each question that reports answer, as they are shown: how many agree, or that they differ."""
        disputed, found = self.disputed(), {}
        for name, fact in FACTS[self.kind].items():
            question, stating = question_of(self.kind, name), self.stating(name)
            if stating and name != MENTION and question not in found:
                same_question = [each for each in FACTS[self.kind] if question_of(self.kind, each) == question]
                numbers = self.numbers_of(self.stating(*same_question))
                found[question] = QuestionSummary(question, fact.label, numbers, question in disputed, fact.many)
        return list(found.values())

    def differs(self):
        return bool(self.disputed())


def sentence(claim):
    return claim.passage_en or claim.passage_fr or claim.passage_vi


def is_item(claim):
    """Whether a claim states one of many things that stand beside each other."""
    return FACTS[claim.subject_kind][claim.fact].many


def value_type_of(claim):
    return FACTS[claim.subject_kind][claim.fact].value_type


def same_value(value_type, one, other):
    return agree(one, other) if value_type == DATE else one == other


def group_by_value(claims):
    """Claims on one fact, gathered by value; texts of two languages are no two values."""
    groups = []
    for claim in claims:
        value_type = value_type_of(claim)
        for group in groups:
            alike = value_type == TEXT and group[0].value_language == claim.value_language
            if (value_type != TEXT or alike) and same_value(value_type, group[0].value, claim.value):
                group.append(claim)
                break
        else:
            groups.append([claim])
    return groups


def differ(claims):
    """Whether one language, or one day of counting, has two values."""
    slots = defaultdict(list)
    for group in group_by_value(claims):
        slots[group[0].value_language, group[0].as_of].append(group)
    return any(len(groups) > 1 for groups in slots.values())


REMEMBERED = VersionedCache()


def evidence_of(kind, keys):
    """{key: Evidence} of many records, in one query at most."""
    held, keys = REMEMBERED.current(), list(keys)
    missing = [key for key in keys if (kind, key) not in held]
    if missing:
        held |= {(kind, key): evidence for key, evidence in load_evidence(kind, missing).items()}
    return {key: held[kind, key] for key in keys}


def load_evidence(kind, keys):
    claims = Claim.objects.public().on(kind, keys).select_related("news_item")
    rows = defaultdict(list)
    for claim in claims.order_by("news_item__appeared_on", "news_item__key", "order"):
        rows[claim.subject_key].append(claim)
    return {key: Evidence(kind, rows[key]) for key in keys}


def evidence_for(record):
    return evidence_of(record.record_kind(), [record.key])[record.key]


@cached_by_version
def disputed_keys(kind):
    """The keys of all records of a kind on which public reports differ, in one query."""
    rows = defaultdict(list)
    for claim in Claim.objects.public().filter(subject_kind=kind).select_related("news_item"):
        rows[claim.subject_key].append(claim)
    return [key for key, claims in rows.items() if Evidence(kind, claims).differs()]
