"""The status of an agreement on a date, and the sentence that gives the reason for it.

The first match wins: announced, terminated, ended, suspended, in force, signed. A suspension does not stop the term,
and an agreement of unknown duration never expires. One is in force only if staff recorded that. Lists, counts and files
read the stored result (`status_periods.py`).
"""

import datetime as dt
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cooperation.core.date_formatting import format_partial_date
from cooperation.core.dates import AsOf
from cooperation.core.partial_dates import first_day, last_day
from cooperation.core.records import Record

from .choices import AgreementStatus, MilestoneKind, TermRule
from .parts import Milestone
from .terms import end_of_term, milestones_until

#: The last milestone of one of these kinds decides whether the agreement is suspended.
SUSPENSION_KINDS = [MilestoneKind.SUSPENDED, MilestoneKind.RESUMED]
#: The statuses of an agreement that is over.
OVER = [AgreementStatus.TERMINATED, AgreementStatus.ENDED, AgreementStatus.ENDED_NOT_RENEWED]

#: What the page of an agreement says on a date before it was signed or announced. No list of a date contains it.
NOT_YET_KNOWN = "not_yet_known"
LABELS = dict(AgreementStatus.choices) | {NOT_YET_KNOWN: gettext_lazy("not yet known")}


class Step(NamedTuple):
    """A status, the partial date on which it rests (empty if on none), and the later agreement that decides it."""

    status: AgreementStatus
    on: str = ""
    later_agreement: Record | None = None


class StatusResult(NamedTuple):
    """A status, and the sentence that gives the reason for it."""

    status: str
    reason: str

    @property
    def label(self) -> str:
        return LABELS[self.status]


def is_known_by(agreement: Record, cutoff: dt.date | None) -> bool:
    """Whether it was signed or announced by a past date, as `AgreementQuerySet.as_of` selects; True if it is None."""
    dates = [agreement.signed_on, *(row.on for row in agreement.milestones.all())]
    return cutoff is None or any(first_day(date) <= cutoff for date in dates if date)


def status_as_of(agreement: Record, as_of: AsOf) -> StatusResult:
    """The status for the agreement's own page, which can be read for any date."""
    if is_known_by(agreement, as_of.cutoff):
        return status_on(agreement, as_of.day)
    return StatusResult(NOT_YET_KNOWN, _("No signature or announcement is recorded on or before this date."))


def status_on(agreement: Record, day: dt.date) -> StatusResult:
    """The status of one agreement, with its reason. For several, prefetch what `REASON_RELATIONS` names."""
    step = find_step(agreement, day)
    return StatusResult(step.status, explain(agreement, step, day))


#: The lookups that a status is computed from.
REASON_RELATIONS = ["parties", "milestones", "later_agreements"]


def find_step(agreement: Record, day: dt.date) -> Step:
    if not agreement.is_signed_undated and not (agreement.signed_on and first_day(agreement.signed_on) <= day):
        return Step(AgreementStatus.ANNOUNCED)
    milestones = milestones_until(agreement, day)
    termination = find_termination(agreement, milestones, day)
    if termination:
        return Step(AgreementStatus.TERMINATED, termination)
    end = end_of_term(agreement, day)
    if end and last_day(end) < day:
        later = find_later_agreement(agreement, day)
        return Step(AgreementStatus.ENDED if later else AgreementStatus.ENDED_NOT_RENEWED, end, later)
    return find_step_within_term(agreement, milestones, end)


def find_step_within_term(agreement: Record, milestones: list[Milestone], end: str) -> Step:
    suspensions = [row for row in milestones if row.kind in SUSPENSION_KINDS]
    if suspensions and suspensions[-1].kind == MilestoneKind.SUSPENDED:
        return Step(AgreementStatus.SUSPENDED, suspensions[-1].on)
    entered = [row.on for row in milestones if row.kind == MilestoneKind.ENTERED_INTO_FORCE]
    if entered:
        return Step(AgreementStatus.IN_FORCE, entered[0])
    if agreement.is_signed_undated:
        return Step(AgreementStatus.SIGNED_UNDATED)
    has_term = end or agreement.term_rule in (TermRule.TACIT_RENEWAL, TermRule.PROJECTS, TermRule.UNLIMITED)
    return Step(AgreementStatus.SIGNED if has_term else AgreementStatus.END_NOT_KNOWN, agreement.signed_on)


def find_termination(agreement: Record, milestones: list[Milestone], day: dt.date) -> str:
    """The partial date of the first recorded end, or of the withdrawal that left fewer than two parties; or empty."""
    ends = [row.on for row in milestones if row.kind == MilestoneKind.ENDED]
    withdrawals = find_withdrawals(agreement, day)
    needed = max(len(agreement.parties.all()) - 1, 1)
    return min([*ends, *withdrawals[needed - 1 : needed]], key=first_day, default="")


def find_withdrawals(agreement: Record, day: dt.date) -> list[str]:
    """The partial dates on which parties had withdrawn by a date, in order."""
    dates = [party.withdrew_on for party in agreement.parties.all() if party.withdrew_on]
    return sorted((date for date in dates if first_day(date) <= day), key=first_day)


def find_later_agreement(agreement: Record, day: dt.date) -> Record | None:
    """The first public agreement that follows it and was signed by a date."""
    later = [
        row
        for row in agreement.later_agreements.all()
        if row.is_public and row.signed_on and first_day(row.signed_on) <= day
    ]
    return min(later, key=lambda row: (row.signed_on, row.key), default=None)


def explain(agreement: Record, step: Step, day: dt.date) -> str:
    """The reason for a status, one sentence or two."""
    date = format_partial_date(step.on) if step.on else ""
    match step.status:
        case AgreementStatus.TERMINATED:
            return explain_termination(agreement, step, day) % {"day": date}
        case AgreementStatus.SIGNED | AgreementStatus.END_NOT_KNOWN:
            return explain_term(agreement, end_of_term(agreement, day))
    reasons = {
        AgreementStatus.ANNOUNCED: _("No signature is recorded on or before this date."),
        AgreementStatus.ENDED: _("Last day: %(day)s. A later agreement is recorded."),
        AgreementStatus.ENDED_NOT_RENEWED: _("Last day: %(day)s. No renewal is recorded."),
        AgreementStatus.SUSPENDED: _("It has been suspended since %(day)s."),
        AgreementStatus.IN_FORCE: _("Entered into force: %(day)s."),
        AgreementStatus.SIGNED_UNDATED: _("A source says that it was signed. None gives the date."),
    }
    return reasons[step.status] % {"day": date}


def explain_termination(agreement: Record, step: Step, day: dt.date) -> str:
    if any(row.kind == MilestoneKind.ENDED and row.on == step.on for row in milestones_until(agreement, day)):
        return _("Terminated: %(day)s.")
    return _("Fewer than two parties are left since the withdrawal of a party: %(day)s.")


def explain_term(agreement: Record, end: str) -> str:
    if end:
        return _("Runs until %(day)s. Entry into force is not recorded.") % {"day": format_partial_date(end)}
    reasons = {
        TermRule.TACIT_RENEWAL: _("Renewed automatically until either side gives notice. No notice is recorded."),
        TermRule.PROJECTS: _("Lasts until its projects end. No end is recorded."),
        TermRule.UNLIMITED: _("No time limit was set. No end is recorded."),
        TermRule.YEARS_FROM_ENTRY: _("Its term runs from its entry into force, which is not recorded."),
    }
    return reasons.get(agreement.term_rule, _("No source gives a duration or reports an end."))
