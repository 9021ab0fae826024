"""An account in our own format: a head, then the same account in three languages with marked parts.

`language` is that of the version to which the others keep; `original_language` that of the report, if it is another.
"""

import re

from cooperation.core.languages import LANGUAGE_CODES
from seeds.partial import is_valid
from seeds.reading.account_parts import check_pairs, read_version
from seeds.reading.article import Article, UnreadableArticle

HEAD_NAMES = ["key", "publisher", "published", "language", "original_language", "original_title", "address", "author"]
REQUIRED_NAMES = ["key", "language", "published", "publisher"]
TIME = re.compile(r"T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?([+-]\d\d:\d\d|Z)?")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RULE = "---"


def is_account(text, name):
    return text.lstrip("\n").startswith(RULE + "\n") or name.endswith(".md")


def read_account(text, name):
    lines = list(enumerate(text.split("\n"), start=1))
    while lines and not lines[0][1].strip():
        lines.pop(0)
    head, rest = read_head(lines, name)
    numbered_versions = {code: read_version(block, name, line) for code, line, block in split_languages(rest, name)}
    check_pairs(numbered_versions, name)
    versions = {code: version for code, (version, _) in numbered_versions.items()}
    original = versions[head["language"]]
    return Article(
        head["language"],
        original.title,
        original.paragraphs,
        head["publisher"],
        head["published"] or None,
        head.get("author") or None,
        head["published"] or None,
        head,
        versions,
    )


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
    """[(language, number of its heading line, numbered lines below `# vi`, `# fr` or `# en`)]."""
    blocks = []
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
        elif line.strip():
            raise UnreadableArticle(name, "text before the first language (`# vi`)", number)
    last = lines[-1][0] if lines else None
    for language in LANGUAGE_CODES:
        if all(language != code for code, _, _ in blocks):
            raise UnreadableArticle(name, f"the language {language} is missing", last)
    return blocks
