"""Agreement status on a date, implemented twice: in Python (with the reason) and in SQL (for lists and counts).

The first match wins: announced, terminated, suspended, ended, in force, signed. An agreement of unknown duration never
expires, and one is in force only if staff recorded that. A test compares the two implementations.
"""

import datetime as dt
from typing import NamedTuple

from django.db.models import Case, CharField, Exists, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Concat, Length, Substr
from django.db.models.lookups import LessThan, LessThanOrEqual
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cooperation.core.date_formatting import format_partial_date
from cooperation.core.dates import AsOf
from cooperation.core.partial_dates import first_day, last_day, years_later
from cooperation.core.records import Record, RecordQuerySet

from .choices import AgreementStatus, MilestoneKind, TermRule
from .parts import Milestone

#: The last milestone of one of these kinds decides whether the agreement is suspended.
SUSPENSION_KINDS = [MilestoneKind.SUSPENDED, MilestoneKind.RESUMED]


#: What the page of an agreement says on a date before it was signed or announced. No list of a date contains it.
NOT_YET_KNOWN = "not_yet_known"
LABELS = dict(AgreementStatus.choices) | {NOT_YET_KNOWN: gettext_lazy("not yet known")}


class StatusResult(NamedTuple):
    """A status, and the sentence that gives the reason for it."""

    status: str
    reason: str

    @property
    def label(self) -> str:
        return LABELS[self.status]


def end_of_term(agreement: Record) -> str:
    """The partial date on which its term ends by its rule; empty if the rule does not define one."""
    if agreement.term_rule == TermRule.FIXED_END:
        return agreement.ends_on
    if agreement.term_rule == TermRule.YEARS and agreement.signed_on:
        return years_later(agreement.signed_on, agreement.term_years)
    return ""


def end_of_agreement(agreement: Record) -> str:
    """The partial date of its earliest recorded end, otherwise the end of its term; empty if neither is known."""
    ends = [row.on for row in agreement.milestones.all() if row.kind == MilestoneKind.ENDED]
    return min(ends, default="") or end_of_term(agreement)


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
    """The status of one agreement. For lists, prefetch its `milestones` and `later_agreements`."""
    if not agreement.signed_on or first_day(agreement.signed_on) > day:
        return StatusResult(AgreementStatus.ANNOUNCED, _("No signature is recorded on or before this date."))
    passed = sorted(
        (row for row in agreement.milestones.all() if first_day(row.on) <= day), key=lambda row: (row.on, row.order)
    )
    ended = [row for row in passed if row.kind == MilestoneKind.ENDED]
    if ended:
        return StatusResult(
            AgreementStatus.TERMINATED, _("Terminated: %(day)s.") % {"day": format_partial_date(ended[0].on)}
        )
    suspensions = [row for row in passed if row.kind in SUSPENSION_KINDS]
    if suspensions and suspensions[-1].kind == MilestoneKind.SUSPENDED:
        return StatusResult(
            AgreementStatus.SUSPENDED,
            _("It has been suspended since %(day)s.") % {"day": format_partial_date(suspensions[-1].on)},
        )
    end = end_of_term(agreement)
    if end and last_day(end) < day:
        return get_status_after_end(agreement, end, day)
    entered = [row for row in passed if row.kind == MilestoneKind.ENTERED_INTO_FORCE]
    if entered:
        return StatusResult(
            AgreementStatus.IN_FORCE,
            _("Entered into force: %(day)s.") % {"day": format_partial_date(entered[0].on)},
        )
    return get_status_before_end(agreement, end)


def get_status_after_end(agreement: Record, end: str, day: dt.date) -> StatusResult:
    if any(is_public_and_signed(later, day) for later in agreement.later_agreements.all()):
        return StatusResult(
            AgreementStatus.ENDED,
            _("Last day: %(day)s. A later agreement is recorded.") % {"day": format_partial_date(end)},
        )
    return StatusResult(
        AgreementStatus.ENDED_NOT_RENEWED,
        _("Last day: %(day)s. No renewal is recorded.") % {"day": format_partial_date(end)},
    )


def is_public_and_signed(agreement: Record, day: dt.date) -> bool:
    return agreement.is_public and bool(agreement.signed_on) and first_day(agreement.signed_on) <= day


def get_status_before_end(agreement: Record, end: str) -> StatusResult:
    rule = agreement.term_rule
    if rule == TermRule.UNKNOWN or (rule in (TermRule.FIXED_END, TermRule.YEARS) and not end):
        return StatusResult(AgreementStatus.END_NOT_KNOWN, _("No source gives a duration or reports an end."))
    reasons = {
        TermRule.TACIT_RENEWAL: _("Renewed automatically until either side gives notice. No notice is recorded."),
        TermRule.PROJECTS: _("Lasts until its projects end. No end is recorded."),
        TermRule.UNLIMITED: _("No time limit was set. No end is recorded."),
    }
    reason = (
        _("Runs until %(day)s. Entry into force is not recorded.") % {"day": format_partial_date(end)} if end else ""
    )
    return StatusResult(AgreementStatus.SIGNED, reasons.get(rule, reason))


def with_status(agreements: RecordQuerySet, day: dt.date) -> RecordQuerySet:
    """`agreements` annotated with `status`, the same value as `status_on` returns."""
    iso_day = day.isoformat()
    passed = Milestone.objects.filter(agreement=OuterRef("pk"), on__lte=iso_day)
    last_suspension = passed.filter(kind__in=SUSPENSION_KINDS).order_by("-on", "-order").values("kind")[:1]
    later_agreements = agreements.model.objects.filter(
        earlier_agreement=OuterRef("pk"), signed_on__gt="", signed_on__lte=iso_day
    ).public()
    entered = passed.filter(kind=MilestoneKind.ENTERED_INTO_FORCE)
    has_fixed_end, has_years = Q(term_rule=TermRule.FIXED_END), Q(term_rule=TermRule.YEARS)
    is_over = has_fixed_end & is_past("ends_on", iso_day) | has_years & is_anniversary_reached(iso_day)
    return agreements.alias(last_suspension=Subquery(last_suspension)).annotate(
        status=Case(
            When(Q(signed_on="") | Q(signed_on__gt=iso_day), then=Value(AgreementStatus.ANNOUNCED.value)),
            When(Exists(passed.filter(kind=MilestoneKind.ENDED)), then=Value(AgreementStatus.TERMINATED.value)),
            When(Q(last_suspension=MilestoneKind.SUSPENDED), then=Value(AgreementStatus.SUSPENDED.value)),
            When(is_over & Exists(later_agreements), then=Value(AgreementStatus.ENDED.value)),
            When(is_over, then=Value(AgreementStatus.ENDED_NOT_RENEWED.value)),
            When(Exists(entered), then=Value(AgreementStatus.IN_FORCE.value)),
            When(Q(term_rule=TermRule.UNKNOWN), then=Value(AgreementStatus.END_NOT_KNOWN.value)),
            default=Value(AgreementStatus.SIGNED.value),
            output_field=CharField(),
        )
    )


def is_past(field: str, iso_day: str) -> Q:
    """The condition that the last day of a partial date is before `iso_day`."""
    return Q(
        LessThan(F(field), Substr(Value(iso_day, output_field=CharField()), 1, Length(field))),
    ) & ~Q(**{field: ""})


def is_anniversary_reached(iso_day: str) -> Q:
    """The condition that `term_years` from the partial date of signature are over on `iso_day`.

    From a full date, the last day is the one before the anniversary; from a month or a year, the last day of that
    month or year.
    """
    year = Cast(Cast(Substr("signed_on", 1, 4), IntegerField()) + F("term_years"), CharField())
    anniversary = Concat(year, Substr("signed_on", 5), output_field=CharField())
    day = Value(iso_day, output_field=CharField())
    full = Q(signed_on__length=10) & Q(LessThanOrEqual(anniversary, day))
    partial = Q(signed_on__length__lt=10) & Q(LessThan(anniversary, Substr(day, 1, Length("signed_on"))))
    return ~Q(signed_on="") & (full | partial)
