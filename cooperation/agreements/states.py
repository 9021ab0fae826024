"""What an agreement is on a day, told twice: in Python with its reason, in SQL for lists and counts.

First match: announced, terminated, suspended, ended, in force, signed. Never «expired» where the rule is unknown;
never «in force» that staff did not confirm. A test holds the two against each other.
"""

from typing import NamedTuple

from django.db.models import Case, CharField, Exists, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Concat, Length, Substr
from django.db.models.lookups import LessThan, LessThanOrEqual
from django.utils.translation import gettext as _

from cooperation.core.partial_dates import first_day, last_day, years_later
from cooperation.core.wording_of_dates import in_words

from .choices import MilestoneKind, State, TermRule
from .parts import Milestone

#: Milestones that decide: what they make of the agreement from their day on.
DECIDING = [MilestoneKind.SUSPENDED, MilestoneKind.RESUMED]


class StateShown(NamedTuple):
    """A state on a day, and the sentence that tells why."""

    state: State
    reason: str

    @property
    def label(self):
        return State(self.state).label


def end_of_term(agreement):
    """The partial date on which its term ends by its rule; empty where the rule gives none."""
    if agreement.term_rule == TermRule.FIXED_END:
        return agreement.ends_on
    if agreement.term_rule == TermRule.YEARS and agreement.signed_on:
        return years_later(agreement.signed_on, agreement.term_years)
    return ""


def state_on(agreement, day):
    """Uses the agreement's milestones and followers as they are loaded: prefetch them for lists."""
    if not agreement.signed_on or first_day(agreement.signed_on) > day:
        return StateShown(State.ANNOUNCED, _("No signature is recorded by this day."))
    passed = sorted(
        (row for row in agreement.milestones.all() if first_day(row.on) <= day), key=lambda row: (row.on, row.order)
    )
    ended = [row for row in passed if row.kind == MilestoneKind.ENDED]
    if ended:
        return StateShown(State.TERMINATED, _("It was ended: %(day)s.") % {"day": in_words(ended[0].on)})
    pauses = [row for row in passed if row.kind in DECIDING]
    if pauses and pauses[-1].kind == MilestoneKind.SUSPENDED:
        return StateShown(State.SUSPENDED, _("It has been suspended since %(day)s.") % {"day": in_words(pauses[-1].on)})
    end = end_of_term(agreement)
    if end and last_day(end) < day:
        return past_its_end(agreement, end, day)
    entered = [row for row in passed if row.kind == MilestoneKind.IN_FORCE]
    if entered:
        return StateShown(State.IN_FORCE, _("It entered into force: %(day)s.") % {"day": in_words(entered[0].on)})
    return still_signed(agreement, end)


def past_its_end(agreement, end, day):
    if any(follows_by(later, day) for later in agreement.followers.all()):
        return StateShown(
            State.ENDED, _("Its last day was %(day)s; another agreement follows it.") % {"day": in_words(end)}
        )
    return StateShown(
        State.ENDED_NOT_RENEWED, _("Its last day was %(day)s; no renewal is recorded.") % {"day": in_words(end)}
    )


def follows_by(later, day):
    return later.is_public and bool(later.signed_on) and first_day(later.signed_on) <= day


def still_signed(agreement, end):
    rule = agreement.term_rule
    if rule == TermRule.UNKNOWN or (rule in (TermRule.FIXED_END, TermRule.YEARS) and not end):
        return StateShown(State.END_NOT_KNOWN, _("No source gives a term and none reports an ending."))
    reasons = {
        TermRule.TACIT_RENEWAL: _("It is renewed tacitly until one side gives notice; no notice is recorded."),
        TermRule.PROJECTS: _("It lasts until its projects end; no end is recorded."),
        TermRule.UNLIMITED: _("It was made without a limit of time; no end is recorded."),
    }
    lasting = _("It lasts until %(day)s; its entry into force is not recorded.") % {"day": in_words(end)} if end else ""
    return StateShown(State.SIGNED, reasons.get(rule, lasting))


def with_state(agreements, day):
    """`agreements` annotated with `state`."""
    text = day.isoformat()
    passed = Milestone.objects.filter(agreement=OuterRef("pk"), on__lte=text)
    pause = passed.filter(kind__in=DECIDING).order_by("-on", "-order").values("kind")[:1]
    followers = agreements.model.objects.filter(follows=OuterRef("pk"), signed_on__gt="", signed_on__lte=text).public()
    over = Q(term_rule=TermRule.FIXED_END) & past("ends_on", text) | Q(term_rule=TermRule.YEARS) & anniversary_reached(
        text
    )
    return agreements.alias(pause=Subquery(pause)).annotate(
        state=Case(
            When(Q(signed_on="") | Q(signed_on__gt=text), then=Value(State.ANNOUNCED.value)),
            When(Exists(passed.filter(kind=MilestoneKind.ENDED)), then=Value(State.TERMINATED.value)),
            When(Q(pause=MilestoneKind.SUSPENDED), then=Value(State.SUSPENDED.value)),
            When(over & Exists(followers), then=Value(State.ENDED.value)),
            When(over, then=Value(State.ENDED_NOT_RENEWED.value)),
            When(Exists(passed.filter(kind=MilestoneKind.IN_FORCE)), then=Value(State.IN_FORCE.value)),
            When(Q(term_rule=TermRule.UNKNOWN), then=Value(State.END_NOT_KNOWN.value)),
            default=Value(State.SIGNED.value),
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
