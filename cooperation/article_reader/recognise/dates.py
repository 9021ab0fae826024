"""Dates in running text: days, spans of days, months, years, and periods of years."""

import re
from dataclasses import dataclass
from functools import lru_cache

from cooperation.article_reader.partial import compare, partial, with_year, year_of
from cooperation.article_reader.patterns import alternatives, subject
from cooperation.article_reader.reading.folding import view
from cooperation.core.languages import ENGLISH, FRENCH

TAILS = {ENGLISH: "(?:st|nd|rd|th)?", FRENCH: "(?:er|e)?"}
ORDER = ["periods", "spans", "days", "months_alone", "years"]
DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class DateMention:
    """`last` is None for a single day, month or year. `inferred`: the year is not in the text."""

    first: str
    last: str | None
    start: int
    end: int
    kind: str  # "periods", "spans", "days", "months_alone", "years" or "weekdays"
    inferred: bool = False


def find_dates(text, language, near=None):
    """All dates of a text, in text order; a missing year is inferred from `near`."""
    folded, dates = view(text, language), []
    if not DIGIT.search(folded):
        return dates
    used_spans = []
    for kind, expression in compile_templates(language):
        for match in expression.finditer(folded):
            values = parse_match(match, kind, language, near)
            start, end = get_extent(match)
            if values and not any(start < right and left < end for left, right in used_spans):
                used_spans.append((start, end))
                dates.append(DateMention(*values[:2], start, end, kind, values[2]))
    return sorted(dates, key=lambda date: date.start)


def get_extent(match):
    spans = [match.span(name) for name in match.groupdict() if match.start(name) >= 0]
    return min(start for start, _ in spans), match.end()


def parse_match(match, kind, language, near):
    """First date, last date, and whether a year was inferred; None if it is not a date."""
    groups = {name: text for name, text in match.groupdict().items() if text}
    first, last = parse_side(groups, "1", language), parse_side(groups, "2", language)
    if kind == "periods":
        return (first, last, False) if compare(first, last) < 0 else None
    if kind == "spans":
        last = last or complete_last(groups, language)
        first = complete_first(groups, first, last, language)
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


def parse_side(groups, number, language):
    year, day = groups.get("y" + number), groups.get("d" + number)
    month = groups.get("m" + number) or get_month_number(groups.get("M" + number), language)
    if not (year or month):
        return None
    parts = [int(part) if part else None for part in (year, month, day)]
    text = partial(*parts)
    if text is None and year and month and day and language == ENGLISH:
        text = partial(parts[0], parts[2], parts[1])  # a month above 12: the American order
    return text


def complete_first(groups, first, last, language):
    """`13-16 April 2023`: take the month and year of the first date from the last one."""
    if last is None:
        return None
    if first is None:
        day = int(groups["d1"])
        month = groups.get("m1") or get_month_number(groups.get("M1"), language) or last[-5:-3]
        first = partial(year_of(last), int(month), day)
    elif first.startswith("--") and year_of(last):
        year = year_of(last)
        first = partial(year - (first[2:] > last[5:]), int(first[2:4]), int(first[5:7]))
    return first


def complete_last(groups, language):
    """`April 13-16, 2023`: take the month of the last date from the first one."""
    month = groups.get("m1") or get_month_number(groups.get("M1"), language)
    year = groups.get("y2") or groups.get("y1")
    return partial(year and int(year), int(month), int(groups["d2"])) if month and groups.get("d2") else None


def get_month_number(word, language):
    if word is None:
        return None
    return get_month_numbers(language).get(" ".join(word.split()))


@lru_cache
def get_month_numbers(language):
    names = subject("dates")[language]["months"]
    return {view(word, language): number for number, words in enumerate(names, 1) for word in words}


@lru_cache
def compile_templates(language):
    patterns, expressions = subject("dates")[language], []
    for kind in ORDER:
        expressions += [(kind, compile_template(template, language)) for template in patterns[kind]]
        if kind == "spans":
            expressions.append(("days", compile_template(subject("dates")["any"]["iso"], language)))
    return expressions


def compile_template(template, language):
    names = sorted(get_month_numbers(language), key=len, reverse=True)
    pieces = {"w": rf"(?:{alternatives('dates', language, 'weekdays')},?\s+(?:le\s+|ngay\s+)?)?"}
    for number in "12":
        pieces["d" + number] = rf"(?P<d{number}>0?[1-9]|[12]\d|3[01]){TAILS.get(language, '')}(?!\d)"
        pieces["m" + number] = rf"(?P<m{number}>0?[1-9]|1[0-2])(?!\d)"
        pieces["M" + number] = rf"(?P<M{number}>{'|'.join(names)})\b\.?"
        pieces["y" + number] = rf"(?P<y{number}>(?:19|20)\d\d)(?!\d)"
    text = re.sub(r"\{(\w\d?)\}", lambda match: pieces[match[1]], fold_outside_marks(template, language))
    return re.compile(r"(?<![\w/.,-])(?<!\d )" + text.replace(" ", r"\s+").replace(r"\s+?", r"\s*"))


def fold_outside_marks(template, language):
    """Fold a template but not its marks: {M1} and {m1} differ."""
    parts = re.split(r"(\{\w\d?\})", template)
    return "".join(part if part.startswith("{") else view(part, language) for part in parts)
