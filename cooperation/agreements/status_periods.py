"""The stored status of every agreement: rows that say from which day until which an agreement has a status.

They are derived by `status.find_step`, updated in the transaction of every change (`Agreement.update_derived_rows`),
and can be derived again at any time (`manage.py rebuild_status_periods`). On every day exactly one row applies.
"""

import datetime as dt

from django.db import models
from django.db.models import F, Q

from cooperation.core.partial_dates import PartialDateField, first_day, last_day
from cooperation.core.records import Record

from .choices import AgreementStatus
from .status import REASON_RELATIONS, find_step
from .terms import end_of_term

#: The ends of the first and of the last period of an agreement.
FIRST_DAY, LAST_DAY = dt.date.min, dt.date.max
BATCH = 500


class StatusPeriod(models.Model):
    """A status with its first and last day. `rests_on` is the partial date that brought it, empty if none did."""

    agreement = models.ForeignKey("Agreement", models.CASCADE, related_name="status_periods")
    status = models.CharField(max_length=20, choices=AgreementStatus)
    since = models.DateField()
    until = models.DateField()
    rests_on = PartialDateField()
    later_agreement = models.ForeignKey("Agreement", models.SET_NULL, related_name="+", null=True)

    class Meta:
        ordering = ["agreement", "since"]
        indexes = [models.Index(fields=["status", "since", "until", "agreement"], name="status_periods_by_status")]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "since"], name="unique_status_period"),
            models.CheckConstraint(name="status_period_ends_after_it_begins", condition=Q(since__lte=F("until"))),
        ]

    def __str__(self):
        return f"{self.status} {self.since} – {self.until}"

    @property
    def label(self):
        return AgreementStatus(self.status).label


def build_status_periods(agreement: Record) -> list[StatusPeriod]:
    """The periods of an agreement, unsaved, oldest first."""
    periods = []
    for day in find_days_of_change(agreement):
        step = find_step(agreement, day)
        if periods and (periods[-1].status, periods[-1].rests_on) == (step.status, step.on):
            continue
        if periods:
            periods[-1].until = day - dt.timedelta(days=1)
        later_id = step.later_agreement.pk if step.later_agreement else None
        periods.append(
            StatusPeriod(
                agreement=agreement,
                status=step.status,
                since=day,
                until=LAST_DAY,
                rests_on=step.on,
                later_agreement_id=later_id,
            )
        )
    return periods


def find_days_of_change(agreement: Record) -> list[dt.date]:
    """The days on which its status may change, and the first day of all, in order."""
    dates = [agreement.signed_on, *(row.on for row in agreement.milestones.all())]
    dates += [party.withdrew_on for party in agreement.parties.all()]
    dates += [later.signed_on for later in agreement.later_agreements.all()]
    days = {FIRST_DAY, *(first_day(date) for date in dates if date)}
    ends = {end_of_term(agreement, day) for day in days} - {""}
    return sorted(days | {last_day(end) + dt.timedelta(days=1) for end in ends})


def update_status_periods(model: type[Record], ids: list[int]) -> None:
    """Store the periods of these agreements anew, and of the earlier agreements whose status depends on them."""
    earlier = model._base_manager.filter(later_agreements__in=ids).values_list("pk", flat=True)
    ended = StatusPeriod.objects.filter(later_agreement__in=ids).values_list("agreement", flat=True)
    affected = {*ids, *earlier, *ended}
    agreements = model._base_manager.filter(pk__in=affected).prefetch_related(*REASON_RELATIONS, "status_periods")
    for agreement in agreements.iterator(chunk_size=BATCH):
        periods = build_status_periods(agreement)
        if list(map(get_values, periods)) != list(map(get_values, agreement.status_periods.all())):
            StatusPeriod.objects.filter(agreement=agreement).delete()
            StatusPeriod.objects.bulk_create(periods)


def get_values(period: StatusPeriod) -> tuple:
    return period.since, period.until, period.status, period.rests_on, period.later_agreement_id
