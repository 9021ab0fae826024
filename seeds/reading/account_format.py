"""An account in our own form: a head, then the same account in three languages with marked parts."""

import re

from seeds.partial import is_valid
from seeds.reading.account_parts import LANGUAGES, check_pairs, read_version
from seeds.reading.article import Article, UnreadableArticle

HEAD_NAMES = ["key", "publisher", "published", "language", "original_title", "address", "author"]
NEEDED = ["key", "language", "published", "publisher"]
HOUR = re.compile(r"T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?([+-]\d\d:\d\d|Z)?")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RULE = "---"


def is_account(text, name):
    return text.lstrip("\n").startswith(RULE + "\n") or name.endswith(".md")


def read_account(text, name):
    lines = list(enumerate(text.split("\n"), start=1))
    while lines and not lines[0][1].strip():
        lines.pop(0)
    head, rest = read_head(lines, name)
    versions = {language: read_version(block, name, line) for language, line, block in languages_of(rest, name)}
    check_pairs(versions, name)
    plain = {language: version for language, (version, _) in versions.items()}
    first = plain[head["language"]]
    return Article(
        head["language"],
        first.title,
        first.paragraphs,
        head["publisher"],
        head["published"] or None,
        head.get("author") or None,
        head["published"] or None,
        head,
        plain,
    )


def read_head(lines, name):
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
    for key in NEEDED:
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
    if key == "language" and value not in LANGUAGES:
        raise UnreadableArticle(name, f"language is {value!r}, not one of {', '.join(LANGUAGES)}", number)
    if key == "key" and not SLUG.fullmatch(value):
        raise UnreadableArticle(name, f"key is {value!r}: only small letters, digits and hyphens", number)
    if key == "published" and value and not is_moment(value):
        raise UnreadableArticle(
            name, f"published is {value!r}: YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM+00:00", number
        )


def is_moment(value):
    day, hour = value[:10], value[10:]
    return is_valid(day) and not day.startswith("--") and (not hour or (len(day) == 10 and bool(HOUR.fullmatch(hour))))


def languages_of(lines, name):
    """Language, its line, and the numbered lines under its `# vi`, `# fr` or `# en`."""
    blocks = []
    for number, line in lines:
        mark = re.fullmatch(r"# ?([^#\s].*)", line.rstrip())
        if mark:
            language = mark[1].strip()
            if language not in LANGUAGES:
                raise UnreadableArticle(name, f"unknown language {language!r}", number)
            if any(language == each for each, _, _ in blocks):
                raise UnreadableArticle(name, f"the language {language} stands twice", number)
            blocks.append((language, number, []))
        elif blocks:
            blocks[-1][2].append((number, line))
        elif line.strip():
            raise UnreadableArticle(name, "text before the first language (`# vi`)", number)
    last = lines[-1][0] if lines else None
    for language in LANGUAGES:
        if all(language != each for each, _, _ in blocks):
            raise UnreadableArticle(name, f"the language {language} is missing", last)
    return blocks
