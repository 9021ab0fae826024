"""The as-of date of a page: today in the secretariat's time zone, or the date that the reader requests."""

import datetime as dt
import re
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import BadRequest
from django.utils import timezone
from django.utils.translation import gettext as _

FIRST_YEAR = 1900
DATE_PARAMETER = "on"  # the query parameter: `?on=2025-06-30`
#: `date.fromisoformat` also takes weeks, such as 2026-W01-1.
PLAIN_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class AsOf(NamedTuple):
    """The date that a page is about.

    Statuses and successors are those of `day`. `cutoff` is the same date where it is past, and None for today and
    later: then the register shows everything that it has, with present names. Querysets take the cutoff.
    """

    day: dt.date
    cutoff: dt.date | None = None


def today():
    """The current date in the secretariat's time zone. Views call it once and pass it on; models never call it."""
    return timezone.now().astimezone(settings.REGISTER_TIME_ZONE).date()


def as_of_today():
    return AsOf(today())


def requested_date(request):
    """The date of `?on=2025-06-30`; None without the parameter. Raises BadRequest for an invalid date."""
    return parse_requested_date(request.GET)


def parse_requested_date(query):
    """`requested_date` of a query dict."""
    text = query.get(DATE_PARAMETER, "").strip()
    if not text:
        return None
    try:
        day = dt.date.fromisoformat(text) if PLAIN_DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or day.year < FIRST_YEAR:
        raise BadRequest(_("“%(text)s” is not a valid date. Enter a date like 2025-06-30.") % {"text": text[:20]})
    return day


def page_as_of(request):
    """The date that a page is about: the requested date, else today. Raises BadRequest for an invalid date."""
    return query_as_of(request.GET)


def query_as_of(query):
    """`page_as_of` of a query dict."""
    requested, current = parse_requested_date(query), today()
    return AsOf(requested or current, requested if requested and requested < current else None)
