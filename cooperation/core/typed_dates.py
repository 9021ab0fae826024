"""Partial dates as people type them: 15/4/2023, avril 2023, tháng 4 năm 2023, 1er mai 2021."""

import re
from functools import cache

from babel import Locale

from .folding import fold
from .languages import ENGLISH, FRENCH
from .partial_dates import parse_partial_date

#: Words around a date that say nothing; folded.
FILLERS = re.compile(r"\b(?:ngay|le|the|of|du|de)\b|,")
ORDINAL_ENDING = re.compile(r"\b(\d{1,2})(?:er|st|nd|rd|th)\b")
SEPARATOR = re.compile(r"(?<=\d)\s*([/.-])\s*(?=\d)")
#: Months that Vietnamese names with words; folded.
MONTH_WORDS = ["gieng", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai"]
VIETNAMESE_MONTH = re.compile(rf"\bthang ({'|'.join(reversed(MONTH_WORDS))}|mot|chap)\b(?= nam)")
NUMBER_FORMS = [
    re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?"),
    re.compile(r"(?:(?P<day>\d{1,2})[-/. ])?(?P<month>\d{1,2})[-/. ](?P<year>\d{4})"),
    re.compile(r"nam (?P<year>\d{4})"),
    re.compile(r"(?:(?P<day>\d{1,2}) )?thang (?P<month>\d{1,2})(?: nam |[-/. ])(?P<year>\d{4})"),
]


def number_of_month(match: re.Match) -> str:
    word = {"mot": "gieng", "chap": "muoi hai"}.get(match[1], match[1])
    return f"thang {MONTH_WORDS.index(word) + 1}"


@cache
def month_numbers() -> dict[str, int]:
    """{folded name or abbreviation of a month in French or English: its number}."""
    numbers = {}
    for language in (FRENCH, ENGLISH):
        for width in ("wide", "abbreviated"):
            for number, name in Locale(language).months["format"][width].items():
                numbers[fold(name).rstrip(".")] = number
    return numbers


@cache
def word_forms() -> list[re.Pattern]:
    names = "|".join(sorted(month_numbers(), key=len, reverse=True))
    return [
        re.compile(rf"(?:(?P<day>\d{{1,2}}) )?(?P<name>{names})\.? (?P<year>\d{{4}})"),
        re.compile(rf"(?P<name>{names})\.? (?P<day>\d{{1,2}}) (?P<year>\d{{4}})"),
    ]


def parse_typed_date(text: str) -> str:
    """The partial date that a text names, in the stored form; raises ValueError if it names none.

    >>> [parse_typed_date(text) for text in ("15/4/2023", "04/2023", "tháng 4 năm 2023", "1er mai 2021", "2023")]
    ['2023-04-15', '2023-04', '2023-04', '2021-05-01', '2023']
    """
    plain = SEPARATOR.sub(r"\1", ORDINAL_ENDING.sub(r"\1", fold(text.strip())))
    plain = " ".join(FILLERS.sub(" ", VIETNAMESE_MONTH.sub(number_of_month, plain)).split())
    for form in [*NUMBER_FORMS, *word_forms()]:
        match = form.fullmatch(plain)
        if match:
            return build_partial_date(match.groupdict())
    raise ValueError(text)


def build_partial_date(parts: dict[str, str | None]) -> str:
    month = month_numbers().get(parts.get("name") or "") or parts.get("month")
    numbers = [int(parts["year"]), *(int(number) for number in (month, parts.get("day")) if number)]
    value = "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])
    parse_partial_date(value)
    return value
