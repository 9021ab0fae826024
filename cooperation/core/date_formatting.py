"""Dates and partial dates in words, in the format of each language (`core.languages`)."""

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from .languages import BY_CODE, current_language
from .partial_dates import parse_partial_date


def format_partial_date(value):
    """A partial date in the reader's language; any other text is returned unchanged.

    >>> from django.utils.translation import override
    >>> with override("vi"): format_partial_date("2023-04")
    'tháng 4 năm 2023'
    >>> with override("fr"): format_partial_date("2023-04-01")
    '1er\\xa0avril\\xa02023'
    """
    try:
        numbers = parse_partial_date(value)
    except ValueError:
        return value
    return format_numbers(*numbers)


def format_numbers(year, month=None, day=None):
    """A date in words. `day` may also be a text: the days of a span within one month, «13–16»."""
    language = BY_CODE[current_language()]
    if month is None:
        return language.year_format.format(year=year)
    if day is None:
        return language.month_format.format(year=year, month=month, month_name=MONTHS[month])
    return language.date_format.format(year=year, month=month, month_name=MONTHS[month], day=format_day(day))


def format_day(day):
    return BY_CODE[current_language()].first_of_month if day == 1 else day


def format_date(date):
    """A `datetime.date` in words."""
    return format_numbers(date.year, date.month, date.day)


#: Phrases with a date, for a full date, a month and a year: languages differ there («jusqu’au», «jusqu’en»).
PHRASES = {
    "since": (
        pgettext_lazy("a day", "since %(date)s"),
        pgettext_lazy("a month", "since %(date)s"),
        pgettext_lazy("a year", "since %(date)s"),
    ),
    "from": (
        pgettext_lazy("a day", "from %(date)s"),
        pgettext_lazy("a month", "from %(date)s"),
        pgettext_lazy("a year", "from %(date)s"),
    ),
    "until": (
        pgettext_lazy("a day", "until %(date)s"),
        pgettext_lazy("a month", "until %(date)s"),
        pgettext_lazy("a year", "until %(date)s"),
    ),
    "signed": (
        pgettext_lazy("a day", "signed %(date)s"),
        pgettext_lazy("a month", "signed %(date)s"),
        pgettext_lazy("a year", "signed %(date)s"),
    ),
    "ended": (
        pgettext_lazy("a day", "ended %(date)s"),
        pgettext_lazy("a month", "ended %(date)s"),
        pgettext_lazy("a year", "ended %(date)s"),
    ),
}
#: The index in a tuple of PHRASES, by the length of the partial date.
PHRASE_BY_LENGTH = {10: 0, 7: 1, 4: 2}


def date_phrase(value, name):
    """A partial date in a phrase; `name` is a key of PHRASES.

    >>> date_phrase("2025-06", "until")
    'until June 2025'
    """
    return PHRASES[name][PHRASE_BY_LENGTH[len(value)]] % {"date": format_partial_date(value)}


def format_date_span(starts, ends):
    """A span of partial dates; a month or year that both ends share is written once.

    >>> format_date_span("2023-04-13", "2023-04-16")
    '13–16\\xa0April\\xa02023'
    """
    if not starts or not ends or starts == ends:
        return format_partial_date(starts or ends)
    if len(starts) == len(ends) == 10 and starts[:7] == ends[:7]:
        year, month, first = parse_partial_date(starts)
        return format_numbers(year, month, f"{format_day(first)}–{parse_partial_date(ends)[2]}")
    return _("%(first)s to %(last)s") % {"first": format_partial_date(starts), "last": format_partial_date(ends)}
