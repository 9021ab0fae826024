"""Partial dates in words, as each language writes them."""

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from .languages import reading_language
from .partial_dates import parts

NO_BREAK = "\u00a0"


def in_words(value):
    """A partial date in the reader's language; a text that is none is left as it is.

    >>> from django.utils.translation import override
    >>> with override("vi"): in_words("2023-04")
    'tháng 4 năm 2023'
    >>> with override("fr"): in_words("2023-04-01")
    '1er\\xa0avril\\xa02023'
    """
    try:
        numbers = parts(value)
    except ValueError:
        return value
    if len(numbers) == 1:
        return f"năm {numbers[0]}" if reading_language() == "vi" else str(numbers[0])
    return whole_day(*numbers) if len(numbers) == 3 else month_of_year(*numbers)


def month_of_year(year, month):
    if reading_language() == "vi":
        return f"tháng {month} năm {year}"
    return f"{MONTHS[month]} {year}"


def whole_day(year, month, day):
    language = reading_language()
    if language == "vi":
        return f"ngày {day} tháng {month} năm {year}"
    number = "1er" if language == "fr" and day == 1 else str(day)
    return NO_BREAK.join([number, str(MONTHS[month]), str(year)])


#: Words that a date needs before it, by how precise the date is: languages differ there («jusqu’au», «jusqu’en»).
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
LENGTHS = {10: 0, 7: 1, 4: 2}


def phrase(value, name):
    """A date after the word that it needs there.

    >>> phrase("2025-06", "until")
    'until June 2025'
    """
    return PHRASES[name][LENGTHS[len(value)]] % {"date": in_words(value)}


def span_in_words(starts, ends):
    """A span, said once where its ends share a month or a year.

    >>> span_in_words("2023-04-13", "2023-04-16")
    '13–16\\xa0April\\xa02023'
    """
    if not starts or not ends or starts == ends:
        return in_words(starts or ends)
    if len(starts) == len(ends) == 10 and starts[:7] == ends[:7]:
        return days_of_one_month(starts, ends)
    return _("%(first)s to %(last)s") % {"first": in_words(starts), "last": in_words(ends)}


def days_of_one_month(starts, ends):
    year, month, first = parts(starts)
    last = parts(ends)[2]
    if reading_language() == "vi":
        return f"ngày {first}–{last} tháng {month} năm {year}"
    if reading_language() == "fr" and first == 1:
        first = "1er"
    return NO_BREAK.join([f"{first}–{last}", str(MONTHS[month]), str(year)])


def upper_first(text):
    return text[:1].upper() + text[1:]


def day_in_words(day):
    """A whole `datetime.date` in words."""
    return whole_day(day.year, day.month, day.day)
