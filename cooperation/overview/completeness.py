"""How complete the register is: of each kind of record, how many have each fact."""

from typing import NamedTuple

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from cooperation.agreements.models import Agreement, AgreementParty, Partnership
from cooperation.core.languages import LANGUAGE_CODES
from cooperation.core.localized_text import column, translated_fields
from cooperation.core.records import RecordQuerySet
from cooperation.library.models import Theme
from cooperation.news.evidence import evidence_of
from cooperation.news.models import NewsItem
from events.conference_sequence import conference_sequence
from events.models import Conference
from localities.choices import FRANCE, VIET_NAM
from localities.models import Locality

from .charts import LONGEST, percent
from .known_facts import agreement_facts, conference_facts, locality_facts, news_facts, partnership_facts, told

COUNTRIES = [VIET_NAM, FRANCE]


class FieldCompleteness(NamedTuple):
    """How many of how many have a fact; `by_country` has the same for each of `COUNTRIES`, where that says more."""

    label: str
    known: int
    total: int
    by_country: list = ()

    @property
    def ratio(self):
        return self.known / self.total if self.total else 0

    @property
    def width(self):
        return percent(LONGEST * self.ratio)


class RecordTypeCompleteness(NamedTuple):
    """A kind of record and the shares of its facts, in the order in which pages show them."""

    name: str
    label: str
    total: int
    shares: list

    @property
    def least(self):
        return min(self.shares, key=lambda share: share.ratio)

    @property
    def has_countries(self):
        return any(share.by_country for share in self.shares)


def kinds():
    found = [
        agreements(),
        kind_of(Partnership, partnership_facts(), sourced=True),
        localities(),
        kind_of(Conference, conference_facts(), sourced=True),
        kind_of(NewsItem, news_facts()),
    ]
    return [kind for kind in found if kind.total]


def kind_of(model, facts, *, sourced=False):
    records = model.objects.public().order_by()
    numbers = records.aggregate(total=Count("pk"), **{f"fact_{n}": count(has) for n, (_label, has) in enumerate(facts)})
    total = numbers["total"]
    shares = [FieldCompleteness(label, numbers[f"fact_{n}"], total) for n, (label, _has) in enumerate(facts)]
    if sourced:
        shares += source_shares(model.record_kind(), list(records.values_list("key", flat=True)))
    return RecordTypeCompleteness(model.record_kind(), model._meta.verbose_name_plural, total, shares)


def count(condition, extra=None):
    return Count("pk", filter=condition & extra if extra else condition)


def agreements():
    """With the signatories that are named, on each side."""
    kind = kind_of(Agreement, agreement_facts(), sourced=True)
    signed = AgreementParty.objects.filter(RecordQuerySet.public_condition("agreement__"))
    places = {code: Q(locality__country=code) for code in COUNTRIES}
    wanted = {"known": count(named := Q(signed_by__gt="")), "total": Count("pk")}
    for code, place in places.items():
        wanted |= {f"known_{code}": count(named, place), f"total_{code}": count(place)}
    numbers = signed.order_by().aggregate(**wanted)
    by_country = [(numbers[f"known_{code}"], numbers[f"total_{code}"]) for code in COUNTRIES]
    share = FieldCompleteness(_("signatory of each party"), numbers["known"], numbers["total"], by_country)
    return kind._replace(shares=[*kind.shares, share])


def localities():
    """With the same counts for each country: a code that only France has is no gap of Viet Nam's."""
    facts, records = locality_facts(), Locality.objects.public().order_by()
    places = {"all": Q(), **{code: Q(country=code) for code in COUNTRIES}}
    wanted = {f"total_{name}": Count("pk", filter=place) if place else Count("pk") for name, place in places.items()}
    for n, (_label, has) in enumerate(facts):
        wanted |= {f"fact_{n}_{name}": count(has, place) for name, place in places.items()}
    numbers = records.aggregate(**wanted)
    shares = [
        FieldCompleteness(
            label,
            numbers[f"fact_{n}_all"],
            numbers["total_all"],
            [(numbers[f"fact_{n}_{code}"], numbers[f"total_{code}"]) for code in COUNTRIES],
        )
        for n, (label, _has) in enumerate(facts)
    ]
    return RecordTypeCompleteness("locality", Locality._meta.verbose_name_plural, numbers["total_all"], shares)


def source_shares(kind, keys):
    evidence = evidence_of(kind, keys).values()
    total, compared = len(keys), [each for each in evidence if len(each.sources) >= 2]
    return [
        FieldCompleteness(_("at least one source"), sum(len(each.sources) >= 1 for each in evidence), total),
        FieldCompleteness(_("at least two sources"), sum(len(each.sources) >= 2 for each in evidence), total),
        FieldCompleteness(
            _("reports agree, where two or more tell"), sum(not each.differs() for each in compared), len(compared)
        ),
    ]


class LanguageRow(NamedTuple):
    label: str
    total: int
    complete: list


def languages():
    """For each kind of record that has texts: how many have them all in each language."""
    models = [Agreement, Partnership, Locality, Conference, NewsItem, Theme]
    rows = [language_row(model) for model in models]
    return [row for row in rows if row.total]


def language_row(model):
    """The name of a locality is no text to be translated: most have one for all languages."""
    fields = [field for field in translated_fields(model) if (model, field) != (Locality, "name")]
    has_texts = Q()
    for field in fields:
        has_texts |= told(field)
    wanted = {code: Count("pk", filter=complete_in(code, fields)) for code in LANGUAGE_CODES}
    numbers = model.objects.public().filter(has_texts).order_by().aggregate(total=Count("pk"), **wanted)
    return LanguageRow(model._meta.verbose_name_plural, numbers["total"], [numbers[code] for code in LANGUAGE_CODES])


def complete_in(code, fields):
    """The condition that each text that stands in any language stands in this one."""
    whole = Q(pk__isnull=False)
    for field in fields:
        nowhere = Q(pk__isnull=False)
        for other in LANGUAGE_CODES:
            nowhere &= empty(column(field, other))
        whole &= nowhere | ~empty(column(field, code))
    return whole


def empty(name):
    return Q(**{name: ""}) | Q(**{f"{name}__isnull": True})


def missing_conferences():
    """Gaps in the numbers of the conferences: [(first, last)]."""
    sequence = conference_sequence(Conference.objects.public().order_by("number"))
    return [(entry.first, entry.last) for entry in sequence if not entry.conference]
