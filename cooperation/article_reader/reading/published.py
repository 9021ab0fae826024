"""Find the date, and where given the time, on which an article was published."""

import re
from functools import lru_cache

from cooperation.article_reader.partial import is_valid, partial
from cooperation.article_reader.patterns import subject
from cooperation.core.languages import ENGLISH, FRENCH, LANGUAGE_CODES, VIETNAMESE

from .folding import fold_accents

NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)")
DATELINE = re.compile(r"^(?:[^\W\d_][^\s\d,—–]*[ -]?){1,3}\s*[,—–-]\s*(?=(?:le\s|ngày\s)?\s*\d)", re.IGNORECASE)
CLOCK = re.compile(r"(?<!\d)(\d{1,2})(?::|h|g)(\d{2})(?::(\d{2}))?\s*(am|pm)?", re.IGNORECASE)
ZONE = re.compile(r"(?:gmt|utc)\s*([+-]\d{1,2})(?::?(\d{2}))?|([+-]\d{2}):(\d{2})\b|(?<=\d)(z)\b", re.IGNORECASE)
YEAR = re.compile(r"\d{4}")
MAX_LINE_LENGTH = 90


def find_published(line, language, month_first=None):
    """The date or time if the line holds little else, else None."""
    if len(line) > MAX_LINE_LENGTH:
        return None
    date = find_date(line, language, month_first)
    if date is None or not has_only_boilerplate(DATELINE.sub("", line)):
        return None
    return date + find_time(line) if len(date) == 10 else date


def find_date(line, language, month_first=None):
    match = ISO.search(line)
    if match:
        return match.group() if is_valid(match.group()) else None
    match = NUMERIC.search(line)
    if match:
        one, other, year = [int(part) for part in match.groups()]
        return build_numeric_date(one, other, year, is_month_first(line, one, other, language, month_first))
    return find_worded_date(fold_accents(line))


def build_numeric_date(one, other, year, month_first):
    day_first = partial(year, other, one)
    return (partial(year, one, other) or day_first) if month_first else (day_first or partial(year, one, other))


def is_month_first(line, one, other, language, month_first):
    """Decided by a number too large for a month, then by the other dates of the text, then by an American clock."""
    if one > 12 or other > 12:
        return other > 12
    if month_first is not None:
        return month_first
    return language == ENGLISH and bool(re.search(r"\d\s*[AP]M\b", line))


def detect_month_first(text):
    """True or False if some numeric date of `text` is unambiguous, else None."""
    for one, other, _ in NUMERIC.findall(text):
        if int(other) > 12 >= int(one):
            return True
        if int(one) > 12 >= int(other):
            return False
    return None


def find_worded_date(line):
    if not YEAR.search(line):
        return None
    for month, pattern in compile_worded_dates():
        match = pattern.search(line)
        if match:
            return partial(int(match["y"]), month, int(match["d"]))
    match = re.search(r"\b(\d{1,2}) thang (\d{1,2}),? nam (\d{4})", line)
    if match:
        return partial(int(match[3]), int(match[2]), int(match[1]))
    return None


@lru_cache
def compile_worded_dates():
    """(number of a month, pattern) for `April 16, 2023` and `16 avril 2023`, over all languages."""
    patterns = []
    for language in (ENGLISH, FRENCH, VIETNAMESE):
        for number, names in enumerate(subject("dates")[language]["months"], start=1):
            month = "|".join(fold_accents(name) for name in names)
            patterns += [
                (number, re.compile(rf"\b(?:{month})\.? (?P<d>\d{{1,2}}),? (?P<y>\d{{4}})")),
                (number, re.compile(rf"\b(?P<d>\d{{1,2}})(?:er|st|nd|rd|th)? (?:{month})\.?,? (?P<y>\d{{4}})")),
            ]
    return patterns


def find_time(line):
    """`T15:45` with seconds and time zone where given; empty without a time."""
    match = CLOCK.search(line)
    if not match:
        return ""
    hour, minute, second, half = match.groups()
    hour = int(hour) % 12 + (12 if half.lower() == "pm" else 0) if half else int(hour)
    if hour > 23 or int(minute) > 59:
        return ""
    return f"T{hour:02}:{minute}" + (f":{second}" if second else "") + find_time_zone(line)


def find_time_zone(line):
    match = ZONE.search(line)
    if not match:
        return ""
    hours, minutes = match.group(1) or match.group(3) or "+00", match.group(2) or match.group(4) or "00"
    return f"{int(hours):+03}:{minutes}"


def has_only_boilerplate(line):
    """Whether the only words beside date and time are boilerplate, such as a weekday."""
    words = re.findall(r"[^\W\d_]{2,}", fold_accents(line))
    known = set(subject("dates")["any"]["boilerplate"])
    for language in LANGUAGE_CODES:
        for names in subject("dates")[language]["months"]:
            known.update(word for name in names for word in fold_accents(name).split())
    return sum(1 for word in words if word not in known and not word.startswith("clock")) == 0
