"""iCalendar as the register writes it: whole days, ids that stay, the same bytes until something changes."""

import datetime as dt
from typing import NamedTuple

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vDuration

from .languages import current_language
from .localized_text import LocalizedText
from .partial_dates import first_day, last_day
from .plain_text import one_line, strip_control_chars

CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"
REFRESHED_AFTER = dt.timedelta(days=1)


class CalendarEvent(NamedTuple):
    """What a calendar shows of a record, over whole days."""

    record: object
    days: tuple
    title: LocalizedText
    kind: str
    lines: list
    status: str = CONFIRMED
    place: str = ""


def date_range(starts, ends):
    """The first and the last day of a span as far as it is known.

    A month or a year is shown whole, unless the first day itself is known.

    >>> date_range("2026-04", "")
    (datetime.date(2026, 4, 1), datetime.date(2026, 4, 30))
    """
    first = first_day(starts)
    if not ends or (len(starts) > len(ends)):
        return first, last_day(starts)
    return first, last_day(ends)


def precision_note(value):
    """What a reader of a calendar has to know of a date that is no whole day; nothing of others."""
    return {4: _("Only the year is known."), 7: _("Only the month is known.")}.get(len(value), "")


def render_calendar(request, title, description, events):
    """The text of a calendar."""
    language = current_language()
    calendar = Calendar()
    calendar.add("prodid", f"-//{request.get_host()}//register//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for name in ["name", "x-wr-calname"]:
        calendar.add(name, one_line(title))
    for name in ["description", "x-wr-caldesc"]:
        calendar.add(name, one_line(description))
    calendar.add("refresh-interval", REFRESHED_AFTER, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESHED_AFTER))
    for event in events:
        calendar.add_component(build_event(request, event))
    return calendar.to_ical()


def build_event(request, event):
    """Known by the record's key: whoever has it already sees it changed, and never twice."""
    record, (first, last) = event.record, event.days
    shown = Event()
    shown.add("uid", f"{record.record_kind()}-{record.key}@{request.get_host().split(':')[0]}")
    shown.add("sequence", record.version)
    shown.add("dtstamp", record.updated_at)
    shown.add("last-modified", record.updated_at)
    shown.add("created", record.created_at)
    shown.add("dtstart", first)
    shown.add("dtend", last + dt.timedelta(days=1))
    shown.add("summary", one_line(event.title.text), parameters={"LANGUAGE": event.title.language})
    shown.add("description", strip_control_chars("\n".join(one_line(line) for line in event.lines if line)))
    if event.place:
        shown.add("location", one_line(event.place))
    shown.add("categories", [one_line(event.kind)])
    shown.add("url", request.build_absolute_uri(record.get_absolute_url()))
    shown.add("status", event.status)
    shown.add("transp", "TRANSPARENT")
    return shown
