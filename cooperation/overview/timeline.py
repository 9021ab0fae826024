"""The whole relation through time: partnerships, agreements, conferences, and what became of the parties."""

from itertools import groupby
from typing import NamedTuple

from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cooperation.agreements.choices import AgreementRelation, MilestoneKind
from cooperation.agreements.models import Agreement, AgreementParty, Partnership
from cooperation.agreements.status import end_of_term
from cooperation.core.date_formatting import format_partial_date
from cooperation.core.partial_dates import first_day, last_day
from events.models import Conference, ConferenceStatus
from localities.lineage import both_public
from localities.models import Succession

from .charts import percent, year_marks

CONFERENCES, PARTNERSHIPS, AGREEMENTS, CHANGES = "conferences", "partnerships", "agreements", "changes"
LANES = [CONFERENCES, PARTNERSHIPS, AGREEMENTS, CHANGES]


class TimelineEvent(NamedTuple):
    """`on` is a partial date; `word` says what happened to `record`, or to `succession`."""

    on: str
    lane: str
    word: str
    record: object = None
    succession: object = None

    @property
    def when(self):
        return capfirst(format_partial_date(self.on))

    @property
    def place(self):
        """A tie stands at its first possible day, all else at its last: after the conference of that month."""
        return first_day(self.on) if self.lane == PARTNERSHIPS else last_day(self.on)

    @property
    def year(self):
        return int(self.on[:4])


class Lane(NamedTuple):
    name: str
    label: str
    marks: list


class LaneMark(NamedTuple):
    """A year in which `number` things happened; more make a larger dot."""

    x: str
    number: int

    @property
    def radius(self):
        return min(4 + self.number, 9)


def build_timeline_events(day):
    """Everything dated up to `day`, oldest first."""
    found = [*conferences(), *partnerships(), *agreements(day), *changes(day)]
    told = [each for each in found if each.on and first_day(each.on) <= day]
    return sorted(told, key=lambda each: (each.place, LANES.index(each.lane), each.word, str(each.record)))


def conferences():
    words = {
        ConferenceStatus.HELD: _("conference held"),
        ConferenceStatus.CANCELLED: _("conference cancelled"),
        ConferenceStatus.POSTPONED: _("conference postponed"),
        ConferenceStatus.CONFIRMED: _("conference confirmed"),
        ConferenceStatus.ANNOUNCED: _("conference announced"),
    }
    for conference in Conference.objects.public().with_card_relations():
        yield TimelineEvent(conference.starts_on, CONFERENCES, words[conference.status], conference)


def partnerships():
    for partnership in Partnership.objects.public().with_card_relations():
        yield TimelineEvent(partnership.since, PARTNERSHIPS, _("partnership begun"), partnership)


def agreements(day):
    for agreement in Agreement.objects.public().prefetch_related("milestones"):
        renews = agreement.relation_type == AgreementRelation.RENEWS
        signed = _("agreement signed, renewing another") if renews else _("agreement signed")
        yield TimelineEvent(agreement.signed_on, AGREEMENTS, signed, agreement)
        endings = [row.on for row in agreement.milestones.all() if row.kind == MilestoneKind.ENDED]
        end = min(endings, default="") or end_of_term(agreement)
        if end and last_day(end) < day:
            yield TimelineEvent(end, AGREEMENTS, _("agreement ended"), agreement)


def changes(day):
    """Successions of localities that are party to something."""
    signed = AgreementParty.objects.filter(agreement__in=Agreement.objects.public().values("pk"))
    tied = Partnership.parties.through.objects.filter(partnership__in=Partnership.objects.public().values("pk"))
    is_party = Q(predecessor__in=signed.values("locality")) | Q(predecessor__in=tied.values("locality"))
    rows = Succession.objects.filter(is_party).select_related("predecessor", "successor")
    for row in both_public(rows):
        yield TimelineEvent(row.effective_on, CHANGES, row.get_kind_display(), None, row)


def by_year(told):
    """[(year, its happenings)], oldest first."""
    return [(year, list(some)) for year, some in groupby(told, key=lambda each: each.year)]


def lanes(told, day):
    """The strip: for each lane a mark in every year in which something happened, with how many things did."""
    first = min((each.year for each in told), default=day.year)
    share = 1 / (day.year - first + 1)
    labels = {
        CONFERENCES: _("conferences"),
        PARTNERSHIPS: _("partnerships begun"),
        AGREEMENTS: _("agreements signed or ended"),
        CHANGES: _("parties merged or renamed"),
    }
    found = []
    for lane in LANES:
        years = [each.year for each in told if each.lane == lane]
        marks = [LaneMark(percent((year - first + 0.5) * share), years.count(year)) for year in sorted(set(years))]
        found.append(Lane(lane, labels[lane], marks))
    return found, year_marks(range(first, day.year + 1))


def undated():
    """How many partnerships and agreements have no year, and so stand on no line."""
    return {
        "partnerships": Partnership.objects.public().filter(since="").count(),
        "agreements": Agreement.objects.public().filter(signed_on="").count(),
    }
