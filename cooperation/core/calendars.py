"""iCalendar files: events over whole days, with permanent ids; the same bytes until something changes."""

import datetime as dt
from typing import NamedTuple

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vDuration

from .languages import current_language
from .localized_text import LocalizedText
from .partial_dates import first_day, last_day
from .plain_text import one_line, strip_control_chars

CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"
REFRESH_INTERVAL = dt.timedelta(days=1)


class CalendarEvent(NamedTuple):
    """A record as an all-day event; `days` is (first, last), `lines` the lines of the description."""

    record: object
    days: tuple
    title: LocalizedText
    kind: str
    lines: list
    status: str = CONFIRMED
    place: str = ""


def date_range(starts, ends):
    """(first day, last day) of a span of partial dates.

    A month or year counts as a whole. An end that is less precise than the start is ignored.

    >>> date_range("2026-04", "")
    (datetime.date(2026, 4, 1), datetime.date(2026, 4, 30))
    """
    first = first_day(starts)
    if not ends or (len(starts) > len(ends)):
        return first, last_day(starts)
    return first, last_day(ends)


def precision_note(value):
    """A note for a date of which only the year or the month is known; empty for a full date."""
    return {4: _("Only the year is known."), 7: _("Only the month is known.")}.get(len(value), "")


def render_calendar(request, title, description, events):
    """The calendar as bytes."""
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
    calendar.add("refresh-interval", REFRESH_INTERVAL, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH_INTERVAL))
    for event in events:
        calendar.add_component(build_event(request, event))
    return calendar.to_ical()


def build_event(request, event):
    """The VEVENT. Its UID is derived from the record's key, so that calendars update the event, never duplicate it."""
    record, (first, last) = event.record, event.days
    component = Event()
    component.add("uid", f"{record.record_kind()}-{record.key}@{request.get_host().split(':')[0]}")
    component.add("sequence", record.version)
    component.add("dtstamp", record.updated_at)
    component.add("last-modified", record.updated_at)
    component.add("created", record.created_at)
    component.add("dtstart", first)
    component.add("dtend", last + dt.timedelta(days=1))
    component.add("summary", one_line(event.title.text), parameters={"LANGUAGE": event.title.language})
    component.add("description", strip_control_chars("\n".join(one_line(line) for line in event.lines if line)))
    if event.place:
        component.add("location", one_line(event.place))
    component.add("categories", [one_line(event.kind)])
    component.add("url", request.build_absolute_uri(record.get_absolute_url()))
    component.add("status", event.status)
    component.add("transp", "TRANSPARENT")
    return component
