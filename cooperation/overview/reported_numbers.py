"""Numbers that reports give of the cooperation and of its conferences, through time, and our own counts beside them."""

from collections import defaultdict
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q

from cooperation.agreements.models import AgreementParty, Partnership
from cooperation.core.partial_dates import agree
from cooperation.core.records import RecordQuerySet
from cooperation.news.facts import COOPERATION, FACTS, NUMBER
from cooperation.news.models import Claim
from events.models import Conference
from localities.choices import FRANCE, VIET_NAM
from localities.models import Locality

from .counting import counted

#: Which country's localities a fact counts.
COUNTRIES = {"vietnamese_localities": VIET_NAM, "french_localities": FRANCE}
MAX_DIGITS = 12


class Publication(NamedTuple):
    """One report that gives a number; `repeats_since` is set where it prints an older one again."""

    item: object
    as_of: str
    appeared_on: str
    repeats_since: str


class ReportedFigure(NamedTuple):
    """A value, the partial date on which it was true as far as reports tell, and the reports that print it."""

    value: int
    on: str
    is_as_of: bool
    publications: list
    conference: object = None
    own: int | None = None


class FigureSeries(NamedTuple):
    """A fact through time; `own` is our own count on the day, None where the register does not count it."""

    kind: str
    fact: str
    label: str
    numbers: list
    own: int | None = None


def reported_lines(day):
    """The lines of the cooperation as a whole, then those of the conferences."""
    facts = [
        (kind, name) for kind in ("", "conference") for name, fact in FACTS[kind].items() if fact.value_type == NUMBER
    ]
    claims = Claim.objects.public().filter(
        subject_kind__in=["", "conference"],
        fact__in={name for _kind, name in facts},
        news_item__appeared_on__lte=day.isoformat(),
    )
    told = defaultdict(lambda: defaultdict(list))
    for claim in claims.select_related("news_item").order_by("news_item__appeared_on", "news_item__key", "order"):
        if is_number(claim.value):
            told[claim.subject_kind, claim.fact][claim.subject_key, int(claim.value)].append(claim)
    conferences = conferences_counted()
    own = own_counts(day)
    lines = [
        FigureSeries(
            kind,
            name,
            FACTS[kind][name].label,
            numbers_of(told[kind, name], name, conferences),
            None if kind else own.get(name),
        )
        for kind, name in facts
    ]
    return [line for line in lines if line.numbers]


def outside_counts(day):
    """Those of the cooperation as a whole, to set beside our own."""
    return [line for line in reported_lines(day) if not line.kind]


def is_number(text):
    return text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS


def numbers_of(told, fact, conferences):
    """Numbers in the order of their days; those of a conference that is not public are left out."""
    found = []
    for (key, value), claims in told.items():
        conference = conferences.get(key)
        if key and not conference:
            continue
        counts = {VIET_NAM: conference.vietnamese, FRANCE: conference.french} if conference else {}
        found.append(number_of(value, claims, conference, counts.get(COUNTRIES.get(fact))))
    return sorted(found, key=lambda each: (each.conference.number if each.conference else 0, each.on, each.value))


def number_of(value, claims, conference, own):
    as_of = sorted(claim.as_of for claim in claims if claim.as_of)
    appeared = sorted(claim.news_item.appeared_on for claim in claims if claim.news_item.appeared_on)
    of_conference = conference.starts_on if conference else ""
    first = (as_of or appeared or [""])[0]
    publications = [
        Publication(claim.news_item, claim.as_of, claim.news_item.appeared_on, repetition(claim, first))
        for claim in {claim.news_item_id: claim for claim in claims}.values()
    ]
    return ReportedFigure(
        value, (as_of or [of_conference or first])[0], bool(as_of or of_conference), publications, conference, own
    )


def repetition(claim, first):
    """The day since which a number has been told, if this report prints it again in a later month (or year)."""
    printed = claim.news_item.appeared_on or claim.as_of
    if not printed or not first or agree(printed[:7], first[:7]):
        return ""
    return first if printed > first else ""


def conferences_counted():
    """{key: conference} with the number of its public participants of each country."""
    public = RecordQuerySet.public_condition("participants__")
    conferences = (
        Conference.objects.public()
        .with_card_relations()
        .annotate(
            vietnamese=Count("participants", filter=public & Q(participants__country=VIET_NAM)),
            french=Count("participants", filter=public & Q(participants__country=FRANCE)),
        )
    )
    return {conference.key: conference for conference in conferences}


def own_counts(day):
    """{fact: localities of its country that are party to an agreement or partnership of the register}."""
    signed = AgreementParty.objects.filter(locality=OuterRef("pk"), agreement__in=counted(day).values("pk"))
    tied = Partnership.objects.public().filter(parties=OuterRef("pk")).exclude(since__gt=day.isoformat())
    parties = Locality.objects.public().filter(Exists(signed) | Exists(tied)).order_by()
    numbers = dict(parties.values_list("country").annotate(Count("pk")))
    return {fact: numbers.get(country, 0) for fact, country in COUNTRIES.items() if fact in COOPERATION}
