"""An agreement through time: signed, what happened since, what its parties became, how it ends."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from cooperation.core.languages import wording
from cooperation.core.partial_dates import first_day
from cooperation.core.wording_of_dates import in_words, upper_first

from .states import end_of_term

HERE, ACT, CHANGE, OPEN = "here", "act", "change", "open"


class Entry(NamedTuple):
    """`on` is a partial date, empty where it is not known; `kind` tells how the point is drawn."""

    on: str
    kind: str
    text: str
    note: str = ""

    @property
    def when(self):
        return upper_first(in_words(self.on)) if self.on else _("Not known")


def timeline(agreement, parties):
    """Entries in the order of their days; the end stands last, known or not."""
    entries = [
        Entry(row.on, ACT, upper_first(row.get_kind_display()), wording(row, "note").text)
        for row in agreement.milestones.all()
    ]
    entries += [succession(row) for party in parties for row in party.became]
    if agreement.signed_on:
        entries.append(Entry(agreement.signed_on, HERE, _("This agreement is signed")))
    entries.sort(key=lambda entry: (first_day(entry.on), entry.kind != HERE))
    end = end_of_term(agreement)
    return [*entries, Entry(end, ACT if end else OPEN, _("End of the agreement"))]


def succession(row):
    words = {"old": wording(row.predecessor, "name").text, "new": wording(row.successor, "name").text}
    return Entry(row.effective_on, CHANGE, _("%(old)s becomes %(new)s") % words, row.legal_act)
