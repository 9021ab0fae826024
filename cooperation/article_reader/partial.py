"""Partial dates as text: `2023`, `2023-04`, `2023-04-15`, and `--04-15` without a year."""

import re
from calendar import monthrange
from datetime import date

PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})-(\d{2})")
LEAP_YEAR = 2000


def partial(year=None, month=None, day=None):
    """The text of a partial date, or None if the parts are not a date.

    >>> partial(2023, 4), partial(None, 4, 15), partial(2023, 2, 30)
    ('2023-04', '--04-15', None)
    """
    if year is None:
        text = f"--{month or 0:02}-{day or 0:02}"
    else:
        parts = [f"{year:04}"] + [f"{part:02}" for part in (month, day) if part is not None]
        text = "-".join(parts)
    return text if is_valid(text) else None


def is_valid(text):
    match = PATTERN.fullmatch(text)
    if not match:
        return False
    year, month, day, lone_month, lone_day = [int(part) if part else None for part in match.groups()]
    if lone_month is not None:
        return is_calendar_date(LEAP_YEAR, lone_month, lone_day)
    return year > 0 and is_calendar_date(year, 1 if month is None else month, 1 if day is None else day)


def is_calendar_date(year, month, day):
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def compare(one, other):
    """-1, 0 or 1, at the lower precision of the two; if one has no year, only month and day are compared.

    >>> compare("2023-04-13", "2023-04"), compare("--04-13", "2023-04-15")
    (0, -1)
    """
    if one.startswith("--") != other.startswith("--"):
        one, other = one[-5:], other[-5:]
    length = min(len(one), len(other))
    one, other = one[:length], other[:length]
    return (one > other) - (one < other)


def year_of(text):
    """The year of a partial date or of an ISO date and time, or None."""
    return int(text[:4]) if text and text[:4].isdigit() else None


def with_year(text, near):
    """Add to `--MM-DD` the year that brings it closest to `near`, which may itself be partial.

    >>> with_year("--12-28", "2023-01-05"), with_year("--04-15", "2023")
    ('2022-12-28', '2023-04-15')
    """
    year = year_of(near)
    if year is None or not text.startswith("--"):
        return text
    month, day = int(text[2:4]), int(text[5:7])
    if len(near) < 10:
        return partial(year, month, day) or text
    middle = date.fromisoformat(near[:10])
    days = [
        date(candidate, month, day)
        for candidate in (year - 1, year, year + 1)
        if is_calendar_date(candidate, month, day)
    ]
    return min(days, key=lambda candidate: abs((candidate - middle).days)).isoformat() if days else text
