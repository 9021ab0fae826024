"""The day, and where told the hour, on which an article appeared."""

import re
from functools import lru_cache

from seeds.partial import is_valid, partial
from seeds.patterns import subject
from seeds.reading.folding import fold_accents

NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)")
DATELINE = re.compile(r"^(?:[^\W\d_][^\s\d,—–]*[ -]?){1,3}\s*[,—–-]\s*(?=(?:le\s|ngày\s)?\s*\d)", re.IGNORECASE)
CLOCK = re.compile(r"(?<!\d)(\d{1,2})(?::|h|g)(\d{2})(?::(\d{2}))?\s*(am|pm)?", re.IGNORECASE)
ZONE = re.compile(r"(?:gmt|utc)\s*([+-]\d{1,2})(?::?(\d{2}))?|([+-]\d{2}):(\d{2})\b|(?<=\d)(z)\b", re.IGNORECASE)
YEAR = re.compile(r"\d{4}")
LONGEST = 90


def published_in(line, language, month_first=None):
    """The date or date and time of a line that holds little else, else None."""
    if len(line) > LONGEST:
        return None
    day = day_in(line, language, month_first)
    if day is None or not is_bare(DATELINE.sub("", line)):
        return None
    return day + clock_in(line) if len(day) == 10 else day


def day_in(line, language, month_first=None):
    match = ISO.search(line)
    if match:
        return first_valid([match.group()])
    match = NUMERIC.search(line)
    if match:
        one, other, year = [int(part) for part in match.groups()]
        return numeric(one, other, year, decide(line, one, other, language, month_first))
    return worded(fold_accents(line))


def numeric(one, other, year, month_first):
    day_first = partial(year, other, one)
    return (partial(year, one, other) or day_first) if month_first else (day_first or partial(year, one, other))


def decide(line, one, other, language, month_first):
    """Is the month first? An impossible month tells, then other dates of the text, then an American clock."""
    if one > 12 or other > 12:
        return other > 12
    if month_first is not None:
        return month_first
    return language == "en" and bool(re.search(r"\d\s*[AP]M\b", line))


def shows_month_first(text):
    """True or False where some numeric date of `text` can be read one way only, else None."""
    for one, other, _ in NUMERIC.findall(text):
        if int(other) > 12 >= int(one):
            return True
        if int(one) > 12 >= int(other):
            return False
    return None


def worded(line):
    if not YEAR.search(line):
        return None
    for number, form in worded_forms():
        match = form.search(line)
        if match:
            return partial(int(match["y"]), number, int(match["d"]))
    match = re.search(r"\b(\d{1,2}) thang (\d{1,2}),? nam (\d{4})", line)
    if match:
        return partial(int(match[3]), int(match[2]), int(match[1]))
    return None


@lru_cache
def worded_forms():
    """(number of a month, expression) for `April 16, 2023` and `16 avril 2023`, over all languages."""
    made = []
    for language in ("en", "fr", "vi"):
        for number, words in enumerate(subject("dates")[language]["months"], start=1):
            month = "|".join(fold_accents(word) for word in words)
            made += [
                (number, re.compile(rf"\b(?:{month})\.? (?P<d>\d{{1,2}}),? (?P<y>\d{{4}})")),
                (number, re.compile(rf"\b(?P<d>\d{{1,2}})(?:er|st|nd|rd|th)? (?:{month})\.?,? (?P<y>\d{{4}})")),
            ]
    return made


def first_valid(texts):
    return next((text for text in texts if is_valid(text)), None)


def clock_in(line):
    match = CLOCK.search(line)
    if not match:
        return ""
    hour, minute, second, half = match.groups()
    hour = int(hour) % 12 + (12 if half.lower() == "pm" else 0) if half else int(hour)
    if hour > 23 or int(minute) > 59:
        return ""
    return f"T{hour:02}:{minute}" + (f":{second}" if second else "") + zone_in(line)


def zone_in(line):
    match = ZONE.search(line)
    if not match:
        return ""
    hours, minutes = match.group(1) or match.group(3) or "+00", match.group(2) or match.group(4) or "00"
    return f"{int(hours):+03}:{minutes}"


def is_bare(line):
    """Beside the date and the hour there are only words of furniture, such as a weekday."""
    words = re.findall(r"[^\W\d_]{2,}", fold_accents(line))
    known = set(subject("dates")["any"]["boilerplate"])
    for language in ("vi", "fr", "en"):
        for names in subject("dates")[language]["months"]:
            known.update(word for name in names for word in fold_accents(name).split())
    return sum(1 for word in words if word not in known and not word.startswith("clock")) == 0
