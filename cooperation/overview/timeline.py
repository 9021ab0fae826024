"""Timeline of the whole cooperation: partnerships, agreements, conferences and changes of their parties."""

from itertools import groupby
from typing import NamedTuple

from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cooperation.agreements.choices import AgreementRelation
from cooperation.agreements.models import Agreement, AgreementParty, Partnership
from cooperation.agreements.status import OVER
from cooperation.core.date_formatting import format_partial_date
from cooperation.core.partial_dates import first_day, last_day
from events.models import Conference, ConferenceStatus
from localities.lineage import filter_public_successions
from localities.models import Locality, Succession

from .charts import build_year_marks, percent

CONFERENCES, PARTNERSHIPS, AGREEMENTS, CHANGES = "conferences", "partnerships", "agreements", "changes"
LANES = [CONFERENCES, PARTNERSHIPS, AGREEMENTS, CHANGES]


class TimelineEvent(NamedTuple):
    """`on` is a partial date; `word` describes what happened to `record`, or in `succession`."""

    on: str
    lane: str
    word: str
    record: object = None
    succession: object = None

    @property
    def when(self):
        return capfirst(format_partial_date(self.on))

    @property
    def sort_date(self):
        """First possible day of a partnership; last one of other events, to follow a conference in the same month."""
        return first_day(self.on) if self.lane == PARTNERSHIPS else last_day(self.on)

    @property
    def year(self):
        return int(self.on[:4])


class Lane(NamedTuple):
    name: str
    label: str
    marks: list


class LaneMark(NamedTuple):
    """A year with `number` events; the dot grows with the number."""

    x: str
    number: int

    @property
    def radius(self):
        return min(4 + self.number, 9)


def build_timeline_events(as_of):
    """All events dated up to the page's date, oldest first."""
    events = [
        *build_conference_events(as_of.cutoff),
        *build_partnership_events(as_of.cutoff),
        *build_agreement_events(as_of),
        *build_succession_events(as_of.cutoff),
    ]
    events = [event for event in events if event.on and first_day(event.on) <= as_of.day]
    return sorted(events, key=lambda event: (event.sort_date, LANES.index(event.lane), event.word, str(event.record)))


def build_conference_events(cutoff):
    words = {
        ConferenceStatus.HELD: _("conference held"),
        ConferenceStatus.CANCELLED: _("conference cancelled"),
        ConferenceStatus.POSTPONED: _("conference postponed"),
        ConferenceStatus.CONFIRMED: _("conference confirmed"),
        ConferenceStatus.ANNOUNCED: _("conference announced"),
    }
    for conference in Conference.objects.public_as_of(cutoff):
        yield TimelineEvent(conference.starts_on, CONFERENCES, words[conference.status], conference)


def build_partnership_events(cutoff):
    for partnership in Partnership.objects.public_as_of(cutoff).with_card_relations(cutoff):
        yield TimelineEvent(partnership.since, PARTNERSHIPS, _("partnership started"), partnership)


def build_agreement_events(as_of):
    for agreement in Agreement.objects.public_as_of(as_of.cutoff).prefetch_related("status_periods"):
        renews = agreement.relation_type == AgreementRelation.RENEWS
        signed = _("agreement signed, renewing an earlier one") if renews else _("agreement signed")
        yield TimelineEvent(agreement.signed_on, AGREEMENTS, signed, agreement)
        period = agreement.period_on(as_of.day)
        if period.status in OVER:
            yield TimelineEvent(period.rests_on, AGREEMENTS, _("agreement ended"), agreement)


def build_succession_events(cutoff):
    """Successions of localities that are party to an agreement or partnership of the date."""
    agreement_parties = AgreementParty.objects.filter(agreement__in=Agreement.objects.public_as_of(cutoff).values("pk"))
    partnerships = Partnership.objects.public_as_of(cutoff)
    partnership_parties = Partnership.parties.through.objects.filter(partnership__in=partnerships.values("pk"))
    is_party = Q(predecessor__in=agreement_parties.values("locality")) | Q(
        predecessor__in=partnership_parties.values("locality")
    )
    successions = Succession.objects.filter(is_party).prefetch_related(
        Locality.prefetch("predecessor", cutoff), Locality.prefetch("successor", cutoff)
    )
    for succession in filter_public_successions(successions):
        yield TimelineEvent(succession.effective_on, CHANGES, succession.get_kind_display(), None, succession)


def group_by_year(events):
    """[(year, its events)], oldest first; `events` must be sorted."""
    return [(year, list(group)) for year, group in groupby(events, key=lambda event: event.year)]


def build_lanes(events, day):
    """(lanes, marks of the years): a lane has a mark for every year with events, with their number."""
    first = min((event.year for event in events), default=day.year)
    share = 1 / (day.year - first + 1)
    labels = {
        CONFERENCES: _("conferences"),
        PARTNERSHIPS: _("partnerships started"),
        AGREEMENTS: _("agreements signed or ended"),
        CHANGES: _("parties merged or renamed"),
    }
    lanes = []
    for lane in LANES:
        years = [event.year for event in events if event.lane == lane]
        marks = [LaneMark(percent((year - first + 0.5) * share), years.count(year)) for year in sorted(set(years))]
        lanes.append(Lane(lane, labels[lane], marks))
    return lanes, build_year_marks(range(first, day.year + 1))


def count_undated(as_of):
    """How many partnerships and agreements of the date have no year, and are therefore not on the timeline."""
    return {
        "partnerships": Partnership.objects.public_as_of(as_of.cutoff).filter(since="").count(),
        "agreements": Agreement.objects.public_as_of(as_of.cutoff).filter(signed_on="").count(),
    }
