"""What an agreement is on a day, told twice: in Python with its reason, in SQL for lists and counts.

First match: announced, terminated, suspended, ended, in force, signed. Never «expired» where the rule is unknown;
never «in force» that staff did not confirm. A test holds the two against each other.
"""

from typing import NamedTuple

from django.db.models import Case, CharField, Exists, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Concat, Length, Substr
from django.db.models.lookups import LessThan, LessThanOrEqual
from django.utils.translation import gettext as _

from cooperation.core.date_formatting import format_partial_date
from cooperation.core.partial_dates import first_day, last_day, years_later

from .choices import AgreementStatus, MilestoneKind, TermRule
from .parts import Milestone

#: Milestones that decide: what they make of the agreement from their day on.
DECIDING = [MilestoneKind.SUSPENDED, MilestoneKind.RESUMED]


class StatusResult(NamedTuple):
    """A state on a day, and the sentence that tells why."""

    status: AgreementStatus
    reason: str

    @property
    def label(self):
        return AgreementStatus(self.status).label


def end_of_term(agreement):
    """The partial date on which its term ends by its rule; empty where the rule gives none."""
    if agreement.term_rule == TermRule.FIXED_END:
        return agreement.ends_on
    if agreement.term_rule == TermRule.YEARS and agreement.signed_on:
        return years_later(agreement.signed_on, agreement.term_years)
    return ""


def status_on(agreement, day):
    """Uses the agreement's milestones and followers as they are loaded: prefetch them for lists."""
    if not agreement.signed_on or first_day(agreement.signed_on) > day:
        return StatusResult(AgreementStatus.ANNOUNCED, _("No signature is recorded by this day."))
    passed = sorted(
        (row for row in agreement.milestones.all() if first_day(row.on) <= day), key=lambda row: (row.on, row.order)
    )
    ended = [row for row in passed if row.kind == MilestoneKind.ENDED]
    if ended:
        return StatusResult(
            AgreementStatus.TERMINATED, _("It was ended: %(day)s.") % {"day": format_partial_date(ended[0].on)}
        )
    pauses = [row for row in passed if row.kind in DECIDING]
    if pauses and pauses[-1].kind == MilestoneKind.SUSPENDED:
        return StatusResult(
            AgreementStatus.SUSPENDED,
            _("It has been suspended since %(day)s.") % {"day": format_partial_date(pauses[-1].on)},
        )
    end = end_of_term(agreement)
    if end and last_day(end) < day:
        return past_its_end(agreement, end, day)
    entered = [row for row in passed if row.kind == MilestoneKind.ENTERED_INTO_FORCE]
    if entered:
        return StatusResult(
            AgreementStatus.IN_FORCE, _("It entered into force: %(day)s.") % {"day": format_partial_date(entered[0].on)}
        )
    return still_signed(agreement, end)


def past_its_end(agreement, end, day):
    if any(is_followed_by(later, day) for later in agreement.later_agreements.all()):
        return StatusResult(
            AgreementStatus.ENDED,
            _("Its last day was %(day)s; another agreement follows it.") % {"day": format_partial_date(end)},
        )
    return StatusResult(
        AgreementStatus.ENDED_NOT_RENEWED,
        _("Its last day was %(day)s; no renewal is recorded.") % {"day": format_partial_date(end)},
    )


def is_followed_by(later, day):
    return later.is_public and bool(later.signed_on) and first_day(later.signed_on) <= day


def still_signed(agreement, end):
    rule = agreement.term_rule
    if rule == TermRule.UNKNOWN or (rule in (TermRule.FIXED_END, TermRule.YEARS) and not end):
        return StatusResult(AgreementStatus.END_NOT_KNOWN, _("No source gives a term and none reports an ending."))
    reasons = {
        TermRule.TACIT_RENEWAL: _("It is renewed tacitly until one side gives notice; no notice is recorded."),
        TermRule.PROJECTS: _("It lasts until its projects end; no end is recorded."),
        TermRule.UNLIMITED: _("It was made without a limit of time; no end is recorded."),
    }
    lasting = (
        _("It lasts until %(day)s; its entry into force is not recorded.") % {"day": format_partial_date(end)}
        if end
        else ""
    )
    return StatusResult(AgreementStatus.SIGNED, reasons.get(rule, lasting))


def with_status(agreements, day):
    """`agreements` annotated with `state`."""
    text = day.isoformat()
    passed = Milestone.objects.filter(agreement=OuterRef("pk"), on__lte=text)
    pause = passed.filter(kind__in=DECIDING).order_by("-on", "-order").values("kind")[:1]
    later_agreements = agreements.model.objects.filter(
        earlier_agreement=OuterRef("pk"), signed_on__gt="", signed_on__lte=text
    ).public()
    over = Q(term_rule=TermRule.FIXED_END) & past("ends_on", text) | Q(term_rule=TermRule.YEARS) & anniversary_reached(
        text
    )
    return agreements.alias(pause=Subquery(pause)).annotate(
        status=Case(
            When(Q(signed_on="") | Q(signed_on__gt=text), then=Value(AgreementStatus.ANNOUNCED.value)),
            When(Exists(passed.filter(kind=MilestoneKind.ENDED)), then=Value(AgreementStatus.TERMINATED.value)),
            When(Q(pause=MilestoneKind.SUSPENDED), then=Value(AgreementStatus.SUSPENDED.value)),
            When(over & Exists(later_agreements), then=Value(AgreementStatus.ENDED.value)),
            When(over, then=Value(AgreementStatus.ENDED_NOT_RENEWED.value)),
            When(
                Exists(passed.filter(kind=MilestoneKind.ENTERED_INTO_FORCE)), then=Value(AgreementStatus.IN_FORCE.value)
            ),
            When(Q(term_rule=TermRule.UNKNOWN), then=Value(AgreementStatus.END_NOT_KNOWN.value)),
            default=Value(AgreementStatus.SIGNED.value),
            output_field=CharField(),
        )
    )


def past(field, text):
    """The condition that the last day of a partial date is before the day `text`."""
    return Q(
        LessThan(F(field), Substr(Value(text, output_field=CharField()), 1, Length(field))),
    ) & ~Q(**{field: ""})


def anniversary_reached(text):
    """The condition that `term_years` from a partial signature are over on the day `text`.

    A whole day counts until the day before; a month or a year until its own last day.
    """
    year = Cast(Cast(Substr("signed_on", 1, 4), IntegerField()) + F("term_years"), CharField())
    anniversary = Concat(year, Substr("signed_on", 5), output_field=CharField())
    day = Value(text, output_field=CharField())
    whole = Q(signed_on__length=10) & Q(LessThanOrEqual(anniversary, day))
    partial = Q(signed_on__length__lt=10) & Q(LessThan(anniversary, Substr(day, 1, Length("signed_on"))))
    return ~Q(signed_on="") & (whole | partial)
