"""The as-of date of a page: today in the secretariat's time zone, or the date that the reader requests."""

import datetime as dt

from django.conf import settings
from django.core.exceptions import BadRequest
from django.utils import timezone
from django.utils.translation import gettext as _

FIRST_YEAR = 1900
DATE_PARAMETER = "on"  # the query parameter: `?on=2025-06-30`


def today():
    """The current date in the secretariat's time zone. Views call it once and pass it on; models never call it."""
    return timezone.now().astimezone(settings.REGISTER_TIME_ZONE).date()


def requested_date(request):
    """The date of `?on=2025-06-30`; None without the parameter. Raises BadRequest for an invalid date."""
    text = request.GET.get(DATE_PARAMETER, "").strip()
    if not text:
        return None
    try:
        day = dt.date.fromisoformat(text) if len(text) == len("2025-06-30") else None
    except ValueError:
        day = None
    if day is None or day.year < FIRST_YEAR:
        raise BadRequest(_("“%(text)s” is not a valid date. Enter a date like 2025-06-30.") % {"text": text[:20]})
    return day


def page_date(request):
    """The date as of which a page shows names, parties and statuses: the requested date, else today."""
    return requested_date(request) or today()
