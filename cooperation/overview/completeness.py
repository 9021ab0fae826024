"""How complete the register is: of each kind of record, how many have each fact."""

from typing import NamedTuple

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from cooperation.core.known_facts import SOURCES, has_translation
from cooperation.core.languages import LANGUAGE_CODES
from cooperation.core.localized_text import column, translated_fields
from cooperation.kinds import KNOWN_FACTS, SEARCH, kinds_with
from cooperation.news.evidence import get_evidence_by_key
from events.conference_sequence import conference_sequence
from events.models import Conference
from localities.countries import FRANCE, VIET_NAM

from .charts import MAX_BAR_SHARE, percent

COUNTRIES = [VIET_NAM, FRANCE]


class FieldCompleteness(NamedTuple):
    """How many of the `total` records have a fact; `by_country` has (known, total) for each of `COUNTRIES`, or none."""

    label: str
    known: int
    total: int
    by_country: list = ()

    @property
    def ratio(self):
        return self.known / self.total if self.total else 0

    @property
    def width(self):
        return percent(MAX_BAR_SHARE * self.ratio)


class RecordTypeCompleteness(NamedTuple):
    """A kind of record and the completeness of its facts, in display order."""

    name: str
    label: str
    total: int
    fields: list

    @property
    def least_known(self):
        return min(self.fields, key=lambda field: field.ratio)

    @property
    def has_countries(self):
        return any(field.by_country for field in self.fields)


def record_types():
    """The completeness of each kind that has public records."""
    kinds = [completeness_of(kind) for kind in kinds_with(KNOWN_FACTS)]
    return [kind for kind in kinds if kind.total]


def completeness_of(kind):
    facts = kind.module(KNOWN_FACTS).KNOWN_FACTS[kind.name]()
    records = kind.model.objects.public().order_by()
    counts = count_facts(records, [fact for fact in facts if fact.rows is None and fact is not SOURCES])
    fields = []
    for fact in facts:
        if fact is SOURCES:
            fields += source_completeness(kind.name, list(records.values_list("key", flat=True)))
        elif fact.rows is None:
            fields.append(next(counts))
        else:
            fields += count_facts(fact.rows.order_by(), [fact])
    return RecordTypeCompleteness(kind.name, kind.plural_label, records.count(), fields)


def count_facts(records, facts):
    """Yield the FieldCompleteness of each fact over these records, in one query."""
    aggregates = {"total": Count("pk")}
    for n, fact in enumerate(facts):
        aggregates[f"known_{n}"] = Count("pk", filter=fact.condition)
        for code in COUNTRIES if fact.country else []:
            in_country = Q(**{fact.country: code})
            aggregates[f"known_{n}_{code}"] = Count("pk", filter=fact.condition & in_country)
            aggregates[f"total_{n}_{code}"] = Count("pk", filter=in_country)
    counts = records.aggregate(**aggregates)
    for n, fact in enumerate(facts):
        codes = COUNTRIES if fact.country else []
        by_country = [(counts[f"known_{n}_{code}"], counts[f"total_{n}_{code}"]) for code in codes]
        yield FieldCompleteness(fact.label, counts[f"known_{n}"], counts["total"], by_country)


def source_completeness(kind_name, keys):
    all_evidence = get_evidence_by_key(kind_name, keys).values()
    source_counts = [evidence.count_independent() for evidence in all_evidence]
    compared = [evidence for evidence in all_evidence if len(evidence.sources) >= 2]
    total = len(keys)
    return [
        FieldCompleteness(_("at least one source"), sum(count >= 1 for count in source_counts), total),
        FieldCompleteness(_("at least two independent sources"), sum(count >= 2 for count in source_counts), total),
        FieldCompleteness(
            _("sources agree (where there are two or more)"),
            sum(not evidence.differs() for evidence in compared),
            len(compared),
        ),
    ]


class LanguageRow(NamedTuple):
    """`complete` has, for each language, how many of the `total` records have all their texts in it."""

    label: str
    total: int
    complete: list


def language_rows():
    """One row for each kind of record that has texts."""
    rows = [language_row(kind) for kind in kinds_with(SEARCH)]
    return [row for row in rows if row.total]


def language_row(kind):
    """A proper name is no text to be translated: most have one for all languages."""
    model = kind.model
    names = {model.title_field} if model.is_called_by_name else set()
    fields = [field for field in translated_fields(model) if field not in names]
    has_texts = Q()
    for field in fields:
        has_texts |= has_translation(field)
    complete = {code: Count("pk", filter=complete_in(code, fields)) for code in LANGUAGE_CODES}
    counts = model.objects.public().filter(has_texts).order_by().aggregate(total=Count("pk"), **complete)
    return LanguageRow(kind.plural_label, counts["total"], [counts[code] for code in LANGUAGE_CODES])


def complete_in(code, fields):
    """The condition that every text that exists in any language exists in this one."""
    condition = Q(pk__isnull=False)
    for field in fields:
        condition &= ~has_translation(field) | ~is_empty(column(field, code))
    return condition


def is_empty(name):
    return Q(**{name: ""}) | Q(**{f"{name}__isnull": True})


def missing_conferences():
    """Gaps in the numbers of the conferences: [(first, last)]."""
    sequence = conference_sequence(Conference.objects.public().order_by("number"))
    return [(entry.first, entry.last) for entry in sequence if not entry.conference]
