"""Figures reported by the press over time, with the register’s own counts for comparison."""

from collections import defaultdict
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q

from cooperation.agreements.models import AgreementParty, Partnership
from cooperation.core.partial_dates import agree
from cooperation.core.records import RecordQuerySet
from cooperation.news.facts import COOPERATION, FACTS, NUMBER, is_readable
from cooperation.news.models import Claim
from cooperation.news.qualifiers import qualify
from events.models import Conference
from localities.countries import FRANCE, VIET_NAM
from localities.models import Locality

from .counting import get_counted_agreements

#: The country whose localities a fact counts.
COUNTRIES = {"vietnamese_localities": VIET_NAM, "french_localities": FRANCE}
MAX_DIGITS = 12


class Qualifiers(NamedTuple):
    """The qualifiers of a claim in the order in which `qualify` takes them."""

    comparator: str = ""
    nature: str = ""
    inference: str = ""


class Publication(NamedTuple):
    """A report that gives a number; if it repeats an older one, `repeats_since` is the date of that."""

    item: object
    as_of: str
    appeared_on: str
    repeats_since: str


class ReportedFigure(NamedTuple):
    """A value with its qualifiers, and the reports that print it.

    `on` is the partial date of which the reports say it (`is_as_of`), for the cooperation as a whole else that of the
    first report, otherwise empty.
    """

    value: int
    qualifiers: Qualifiers
    on: str
    is_as_of: bool
    publications: list
    conference: object = None
    own: int | None = None

    @property
    def text(self):
        """The value in words: "about 800 (expected)"."""
        return qualify(str(self.value), *self.qualifiers)


class FigureSeries(NamedTuple):
    """A fact over time; `own` is the register's own count on the day, None if it does not count this fact."""

    kind: str
    fact: str
    label: str
    numbers: list
    own: int | None = None


def build_figure_series(as_of):
    """The series of the cooperation as a whole, then those of the conferences; empty ones are left out."""
    facts = [
        (kind, name) for kind in ("", "conference") for name, fact in FACTS[kind].items() if fact.value_type == NUMBER
    ]
    claims = Claim.objects.public().filter(
        subject_kind__in=["", "conference"],
        fact__in={name for _kind, name in facts},
        news_item__appeared_on__lte=as_of.day.isoformat(),
    )
    claims_by_value = defaultdict(lambda: defaultdict(list))
    for claim in claims.select_related("news_item__publisher", "news_item__agency").order_by(
        "news_item__appeared_on", "news_item__key", "order"
    ):
        if is_readable(claim):
            key = claim.subject_key, int(claim.value), Qualifiers(claim.comparator, claim.nature, claim.inference)
            claims_by_value[claim.subject_kind, claim.fact][key].append(claim)
    conferences = get_conferences_with_counts(as_of.cutoff)
    own_counts = count_parties(as_of)
    all_series = [
        FigureSeries(
            kind,
            name,
            FACTS[kind][name].label,
            build_figures(claims_by_value[kind, name], name, conferences),
            None if kind else own_counts.get(name),
        )
        for kind, name in facts
    ]
    return [series for series in all_series if series.numbers]


def build_cooperation_series(as_of):
    """The series of the cooperation as a whole, for comparison with our own counts."""
    return [series for series in build_figure_series(as_of) if not series.kind]


def build_figures(claims_by_value, fact, conferences):
    """Figures in order of date; those of a conference that is not public are left out.

    `claims_by_value` is {(conference key, value, Qualifiers): claims}.
    """
    figures = []
    for (key, value, qualifiers), claims in claims_by_value.items():
        conference = conferences.get(key)
        if key and not conference:
            continue
        counts = {VIET_NAM: conference.vietnamese, FRANCE: conference.french} if conference else {}
        own = counts.get(COUNTRIES.get(fact))
        figures.append(build_figure(value, qualifiers, claims, conference, own))
    return sorted(figures, key=sort_key)


def sort_key(figure):
    return figure.conference.number if figure.conference else 0, figure.on, figure.value, figure.qualifiers


def build_figure(value, qualifiers, claims, conference, own):
    as_of = sorted(claim.as_of for claim in claims if claim.as_of)
    appeared = sorted(claim.news_item.appeared_on for claim in claims if claim.news_item.appeared_on)
    first = (as_of or appeared or [""])[0]
    publications = [
        Publication(claim.news_item, claim.as_of, claim.news_item.appeared_on, get_repeated_date(claim, first))
        for claim in {claim.news_item_id: claim for claim in claims}.values()
    ]
    on = (as_of or [""])[0] if conference else first
    return ReportedFigure(value, qualifiers, on, bool(as_of), publications, conference, own)


def get_repeated_date(claim, first):
    """`first`, the date of the first report, if this report repeats the number in a later month or year; else ""."""
    printed = claim.news_item.appeared_on or claim.as_of
    if not printed or not first or agree(printed[:7], first[:7]):
        return ""
    return first if printed > first else ""


def get_conferences_with_counts(cutoff):
    """{key: conference} with the number of its public participants of each country."""
    public = RecordQuerySet.public_condition("participants__")
    conferences = (
        Conference.objects.public()
        .with_card_relations(cutoff)
        .annotate(
            vietnamese=Count("participants", filter=public & Q(participants__country=VIET_NAM)),
            french=Count("participants", filter=public & Q(participants__country=FRANCE)),
        )
    )
    return {conference.key: conference for conference in conferences}


def count_parties(as_of):
    """{fact: number of localities of its country that are party to an agreement or partnership of the register}."""
    agreements = get_counted_agreements(as_of)
    agreement_parties = AgreementParty.objects.filter(locality=OuterRef("pk"), agreement__in=agreements.values("pk"))
    partnerships = Partnership.objects.public_as_of(as_of.cutoff).filter(parties=OuterRef("pk"))
    parties = Locality.objects.public().filter(Exists(agreement_parties) | Exists(partnerships)).order_by()
    numbers = dict(parties.values_list("country").annotate(Count("pk")))
    return {fact: numbers.get(country, 0) for fact, country in COUNTRIES.items() if fact in COOPERATION}
