"""An agreement and a partnership through time: what was signed, what its parties became, and how it ends."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from cooperation.core.languages import wording
from cooperation.core.partial_dates import first_day, last_day
from cooperation.core.remembering import remembered
from cooperation.core.wording_of_dates import in_words, upper_first
from events.models import Conference
from localities.lineage import both_public

from .choices import Following, MilestoneKind
from .states import end_of_term

HERE, ACT, CHANGE, MEETING, OPEN = "here", "act", "change", "meeting", "open"
ORDER = [MEETING, HERE, ACT, CHANGE, OPEN]


class Entry(NamedTuple):
    """`on` is a partial date, empty where it is not known; `kind` tells how the point is drawn."""

    on: str
    kind: str
    text: str
    note: str = ""
    address: str = ""

    @property
    def when(self):
        return upper_first(in_words(self.on)) if self.on else _("Not known")


def timeline(agreement, parties):
    """Entries in the order of their days; the end stands last, known or not."""
    entries = [
        Entry(row.on, ACT, upper_first(row.get_kind_display()), wording(row, "note").text)
        for row in agreement.milestones.all()
    ]
    entries += [inheritance(row) for party in parties for row in party.became]
    entries += [entry for party in parties for entry in heirs_ended(party)]
    entries += [following(later) for later in agreement.followers.all() if later.is_public and later.signed_on]
    entries += meetings([party.locality for party in parties if party.locality], agreement)
    if agreement.signed_on:
        entries.append(Entry(agreement.signed_on, HERE, _("This agreement is signed")))
    end = end_of_term(agreement)
    if any(row.kind == MilestoneKind.ENDED for row in agreement.milestones.all()):
        return in_order(entries)
    return [*in_order(entries), Entry(end, ACT if end else OPEN, _("End of the agreement"))]


def partnership_timeline(partnership, lineage, day):
    """Entries in the order of their days. Where nobody tells the beginning, the line begins with that."""
    parties = partnership.parties_shown()
    agreements = list(partnership.agreements.public().prefetch_related("milestones"))
    begun = Entry(partnership.since, HERE if partnership.since else OPEN, _("The partnership begins"))
    entries = [entry for agreement in agreements for entry in signing_and_end(agreement, day)]
    rows = {row.pk: row for party in parties if party.has_ended(day) for row in lineage.steps_after(party.pk)}
    entries += [succession(row) for row in both_public(rows.values()) if first_day(row.effective_on) <= day]
    entries += meetings(parties, since=partnership.since or min([entry.on for entry in entries], default=""))
    entries = in_order(entries, begun if partnership.since else None)
    still = Entry(day.isoformat(), OPEN, _("No end of the partnership is recorded"))
    return [*([] if partnership.since else [begun]), *entries, still]


def in_order(entries, begun=None):
    """A month stands after its days, so that a signing follows its conference; a beginning before."""

    def place(entry):
        return first_day(entry.on) if entry is begun else last_day(entry.on), ORDER.index(entry.kind)

    return sorted([*entries, begun] if begun else entries, key=place)


def signing_and_end(agreement, day):
    """An agreement of the partnership, and its end where that has passed."""
    if not agreement.signed_on:
        return
    renews = agreement.follows_as == Following.RENEWS
    signed = _("An agreement is renewed") if renews else _("An agreement is signed")
    title, address = wording(agreement, "title").text, agreement.get_absolute_url()
    yield Entry(agreement.signed_on, ACT, signed, title, address)
    ended = [row.on for row in agreement.milestones.all() if row.kind == MilestoneKind.ENDED]
    end = min(ended, default="") or end_of_term(agreement)
    if end and last_day(end) < day:
        yield Entry(end, ACT, _("An agreement ends"), title, address)


def following(later):
    words = {
        Following.RENEWS: _("Renewed by another agreement"),
        Following.AMENDS: _("Amended by another agreement"),
        Following.REPLACES: _("Replaced by another agreement"),
        Following.CARRIES_OUT: _("Carried out by another agreement"),
    }
    text = words.get(later.follows_as, _("Followed by another agreement"))
    return Entry(later.signed_on, ACT, text, wording(later, "title").text, later.get_absolute_url())


def inheritance(row):
    words = {"old": wording(row.predecessor, "name").text, "new": wording(row.successor, "name").text}
    return Entry(
        row.effective_on, CHANGE, _("%(new)s takes over from %(old)s and inherits the agreement") % words, row.legal_act
    )


def heirs_ended(party):
    """The end of what a party became, where nothing that stands today came after it."""
    heirs = [] if party.steps else [row.successor for row in party.became if row.successor.has_ended(party.day)]
    for day in sorted({heir.until for heir in heirs}):
        names = ", ".join(wording(heir, "name").text for heir in heirs if heir.until == day)
        yield Entry(day, CHANGE, _("The end of: %(names)s; no successor is recorded") % {"names": names})


def succession(row):
    words = {"old": wording(row.predecessor, "name").text, "new": wording(row.successor, "name").text}
    return Entry(row.effective_on, CHANGE, _("%(new)s takes over from %(old)s") % words, row.legal_act)


def meetings(parties, agreement=None, since=""):
    """Conferences at which one of the parties is named, from the first day of the tie on; and that of the signing."""
    begun = agreement.signed_on if agreement else since
    if not begun:
        return []
    named = {party.pk for party in parties}
    signed_at = agreement.conference_id if agreement else None
    return [
        Entry(
            each.starts_on, MEETING, wording(each, "title").text, meeting_note(each, agreement), each.get_absolute_url()
        )
        for each, present in meetings_known()
        if each.pk == signed_at or (named & present and each.starts_on >= begun[:4])
    ]


@remembered
def meetings_known():
    """[(public conference whose time is known, the ids of the localities named as taking part)]."""
    known = Conference.objects.public().filter(starts_on__gt="").prefetch_related("participants")
    return [(each, {locality.pk for locality in each.participants.all()}) for each in known]


def meeting_note(conference, agreement):
    if agreement and conference.pk == agreement.conference_id:
        return _("Conference at which it was signed")
    return _("Conference in which a party took part")
