"""The file of an account: a head, the facts, then the same account in three languages with marked parts.

`language` is that of the version to which the others keep; `original_language` that of the report, if it is another.
"""

import re
from pathlib import Path

from cooperation.article_reader.partial import is_valid
from cooperation.article_reader.reading.article import UnreadableArticle
from cooperation.article_reader.reading.decoding import clean_text
from cooperation.core.languages import LANGUAGE_CODES

from .account import Account
from .facts import HEADING, find_facts, read_rows
from .parts import check_pairs, read_version

HEAD_NAMES = [
    *["key", "publisher", "agency", "published", "language"],
    *["original_language", "original_title", "address", "author"],
    "conference",  # the number of the one that the article is mainly about
]
REQUIRED_NAMES = ["key", "language", "published", "publisher"]
TIME = re.compile(r"T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?([+-]\d\d:\d\d|Z)?")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RULE = "---"


def read_accounts(folder):
    """All accounts (`*.md`) of a folder and its subfolders, sorted by path. Raises UnreadableArticle."""
    return [read_account(path.read_text("utf-8"), path.name) for path in sorted(Path(folder).rglob("*.md"))]


def read_account(text, name):
    """Raises UnreadableArticle with the line and the reason."""
    lines = list(enumerate(clean_text(text, name).split("\n"), start=1))
    while lines and not lines[0][1].strip():
        lines.pop(0)
    head, rest = read_head(lines, name)
    opening, languages = split_languages(rest, name)
    numbered_versions = {code: read_version(block, name, line) for code, line, block in languages}
    check_pairs(numbered_versions, name)
    versions = {code: version for code, (version, _) in numbered_versions.items()}
    return Account(head, versions, find_facts(read_rows(get_fact_lines(opening, name), name), versions, name))


def get_fact_lines(lines, name):
    """The lines below `## facts`, the only part before the languages."""
    texts = [(number, line) for number, line in lines if line.strip()]
    if texts and texts[0][1].strip() != HEADING:
        raise UnreadableArticle(name, f"only {HEADING} stands before the first language (`# vi`)", texts[0][0])
    return texts[1:]


def read_head(lines, name):
    """The head as a dict, and the numbered lines after it."""
    if lines[0][1].strip() != RULE:
        raise UnreadableArticle(name, f"an account begins with a line {RULE}", lines[0][0])
    end = next((index for index, (_, line) in enumerate(lines[1:], 1) if line.strip() == RULE), None)
    if end is None:
        raise UnreadableArticle(name, f"the head is not closed by a line {RULE}", lines[0][0])
    head = {}
    for number, line in lines[1:end]:
        if line.strip():
            key, colon, value = line.partition(":")
            check_head_name(key.strip(), colon, head, name, number)
            head[key.strip()] = value.strip()
            check_head_value(key.strip(), value.strip(), name, number)
    for key in REQUIRED_NAMES:
        if key not in head:
            raise UnreadableArticle(name, f"the head has no {key}", lines[end][0])
    return head, lines[end + 1 :]


def check_head_name(key, colon, head, name, number):
    if not colon:
        raise UnreadableArticle(name, "a head line is `name: value`", number)
    if key not in HEAD_NAMES:
        raise UnreadableArticle(name, f"unknown head name {key!r}; known are {', '.join(HEAD_NAMES)}", number)
    if key in head:
        raise UnreadableArticle(name, f"the head tells {key} twice", number)


def check_head_value(key, value, name, number):
    if key == "language" and value not in LANGUAGE_CODES:
        raise UnreadableArticle(name, f"language is {value!r}, not one of {', '.join(LANGUAGE_CODES)}", number)
    if key == "original_language" and not re.fullmatch("[a-z]{2}", value):
        raise UnreadableArticle(name, f"original_language is {value!r}, not a two-letter code", number)
    if key == "key" and not SLUG.fullmatch(value):
        raise UnreadableArticle(name, f"key is {value!r}: only small letters, digits and hyphens", number)
    if key == "conference" and not value.isdecimal():
        raise UnreadableArticle(name, f"conference is {value!r}, not a number", number)
    if key == "published" and value and not is_date_or_time(value):
        raise UnreadableArticle(
            name, f"published is {value!r}: YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM+00:00", number
        )


def is_date_or_time(value):
    date, time = value[:10], value[10:]
    return (
        is_valid(date) and not date.startswith("--") and (not time or (len(date) == 10 and bool(TIME.fullmatch(time))))
    )


def split_languages(lines, name):
    """The lines before the first language, and [(language, number of its heading, numbered lines below it)]."""
    opening, blocks = [], []
    for number, line in lines:
        heading = re.fullmatch(r"# ?([^#\s].*)", line.rstrip())
        if heading:
            language = heading[1].strip()
            if language not in LANGUAGE_CODES:
                raise UnreadableArticle(name, f"unknown language {language!r}", number)
            if any(language == code for code, _, _ in blocks):
                raise UnreadableArticle(name, f"the language {language} stands twice", number)
            blocks.append((language, number, []))
        elif blocks:
            blocks[-1][2].append((number, line))
        else:
            opening.append((number, line))
    last = lines[-1][0] if lines else None
    for language in LANGUAGE_CODES:
        if all(language != code for code, _, _ in blocks):
            raise UnreadableArticle(name, f"the language {language} is missing", last)
    return opening, blocks
