"""Dates given as a weekday only: `on Friday` in an article with a date of publication."""

import re
from datetime import date, timedelta
from functools import lru_cache

from cooperation.article_reader.patterns import any_of, list_expressions
from cooperation.article_reader.reading.folding import view

from .dates import DateMention

DAY = len("2023-04-15")
BESIDE = re.compile(r"[\s,(]*(?:le |the |ngay |ngày )?")


def find_weekdays(text, language, published, dates):
    """The last such weekday up to the date of publication; a weekday next to a date belongs to that date."""
    if not published or len(published) < DAY:
        return []
    published_on, folded = date.fromisoformat(published[:DAY]), view(text, language)
    weekdays = []
    for match in any_of("dates", language, "weekdays").finditer(folded):
        if is_alone(match, folded, dates) and is_past(match, text, folded, language):
            day = get_last_date(published_on, match, folded, language)
            weekdays.append(DateMention(day.isoformat(), None, *match.span(), "weekdays", inferred=True))
    return weekdays


def is_alone(match, folded, dates):
    after = BESIDE.match(folded, match.end()).end()
    before = len(folded[: match.start()].rstrip(" ,("))
    return not any(day.start <= after < day.end or day.start < before <= day.end for day in dates)


def is_past(match, text, folded, language):
    """Not `next Friday` or `from Friday`; in Vietnamese not an ordinal: `hôm thứ sáu` or `thứ Sáu`."""
    before, after = folded[: match.start()].rstrip(" ("), folded[match.end() :].lstrip(" )")
    if compile_beside(language, "weekday_not_after", "before").search(before):
        return False
    if compile_beside(language, "weekday_not_before", "after").match(after):
        return False
    if not list_expressions("dates", language, "weekday_wants"):
        return True
    capital = text[match.start() : match.end()].split()[-1][0].isupper()
    return capital or bool(compile_beside(language, "weekday_wants", "before").search(before))


@lru_cache
def compile_beside(language, entry, side):
    words = any_of("dates", language, entry).pattern
    return re.compile(words + "$" if side == "before" else words)


def get_last_date(published_on, match, folded, language):
    """The last such weekday; if published on a Friday, `last Friday` is a week ago."""
    back = (published_on.weekday() - get_weekday_number(match.group(), language)) % 7
    before = compile_beside(language, "weekday_last", "before").search(folded[: match.start()].rstrip())
    after = compile_beside(language, "weekday_last", "after").match(folded[match.end() :].lstrip())
    return published_on - timedelta(days=back or (7 if before or after else 0))


@lru_cache
def get_weekday_number(word, language):
    words = [name.replace(r"\s+", " ") for name in list_expressions("dates", language, "weekdays")]
    return words.index(" ".join(word.split()))
