"""The day that a page is about: today at the secretariat, or the one that a reader asks for."""

import datetime as dt

from django.conf import settings
from django.core.exceptions import BadRequest
from django.utils import timezone
from django.utils.translation import gettext as _

FIRST_YEAR = 1900
DATE_PARAMETER = "on"  # the name in the query: `?on=2025-06-30`


def today():
    """The day at the secretariat; views ask it once and pass it on, models never do."""
    return timezone.now().astimezone(settings.REGISTER_TIME_ZONE).date()


def requested_date(request):
    """The day of `?on=2025-06-30`; None where the reader asks for none. Raises BadRequest where it is no day."""
    text = request.GET.get(DATE_PARAMETER, "").strip()
    if not text:
        return None
    try:
        day = dt.date.fromisoformat(text) if len(text) == len("2025-06-30") else None
    except ValueError:
        day = None
    if day is None or day.year < FIRST_YEAR:
        raise BadRequest(_("“%(text)s” is not a day: write it as 2025-06-30.") % {"text": text[:20]})
    return day


def page_date(request):
    """The day whose names, parties and states a page shows: the one asked for, else today."""
    return requested_date(request) or today()
