from django.utils.text import capfirst

from cooperation.core.calendars import CANCELLED, CONFIRMED, TENTATIVE, CalendarEvent, date_range, precision_note
from cooperation.core.date_formatting import format_date_span
from cooperation.core.localized_text import localized

from .models import ConferenceStatus

STATUSES = {
    ConferenceStatus.ANNOUNCED: TENTATIVE,
    ConferenceStatus.POSTPONED: TENTATIVE,
    ConferenceStatus.CONFIRMED: CONFIRMED,
    ConferenceStatus.HELD: CONFIRMED,
    ConferenceStatus.CANCELLED: CANCELLED,
}


def build_conference_events(conferences):
    """Calendar events for the conferences of which at least the year is known, over all days they may take place."""
    dated = conferences.exclude(starts_on="").with_card_relations().order_by("number")
    return [build_event(conference) for conference in dated]


def build_event(conference):
    venue = localized(conference, "venue").text
    return CalendarEvent(
        record=conference,
        days=date_range(conference.starts_on, conference.ends_on),
        title=localized(conference, "title"),
        kind=capfirst(str(conference.kind_label)),
        lines=[
            capfirst(str(conference.get_status_display())),
            capfirst(format_date_span(conference.starts_on, conference.ends_on)),
            precision_note(conference.starts_on),
        ],
        status=STATUSES[conference.status],
        place=", ".join(name for name in [venue, conference.place_name] if name),
    )
