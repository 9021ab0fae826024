"""Days told by their weekday alone: `on Friday` in an article that says when it appeared."""

import re
from datetime import date, timedelta
from functools import lru_cache

from seeds.patterns import any_of, wordings
from seeds.reading.folding import view
from seeds.recognise.dates import Dated

DAY = len("2023-04-15")
BESIDE = re.compile(r"[\s,(]*(?:le |the |ngay |ngày )?")


def weekdays_in(text, language, published, dates):
    """The last such day up to the day of publication; those that stand beside a date are a part of it."""
    if not published or len(published) < DAY:
        return []
    appeared, shown = date.fromisoformat(published[:DAY]), view(text, language)
    found = []
    for match in any_of("dates", language, "weekdays").finditer(shown):
        if is_alone(match, shown, dates) and is_past(match, text, shown, language):
            day = last_such_day(appeared, match, shown, language)
            found.append(Dated(day.isoformat(), None, *match.span(), "weekdays", inferred=True))
    return found


def is_alone(match, shown, dates):
    after = BESIDE.match(shown, match.end()).end()
    before = len(shown[: match.start()].rstrip(" ,("))
    return not any(day.start <= after < day.end or day.start < before <= day.end for day in dates)


def is_past(match, text, shown, language):
    """Neither `next Friday` nor `from Friday`; in Vietnamese no ordinal either: `hôm thứ sáu`, or `thứ Sáu`."""
    before, after = shown[: match.start()].rstrip(" ("), shown[match.end() :].lstrip(" )")
    if beside(language, "weekday_not_after", "before").search(before):
        return False
    if beside(language, "weekday_not_before", "after").match(after):
        return False
    if not wordings("dates", language, "weekday_wants"):
        return True
    capital = text[match.start() : match.end()].split()[-1][0].isupper()
    return capital or bool(beside(language, "weekday_wants", "before").search(before))


@lru_cache
def beside(language, entry, side):
    words = any_of("dates", language, entry).pattern
    return re.compile(words + "$" if side == "before" else words)


def last_such_day(appeared, match, shown, language):
    """On the day of publication itself, `last Friday` is a week ago."""
    back = (appeared.weekday() - number(match.group(), language)) % 7
    before = beside(language, "weekday_last", "before").search(shown[: match.start()].rstrip())
    after = beside(language, "weekday_last", "after").match(shown[match.end() :].lstrip())
    return appeared - timedelta(days=back or (7 if before or after else 0))


@lru_cache
def number(word, language):
    words = [each.replace(r"\s+", " ") for each in wordings("dates", language, "weekdays")]
    return words.index(" ".join(word.split()))
