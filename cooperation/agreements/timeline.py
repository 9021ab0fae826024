"""Timelines of an agreement and of a partnership: signatures, successions of the parties, and the end."""

import datetime as dt
from typing import NamedTuple

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cooperation.core.date_formatting import format_partial_date
from cooperation.core.localized_text import localized
from cooperation.core.partial_dates import first_day, last_day
from cooperation.core.version_cache import cached_by_version
from events.models import Conference
from localities.choices import PartyRelation, SuccessionKind
from localities.lineage import filter_public_successions

from .choices import AgreementRelation
from .status import OVER, find_termination
from .terms import end_of_term

HERE, ACT, CHANGE, MEETING, OPEN = "here", "act", "change", "meeting", "open"
ORDER = [MEETING, HERE, ACT, CHANGE, OPEN]


class TimelineEntry(NamedTuple):
    """`on` is a partial date, empty if not known; `kind` is the CSS class of the entry."""

    on: str
    kind: str
    text: str
    note: str = ""
    url: str = ""

    @property
    def when(self):
        return capfirst(format_partial_date(self.on)) if self.on else _("Not known")


def timeline(agreement, parties, cutoff=None):
    """[TimelineEntry] by date, up to a past date if there is one.

    The end of the agreement comes last, even if its date is not known.
    """
    entries = [
        TimelineEntry(row.on, ACT, capfirst(row.get_kind_display()), describe_milestone(row))
        for row in agreement.milestones.all()
    ]
    entries += [
        TimelineEntry(party.withdrew_on, ACT, _("%(party)s withdrew from the agreement") % {"party": party})
        for party in parties
        if party.withdrew_on
    ]
    entries += [build_party_succession_entry(row) for party in parties for row in party.later_successions]
    entries += [entry for party in parties for entry in build_successor_end_entries(party)]
    entries += [entry for party in parties for entry in build_takeover_entries(party)]
    later_agreements = [later for later in agreement.later_agreements.all() if later.is_public and later.signed_on]
    entries += map(build_later_agreement_entry, later_agreements)
    entries += build_conference_entries([party.locality for party in parties if party.locality], agreement)
    if agreement.signed_on:
        entries.append(TimelineEntry(agreement.signed_on, HERE, _("This agreement was signed")))
    if cutoff:
        entries = [entry for entry in entries if first_day(entry.on) <= cutoff]
    undated = [TimelineEntry("", OPEN, _("This agreement was signed"))] if agreement.is_signed_undated else []
    end = end_of_term(agreement, cutoff)
    if find_termination(agreement, agreement.milestones.all(), cutoff or dt.date.max):
        return [*undated, *sort_entries(entries)]
    return [*undated, *sort_entries(entries), TimelineEntry(end, ACT if end else OPEN, _("End of this agreement"))]


def describe_milestone(row):
    """What a milestone says beside its kind: how the agreement entered into force, its new end, and the note."""
    parts = [capfirst(str(row.get_entry_method_display())) if row.entry_method else ""]
    if row.ends_on:
        parts.append(_("New end date: %(day)s") % {"day": format_partial_date(row.ends_on)})
    if row.added_years:
        years = ngettext("%(number)s year added", "%(number)s years added", row.added_years)
        parts.append(years % {"number": row.added_years})
    return " · ".join(filter(None, [*parts, localized(row, "note").text]))


def partnership_timeline(partnership, lineage, day):
    """[TimelineEntry] by date. A beginning whose date is not known comes first."""
    parties = partnership.parties_shown()
    agreements = list(partnership.agreements.public().prefetch_related("status_periods"))
    beginning = TimelineEntry(partnership.since, HERE if partnership.since else OPEN, _("The partnership begins"))
    entries = [entry for agreement in agreements for entry in build_agreement_entries(agreement, day)]
    rows = {row.pk: row for party in parties if party.has_ended(day) for row in lineage.successions_from(party.pk)}
    past_rows = [row for row in filter_public_successions(rows.values()) if first_day(row.effective_on) <= day]
    entries += map(build_succession_entry, past_rows)
    since = partnership.since or min([entry.on for entry in entries], default="")
    entries += build_conference_entries(parties, since=since)
    entries = sort_entries(entries, beginning if partnership.since else None)
    no_end = TimelineEntry(day.isoformat(), OPEN, _("No end of the partnership is recorded"))
    return [*([] if partnership.since else [beginning]), *entries, no_end]


def sort_entries(entries, beginning=None):
    """Entries by their last possible day, so that a signature comes after its conference; a beginning by its first."""

    def get_position(entry):
        return first_day(entry.on) if entry is beginning else last_day(entry.on), ORDER.index(entry.kind)

    return sorted([*entries, beginning] if beginning else entries, key=get_position)


def build_agreement_entries(agreement, day):
    """The entries of an agreement of the partnership: its signature, and its end if that has passed."""
    if not agreement.signed_on:
        return
    period = agreement.period_on(day)
    renews = agreement.relation_type == AgreementRelation.RENEWS
    signed = _("Agreement renewed") if renews else _("Agreement signed")
    title, url = localized(agreement, "title").text, agreement.get_absolute_url()
    yield TimelineEntry(agreement.signed_on, ACT, signed, title, url)
    if period.status in OVER:
        yield TimelineEntry(period.rests_on, ACT, _("Agreement ended"), title, url)


def build_later_agreement_entry(later):
    labels = {
        AgreementRelation.RENEWS: _("Renewed by another agreement"),
        AgreementRelation.AMENDS: _("Amended by another agreement"),
        AgreementRelation.REPLACES: _("Replaced by another agreement"),
        AgreementRelation.IMPLEMENTS: _("Implemented by another agreement"),
    }
    text = labels.get(later.relation_type, _("Later agreement"))
    return TimelineEntry(later.signed_on, ACT, text, localized(later, "title").text, later.get_absolute_url())


def build_party_succession_entry(row):
    taken_over = _("%(new)s succeeded %(old)s and took over the agreement")
    return build_succession_entry(row, taken_over)


def build_takeover_entries(party):
    """The provisions of law that make another locality responsible for what the party signed."""
    for relation in party.changes:
        if relation.kind == PartyRelation.RESPONSIBLE:
            text = _("%(new)s became responsible for the agreement by law") % {
                "new": localized(relation.locality, "name").text
            }
            yield TimelineEntry(relation.row.effective_on, CHANGE, text, localized(relation.row, "legal_act").text)


def build_successor_end_entries(party):
    """The ends of the successors of a party, if none of them exists any more: one entry for each date."""
    if any(relation.row in party.later_successions for relation in party.changes):
        return
    successors = [row.successor for row in party.later_successions if row.successor.has_ended(party.day)]
    for day in sorted({successor.until for successor in successors}):
        names = ", ".join(localized(successor, "name").text for successor in successors if successor.until == day)
        text = _("Dissolved: %(names)s.") if party.changes else _("Dissolved: %(names)s. No successor is recorded.")
        yield TimelineEntry(day, CHANGE, text % {"names": names})


def build_succession_entry(row, text=""):
    """`text` says what a successor did to the predecessor; the parts of a divided unit have its territory only."""
    names = {"old": localized(row.predecessor, "name").text, "new": localized(row.successor, "name").text}
    if row.kind == SuccessionKind.SPLIT:
        text = _("%(old)s was divided; %(new)s has part of its territory")
    text = (text or _("%(new)s succeeded %(old)s")) % names
    return TimelineEntry(row.effective_on, CHANGE, text, localized(row, "legal_act").text)


def build_conference_entries(parties, agreement=None, since=""):
    """Conferences of the first year or later with one of the parties as participant, and that of the signature."""
    start = agreement.signed_on if agreement else since
    if not start:
        return []
    party_ids = {party.pk for party in parties}
    conference_id = agreement.conference_id if agreement else None
    return [
        TimelineEntry(
            conference.starts_on,
            MEETING,
            localized(conference, "title").text,
            get_conference_note(conference, agreement),
            conference.get_absolute_url(),
        )
        for conference, participant_ids in load_dated_conferences()
        if conference.pk == conference_id or (party_ids & participant_ids and conference.starts_on >= start[:4])
    ]


@cached_by_version
def load_dated_conferences():
    """[(public conference whose date is known, the ids of its participants)]."""
    conferences = Conference.objects.public().filter(starts_on__gt="").prefetch_related("participants")
    return [(conference, {locality.pk for locality in conference.participants.all()}) for conference in conferences]


def get_conference_note(conference, agreement):
    if agreement and conference.pk == agreement.conference_id:
        return _("Conference at which it was signed")
    return _("Conference attended by a party")
