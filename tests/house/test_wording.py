"""Typography, and words that are wrong wherever they stand, in every text: catalogues, pages, tables and fixtures.

`wording.csv` names the wrong words of each language and what to write; `interface` rows do not hold for the accounts of
reports and what is taken from them. A new term goes into the list with the change that brings it.
"""

import csv
import json
import re
import tomllib
import unicodedata
from pathlib import Path
from typing import NamedTuple

import pytest
from babel.messages.pofile import read_po

from cooperation.core.languages import ENGLISH, FRENCH, LANGUAGE_CODES, VIETNAMESE
from tests.house.test_messages import as_list, find_texts_in_code, find_texts_in_templates

ROOT = Path(__file__).resolve().parents[2]
INTERFACE, RECORDS = "interface", "records"
NARROW, NO_BREAK = "\u202f", "\u00a0"
#: Fields of fixtures that quote others, or are proper names as their bearers write them.
QUOTED_FIELDS = {"original_title", "conference_theme", "value"}


class Text(NamedTuple):
    """A text of the site: where it stands, its language, and whether it is ours alone or tells what a report says."""

    place: str
    language: str
    kind: str
    text: str


def texts_of_catalogues():
    for language in [VIETNAMESE, FRENCH]:
        with (ROOT / f"cooperation/locale/{language}/LC_MESSAGES/django.po").open("rb") as file:
            for message in read_po(file):
                for text in as_list(message.string) if message.id else []:
                    yield Text(f"catalogue: {as_list(message.id)[0]}", language, INTERFACE, text)
    for text in {*find_texts_in_code(), *find_texts_in_templates()} - borrowed_texts():
        yield Text(f"source: {text}", ENGLISH, INTERFACE, text)


def borrowed_texts():
    """English texts of Django and others, which are not ours to change."""
    source = (ROOT / "cooperation/core/django_messages.py").read_text("utf-8")
    return {text for text in find_texts_in_code() if text[:40] in source}


def texts_of_pages():
    for path in sorted((ROOT / "seeds/pages").glob("*.md")):
        parts = re.split(r"^# (vi|fr|en)$", path.read_text("utf-8"), flags=re.MULTILINE)
        for language, text in zip(parts[1::2], parts[2::2], strict=True):
            for line in text.split("\n"):
                yield Text(path.name, language, INTERFACE, line.removeprefix("title: "))


def texts_of_tables():
    for name in ["institutions", "organisations", "themes"]:
        with (ROOT / f"seeds/tables/{name}.csv").open(encoding="utf-8", newline="") as file:
            yield from texts_of_rows(name, INTERFACE, csv.DictReader(file))
    edition = tomllib.loads((ROOT / "seeds/edition.toml").read_text("utf-8"))
    yield from texts_of_rows("edition", INTERFACE, [edition["secretariat"]])


def texts_of_records():
    for path in sorted((ROOT / "fixtures").glob("*.json")):
        rows = json.loads(path.read_text("utf-8"))
        yield from texts_of_rows(path.name, RECORDS, [row["fields"] for row in rows])


def texts_of_rows(place, kind, rows):
    """The texts in columns of a language: `name_vi`."""
    for row in rows:
        for column, text in row.items():
            field, _, language = column.rpartition("_")
            if language in LANGUAGE_CODES and field not in QUOTED_FIELDS and isinstance(text, str):
                yield Text(f"{place}: {row.get('key', '')} {column}", language, kind, text)


TEXTS = [*texts_of_catalogues(), *texts_of_pages(), *texts_of_tables(), *texts_of_records()]
MARKUP = re.compile(r"\]\([^)]*\)|`[^`]*`|https?://\S+|%\(\w+\)[sd]|<[^>]+>|\*\*")
QUOTATION = re.compile(r"“[^”]*”|«[^»]*»|‘[^’]*’(?!\w)")
#: Names of papers and associations, which keep their own spelling.
NAMES = re.compile(
    r"VietnamPlus|(?:Le Courrier du|CAP) Vietnam|Vietnam (?:Pictorial|Illustré|Law Magazine|RSS)|The Hanoi Times"
    r"|Hanoi French City Lab|Bà Rịa - Vũng Tàu|Virtual Saigon|vietnamadminunits|Tran Ngoc Minh Hieu|Asia/Ho_Chi_Minh"
)

EVERYWHERE = {
    "not composed (NFC)": lambda text: unicodedata.normalize("NFC", text) != text,
    "two spaces": lambda text: "  " in text.strip(),
    "a straight apostrophe": lambda text: re.search(r"\w'\w", text),
    "a straight quotation mark": lambda text: re.search(r'(?<!\d)"', text),
    "three dots for an ellipsis": lambda text: "..." in text,
    "a space before a comma or full stop": lambda text: re.search(r"\w [,.](?:\s|$)", text),
}
RULES = {
    VIETNAMESE: {
        "a tone mark of the new style": lambda text: re.search(
            r"(?<![qQ])(?:o[àáảãạ]|o[èéẻẽẹ]|u[ỳýỷỹỵ])\b", text, re.IGNORECASE
        ),
        "a space before a sign": lambda text: re.search(r"\w [;:!?](?:\s|$)", text),
        "foreign quotation marks": lambda text: re.search("[«»]", text),
        "a day or month with a zero": lambda text: re.search(r"\b(?:ngày|tháng) 0\d", text),
        "a hyphen between years": lambda text: re.search(r"\b\d{4}-\d{4}\b", text),
    },
    FRENCH: {
        "no narrow space before a sign": lambda text: re.search(
            rf"(?<=[^\s{NARROW}])[ {NO_BREAK}]?[;!?](?=\s|$|»)", text
        ),
        "no no-break space before a colon": lambda text: re.search(rf"(?<=[^\s{NO_BREAK}])[ {NARROW}]?:(?=\s|$)", text),
        "no no-break space within quotation marks": lambda text: re.search(rf"«(?!{NO_BREAK})|(?<!{NO_BREAK})»", text),
        "foreign quotation marks": lambda text: re.search(r"[“”]", text),
        "an ordinal other than 1er, 1re, 2e": lambda text: re.search(r"\d(?:ème|ième|ier|ère|nd|nde)s?\b", text),
        "a hyphen for a dash": lambda text: re.search(r"\w - \w", text),
        "a number without its no-break space": lambda text: re.search(rf"\bn°(?!{NO_BREAK})|\bNo\.? \d", text),
        "a vowel that is not elided": lambda text: re.search(r"\b(?:de|le|que) (?:août|avril|octobre)\b", text),
    },
    ENGLISH: {
        "a space before a sign": lambda text: re.search(r"\w [;:!?](?:\s|$)", text),
        "foreign quotation marks": lambda text: re.search("[«»]", text),
        "a hyphen after an adverb": lambda text: re.search(r"\b\w+ally-\w", text),
        "a hyphen between years": lambda text: re.search(r"\b\d{4}-\d{4}\b", text),
        "a hyphen for a dash": lambda text: re.search(r"\w - \w", text),
    },
}


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_typography_is_kept(language):
    faults = [
        (rule, text.place, text.text)
        for text in TEXTS
        if text.language == language
        for rule, breaks in (EVERYWHERE | RULES[language]).items()
        if text.text.strip() and breaks(own_words(text))
    ]

    assert faults == []


def read_wrong_words(language):
    """[(pattern, what to write, where it holds)]."""
    with (ROOT / "tests/house/wording.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["language"] == language:
                first, rest = row["wrong"][0], re.escape(row["wrong"][1:]).replace(r"\ ", rf"[ {NO_BREAK}]")
                start = f"[{first}{first.upper()}]" if first.islower() else re.escape(first)
                yield re.compile(rf"(?<![\w-]){start}{rest}(?!\w)"), row["instead"], row["where"]


def own_words(text):
    """The text without markup and names; what a record quotes is left out too, its quotation marks stay."""
    own = NAMES.sub("X", MARKUP.sub("X", text.text))
    return QUOTATION.sub(lambda quoted: hide(quoted[0]), own) if text.kind == RECORDS else own


def hide(quoted):
    spaces = NO_BREAK if quoted[1] == NO_BREAK else ""
    return f"{quoted[0]}{spaces}X{spaces}{quoted[-1]}"


def find_wrong_words(text, wrong_words):
    own = own_words(text)
    return [
        (text.place, pattern.search(own)[0], instead, own)
        for pattern, instead, where in wrong_words
        if (where == "everywhere" or text.kind == INTERFACE) and pattern.search(own)
    ]


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_words_that_are_wrong_wherever_they_stand_are_nowhere(language):
    wrong_words = list(read_wrong_words(language))

    assert [fault for text in TEXTS if text.language == language for fault in find_wrong_words(text, wrong_words)] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Thoả thuận do Uỷ ban ký"),
        ("vi", "ngày 05 tháng 4"),
        ("fr", "Quand ?"),
        ("fr", "l'accord"),
        ("fr", "«accord»"),
        ("fr", "la 2ème édition"),
        ("fr", "à partir de avril 2023"),
        ("fr", "loi n° 2015-29"),
        ("en", "a centrally-run city"),
        ("en", "2018-2020"),
    ],
)
def test_a_planted_fault_of_typography_is_found(language, text):
    assert [rule for rule, breaks in (EVERYWHERE | RULES[language]).items() if breaks(text)]


@pytest.mark.parametrize(
    ("language", "text"), [("vi", "các dẫn liệu"), ("fr", "Huê"), ("fr", "Non consigné"), ("en", "Ha Noi city")]
)
def test_a_planted_wrong_word_is_found(language, text):
    assert find_wrong_words(Text("planted", language, INTERFACE, text), list(read_wrong_words(language)))


def test_words_within_others_and_names_of_papers_are_none():
    texts = [("en", "mottoes of The Hanoi Times"), ("fr", "Le Courrier du Vietnam"), ("vi", "bản ghi nhớ")]

    faults = [find_wrong_words(Text("", code, RECORDS, text), list(read_wrong_words(code))) for code, text in texts]

    assert faults == [[], [], []]
