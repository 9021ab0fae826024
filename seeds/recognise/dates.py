"""Dates in running text: days, spans of days, months, years, and periods of years."""

import re
from dataclasses import dataclass
from functools import lru_cache

from seeds.partial import compare, partial, with_year, year_of
from seeds.patterns import alternatives, subject
from seeds.reading.folding import view

ENGLISH_TAIL = "(?:st|nd|rd|th)?"
TAILS = {"en": ENGLISH_TAIL, "fr": "(?:er|e)?"}
ORDER = ["periods", "spans", "days", "months_alone", "years"]
DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Dated:
    """`last` is None for a single day, month or year. `inferred`: the year is not told in the text."""

    first: str
    last: str | None
    start: int
    end: int
    kind: str  # "periods", "spans", "days", "months_alone", "years" or "weekdays"
    inferred: bool = False


def dates_in(text, language, near=None):
    """All dates of a text, in its order; a year that is not told is taken from `near`."""
    shown, found = view(text, language), []
    if not DIGIT.search(shown):
        return found
    taken = []
    for kind, expression in templates(language):
        for match in expression.finditer(shown):
            dated = read(match, kind, language, near)
            start, end = extent(match)
            if dated and not any(start < right and left < end for left, right in taken):
                taken.append((start, end))
                found.append(Dated(*dated[:2], start, end, kind, dated[2]))
    return sorted(found, key=lambda each: each.start)


def extent(match):
    spans = [match.span(name) for name in match.groupdict() if match.start(name) >= 0]
    return min(start for start, _ in spans), match.end()


def read(match, kind, language, near):
    """First, last, and whether a year was inferred; None where it is no date."""
    told = {name: text for name, text in match.groupdict().items() if text}
    first, last = side(told, "1", language), side(told, "2", language)
    if kind == "periods":
        return (first, last, False) if compare(first, last) < 0 else None
    if kind == "spans":
        last = last or borrowed(told, language)
        first = lend(told, first, last, language)
    if first is None or (kind == "spans" and last is None):
        return None
    inferred = (last or first).startswith("--")
    if inferred:
        last = last and with_year(last, near)
        first = with_year(first, last if last and year_of(last) else near)
        inferred = not first.startswith("--")
    if last and compare(first, last) > 0:
        return None
    return first, last, inferred


def side(told, number, language):
    year, day = told.get("y" + number), told.get("d" + number)
    month = told.get("m" + number) or month_number(told.get("M" + number), language)
    if not (year or month):
        return None
    parts = [int(part) if part else None for part in (year, month, day)]
    text = partial(*parts)
    if text is None and year and month and day and language == "en":
        text = partial(parts[0], parts[2], parts[1])  # an American date shows itself by its impossible month
    return text


def lend(told, first, last, language):
    """The first day takes the month and year that only the last one has."""
    if last is None:
        return None
    if first is None:
        day = int(told["d1"])
        month = told.get("m1") or month_number(told.get("M1"), language) or last[-5:-3]
        first = partial(year_of(last), int(month), day)
    elif first.startswith("--") and year_of(last):
        year = year_of(last)
        first = partial(year - (first[2:] > last[5:]), int(first[2:4]), int(first[5:7]))
    return first


def borrowed(told, language):
    """`April 13-16, 2023`: the last day takes the month of the first."""
    month = told.get("m1") or month_number(told.get("M1"), language)
    year = told.get("y2") or told.get("y1")
    return partial(year and int(year), int(month), int(told["d2"])) if month and told.get("d2") else None


def month_number(word, language):
    if word is None:
        return None
    return month_numbers(language).get(" ".join(word.split()))


@lru_cache
def month_numbers(language):
    names = subject("dates")[language]["months"]
    return {view(word, language): number for number, words in enumerate(names, 1) for word in words}


@lru_cache
def templates(language):
    entry, made = subject("dates")[language], []
    for kind in ORDER:
        made += [(kind, compile_template(each, language)) for each in entry[kind]]
        if kind == "spans":
            made.append(("days", compile_template(subject("dates")["any"]["iso"], language)))
    return made


def compile_template(template, language):
    names = sorted(month_numbers(language), key=len, reverse=True)
    pieces = {"w": rf"(?:{alternatives('dates', language, 'weekdays')},?\s+(?:le\s+|ngay\s+)?)?"}
    for number in "12":
        pieces["d" + number] = rf"(?P<d{number}>0?[1-9]|[12]\d|3[01]){TAILS.get(language, '')}(?!\d)"
        pieces["m" + number] = rf"(?P<m{number}>0?[1-9]|1[0-2])(?!\d)"
        pieces["M" + number] = rf"(?P<M{number}>{'|'.join(names)})\b\.?"
        pieces["y" + number] = rf"(?P<y{number}>(?:19|20)\d\d)(?!\d)"
    text = re.sub(r"\{(\w\d?)\}", lambda match: pieces[match[1]], view_keeping_marks(template, language))
    return re.compile(r"(?<![\w/.,-])(?<!\d )" + text.replace(" ", r"\s+").replace(r"\s+?", r"\s*"))


def view_keeping_marks(template, language):
    """`view` makes small letters, and {M1} is not {m1}."""
    parts = re.split(r"(\{\w\d?\})", template)
    return "".join(part if part.startswith("{") else view(part, language) for part in parts)
