"""An agreement and a partnership through time: what was signed, what its parties became, and how it ends."""

from typing import NamedTuple

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cooperation.core.date_formatting import format_partial_date
from cooperation.core.localized_text import localized
from cooperation.core.partial_dates import first_day, last_day
from cooperation.core.version_cache import cached_by_version
from events.models import Conference
from localities.lineage import both_public

from .choices import AgreementRelation, MilestoneKind
from .status import end_of_term

HERE, ACT, CHANGE, MEETING, OPEN = "here", "act", "change", "meeting", "open"
ORDER = [MEETING, HERE, ACT, CHANGE, OPEN]


class TimelineEntry(NamedTuple):
    """`on` is a partial date, empty where it is not known; `kind` tells how the point is drawn."""

    on: str
    kind: str
    text: str
    note: str = ""
    url: str = ""

    @property
    def when(self):
        return capfirst(format_partial_date(self.on)) if self.on else _("Not known")


def timeline(agreement, parties):
    """Entries in the order of their days; the end stands last, known or not."""
    entries = [
        TimelineEntry(row.on, ACT, capfirst(row.get_kind_display()), localized(row, "note").text)
        for row in agreement.milestones.all()
    ]
    entries += [party_succession(row) for party in parties for row in party.became]
    entries += [entry for party in parties for entry in dissolved_successors(party)]
    entries += [following(later) for later in agreement.later_agreements.all() if later.is_public and later.signed_on]
    entries += meetings([party.locality for party in parties if party.locality], agreement)
    if agreement.signed_on:
        entries.append(TimelineEntry(agreement.signed_on, HERE, _("This agreement is signed")))
    end = end_of_term(agreement)
    if any(row.kind == MilestoneKind.ENDED for row in agreement.milestones.all()):
        return sort_names(entries)
    return [*sort_names(entries), TimelineEntry(end, ACT if end else OPEN, _("End of the agreement"))]


def partnership_timeline(partnership, lineage, day):
    """Entries in the order of their days. Where nobody tells the beginning, the line begins with that."""
    parties = partnership.parties_shown()
    agreements = list(partnership.agreements.public().prefetch_related("milestones"))
    begun = TimelineEntry(partnership.since, HERE if partnership.since else OPEN, _("The partnership begins"))
    entries = [entry for agreement in agreements for entry in signing_and_end(agreement, day)]
    rows = {row.pk: row for party in parties if party.has_ended(day) for row in lineage.successions_from(party.pk)}
    entries += [succession(row) for row in both_public(rows.values()) if first_day(row.effective_on) <= day]
    entries += meetings(parties, since=partnership.since or min([entry.on for entry in entries], default=""))
    entries = sort_names(entries, begun if partnership.since else None)
    still = TimelineEntry(day.isoformat(), OPEN, _("No end of the partnership is recorded"))
    return [*([] if partnership.since else [begun]), *entries, still]


def sort_names(entries, begun=None):
    """A month stands after its days, so that a signing follows its conference; a beginning before."""

    def place(entry):
        return first_day(entry.on) if entry is begun else last_day(entry.on), ORDER.index(entry.kind)

    return sorted([*entries, begun] if begun else entries, key=place)


def signing_and_end(agreement, day):
    """An agreement of the partnership, and its end where that has passed."""
    if not agreement.signed_on:
        return
    renews = agreement.relation_type == AgreementRelation.RENEWS
    signed = _("An agreement is renewed") if renews else _("An agreement is signed")
    title, url = localized(agreement, "title").text, agreement.get_absolute_url()
    yield TimelineEntry(agreement.signed_on, ACT, signed, title, url)
    ended = [row.on for row in agreement.milestones.all() if row.kind == MilestoneKind.ENDED]
    end = min(ended, default="") or end_of_term(agreement)
    if end and last_day(end) < day:
        yield TimelineEntry(end, ACT, _("An agreement ends"), title, url)


def following(later):
    words = {
        AgreementRelation.RENEWS: _("Renewed by another agreement"),
        AgreementRelation.AMENDS: _("Amended by another agreement"),
        AgreementRelation.REPLACES: _("Replaced by another agreement"),
        AgreementRelation.IMPLEMENTS: _("Carried out by another agreement"),
    }
    text = words.get(later.relation_type, _("Followed by another agreement"))
    return TimelineEntry(later.signed_on, ACT, text, localized(later, "title").text, later.get_absolute_url())


def party_succession(row):
    words = {"old": localized(row.predecessor, "name").text, "new": localized(row.successor, "name").text}
    return TimelineEntry(
        row.effective_on, CHANGE, _("%(new)s takes over from %(old)s and inherits the agreement") % words, row.legal_act
    )


def dissolved_successors(party):
    """The end of what a party became, where nothing that stands today came after it."""
    heirs = [] if party.steps else [row.successor for row in party.became if row.successor.has_ended(party.day)]
    for day in sorted({heir.until for heir in heirs}):
        names = ", ".join(localized(heir, "name").text for heir in heirs if heir.until == day)
        yield TimelineEntry(day, CHANGE, _("The end of: %(names)s; no successor is recorded") % {"names": names})


def succession(row):
    words = {"old": localized(row.predecessor, "name").text, "new": localized(row.successor, "name").text}
    return TimelineEntry(row.effective_on, CHANGE, _("%(new)s takes over from %(old)s") % words, row.legal_act)


def meetings(parties, agreement=None, since=""):
    """Conferences at which one of the parties is named, from the first day of the tie on; and that of the signing."""
    begun = agreement.signed_on if agreement else since
    if not begun:
        return []
    named = {party.pk for party in parties}
    signature_place = agreement.conference_id if agreement else None
    return [
        TimelineEntry(
            each.starts_on,
            MEETING,
            localized(each, "title").text,
            meeting_note(each, agreement),
            each.get_absolute_url(),
        )
        for each, present in meetings_known()
        if each.pk == signature_place or (named & present and each.starts_on >= begun[:4])
    ]


@cached_by_version
def meetings_known():
    """[(public conference whose time is known, the ids of the localities named as taking part)]."""
    known = Conference.objects.public().filter(starts_on__gt="").prefetch_related("participants")
    return [(each, {locality.pk for locality in each.participants.all()}) for each in known]


def meeting_note(conference, agreement):
    if agreement and conference.pk == agreement.conference_id:
        return _("Conference at which it was signed")
    return _("Conference in which a party took part")
