"""Dates and partial dates in words, in the format of each language (`core.languages`)."""

import re

from django.utils.dates import MONTHS
from django.utils.translation import pgettext_lazy

from .languages import BY_CODE, FRENCH, current_language
from .partial_dates import parse_partial_date

#: A full date has a year, a month and a day.
DAY_PARTS = 3


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
    """A date in words, to the precision given."""
    language = BY_CODE[current_language()]
    return fill(language, [language.date_format, language.month_format, language.year_format], year, month, day)


def fill(language, formats, year, month, day):
    """`formats` are those of a full date, a month and a year."""
    if month is None:
        return formats[2].format(year=year)
    return formats[1 if day is None else 0].format(
        year=year, month=month, month_name=MONTHS[month], day=format_day(language, day)
    )


def format_day(language, day):
    return language.first_of_month if day == 1 else day


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
        pgettext_lazy("a day", "signed on %(date)s"),
        pgettext_lazy("a month", "signed in %(date)s"),
        pgettext_lazy("a year", "signed in %(date)s"),
    ),
    "ended": (
        pgettext_lazy("a day", "ended on %(date)s"),
        pgettext_lazy("a month", "ended in %(date)s"),
        pgettext_lazy("a year", "ended in %(date)s"),
    ),
}
#: The index in a tuple of PHRASES, by the length of the partial date.
PHRASE_BY_LENGTH = {10: 0, 7: 1, 4: 2}


#: French elides "de" before a vowel: "à partir d’avril 2023".
ELIDED = re.compile(r"\bde (?=[aeiou])")


def elide(text):
    return ELIDED.sub("d’", text) if current_language() == FRENCH else text


def date_phrase(value, name):
    """A partial date in a phrase; `name` is a key of PHRASES.

    >>> date_phrase("2025-06", "until")
    'until June 2025'
    """
    return elide(PHRASES[name][PHRASE_BY_LENGTH[len(value)]] % {"date": format_partial_date(value)})


def format_date_span(starts, ends):
    """A span of partial dates; a month or year that both ends share is written once.

    >>> format_date_span("2023-04-13", "2023-04-16")
    '13–16\\xa0April\\xa02023'
    >>> format_date_span("2023-04-28", "2023-05-02")
    '28\\xa0April to 2\\xa0May\\xa02023'
    """
    if not starts or not ends or starts == ends:
        return format_partial_date(starts or ends)
    language = BY_CODE[current_language()]
    first, last = list(parse_partial_date(starts)), list(parse_partial_date(ends))
    if len(first) == len(last) == DAY_PARTS and first[:2] == last[:2]:
        year, month, day = first
        return language.days_of_month.format(
            first=format_day(language, day), last=last[-1], month=month, month_name=MONTHS[month], year=year
        )
    shares_year = first[0] == last[0] and len(first) > 1 and len(last) > 1
    formats = [language.date_format, language.month_format, language.year_format]
    if shares_year:
        formats[:2] = [language.date_without_year, language.month_without_year]
    start = language.span_starts[DAY_PARTS - len(first)].format(date=fill(language, formats, *pad(first)))
    end = language.span_ends[DAY_PARTS - len(last)].format(date=format_numbers(*last))
    return elide(f"{start} {end}")


def pad(numbers):
    """Year, month and day; None for those that are not known."""
    return [*numbers, None, None][:DAY_PARTS]
