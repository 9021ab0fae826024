from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cooperation.core.calendars import CANCELLED, CONFIRMED, CalendarEvent, precision_note
from cooperation.core.date_formatting import date_phrase
from cooperation.core.localized_text import LocalizedText, localized
from cooperation.core.partial_dates import last_day

from .choices import AgreementStatus
from .status import REASON_RELATIONS
from .terms import end_of_term


def build_end_events(agreements):
    """Calendar events for the last days of signed agreements, as far as their duration defines one."""
    agreements = agreements.exclude(signed_on="", is_signed_undated=False).order_by("key")
    agreements = agreements.prefetch_related(*REASON_RELATIONS, "status_periods")
    ends = [(agreement, end_of_term(agreement)) for agreement in agreements]
    return [build_event(agreement, end) for agreement, end in ends if end]


def build_event(agreement, end):
    """The event on the last day of `end`, a partial date, as in the computation of the status."""
    day, title = last_day(end), localized(agreement, "title")
    ended_before = agreement.period_on(day).status == AgreementStatus.TERMINATED
    return CalendarEvent(
        record=agreement,
        days=(day, day),
        title=LocalizedText(_("Agreement ends: %(agreement)s") % {"agreement": title.text}, title.language),
        kind=_("Agreement end date"),
        lines=[
            capfirst(str(agreement.get_kind_display())),
            capfirst(date_phrase(agreement.signed_on, "signed")) if agreement.signed_on else "",
            capfirst(date_phrase(end, "until")),
            precision_note(end),
            agreement.status_on(day).reason if ended_before else "",
        ],
        status=CANCELLED if ended_before else CONFIRMED,
    )
