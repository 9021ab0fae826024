"""The parts of one language of an account, and the checks that its three languages match."""

import re

from cooperation.article_reader.reading.article import Paragraph, UnreadableArticle
from cooperation.core.languages import LANGUAGE_CODES

from .account import Version

COLUMNS = {
    "sessions": ["slug", "title", "summary"],
    "speakers": ["slug", "name", "position", "locality", "said"],
    "commitments": ["theme", "text"],
    "participants": ["locality"],
}
MAY_BE_EMPTY = {"summary", "position", "locality", "said"}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/\d+)?")  # `/2`: another commitment under the same theme


def read_version(lines, name, start):
    """The version, and the line numbers of its rows and paragraphs."""
    opening = {"title": "", "summary": ""}
    blocks, parts, part = [], {}, None
    for number, line in lines:
        heading = re.fullmatch(r"## ?(\S+)\s*", line)
        label = re.match(r"(title|summary):\s*(.*)", line)
        if heading:
            part = start_part(heading[1], parts, name, number)
        elif not line.strip():
            blocks.append([])
        elif part is not None:
            part.append((number, parse_row(line, list(parts)[-1], name, number)))
        elif label and not any(blocks):
            opening[label[1]] = label[2].strip()
        else:
            add_line(blocks, number, line)
    if not opening["title"]:
        raise UnreadableArticle(name, "this language has no title", start)
    texts = [(block[0][0], " ".join(line for _, line in block)) for block in blocks if block]
    if not texts:
        raise UnreadableArticle(name, "this language has no account", start)
    return build_version(opening, texts, parts), number_lines(start, texts, parts)


def start_part(title, parts, name, number):
    if title not in COLUMNS:
        raise UnreadableArticle(name, f"unknown part {title!r}; known are {', '.join(COLUMNS)}", number)
    if title in parts:
        raise UnreadableArticle(name, f"the part {title} stands twice", number)
    parts[title] = []
    return parts[title]


def add_line(blocks, number, line):
    if not blocks:
        blocks.append([])
    blocks[-1].append((number, " ".join(line.split())))


def parse_row(line, part, name, number):
    """A line `- cell | cell` of a part, as a dict by column."""
    if not line.startswith("- "):
        raise UnreadableArticle(name, f"a line of {part} begins with `- `", number)
    columns = COLUMNS[part]
    cells = [cell.strip() for cell in line[2:].split("|")]
    if len(cells) != len(columns):
        reason = f"a line of {part} has {len(columns)} cells ({' | '.join(columns)}), not {len(cells)}"
        raise UnreadableArticle(name, reason, number)
    for column, cell in zip(columns, cells, strict=True):
        if not cell and column not in MAY_BE_EMPTY:
            raise UnreadableArticle(name, f"{column} is empty", number)
    if not SLUG.fullmatch(cells[0]):
        raise UnreadableArticle(name, f"{cells[0]!r} is no key: only small letters, digits and hyphens", number)
    return dict(zip(columns, cells, strict=True))


def build_version(opening, texts, parts):
    rows = {part: [row for _, row in parts.get(part, [])] for part in COLUMNS}
    rows["participants"] = [row["locality"] for row in rows["participants"]]
    return Version(opening["title"], opening["summary"], [Paragraph(text) for _, text in texts], **rows)


def number_lines(start, texts, parts):
    """[(line number, first cell)] for each part, the same for the paragraphs as `account`, and the first line."""
    lines = {part: [(number, next(iter(row.values()))) for number, row in parts.get(part, [])] for part in COLUMNS}
    return {"start": start, "account": [(number, "") for number, _ in texts], **lines}


def check_pairs(versions, name):
    """All languages have as many paragraphs, and in each part the same slugs in the same order."""
    first_language = LANGUAGE_CODES[0]
    first_version, first_lines = versions[first_language]
    for language in LANGUAGE_CODES[1:]:
        version, lines = versions[language]
        for part in ["account", *COLUMNS]:
            check_part(part, first_lines[part], lines[part], (first_language, language), name, lines["start"])
        if bool(first_version.summary) != bool(version.summary):
            raise UnreadableArticle(name, f"only one of {first_language} and {language} has a summary", lines["start"])


def check_part(part, expected_lines, lines, languages, name, start):
    first, language = languages
    for (_, expected_slug), (number, slug) in zip(expected_lines, lines, strict=False):
        if expected_slug != slug:
            raise UnreadableArticle(
                name, f"{part}: {language} has {slug!r} where {first} has {expected_slug!r}", number
            )
    if len(expected_lines) != len(lines):
        number = lines[-1][0] if lines else start
        reason = f"{part}: {language} has {len(lines)} and {first} has {len(expected_lines)}"
        raise UnreadableArticle(name, reason, number)
