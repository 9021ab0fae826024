"""The parts of one language of an account, and what its three languages must share."""

import re

from seeds.reading.article import Paragraph, UnreadableArticle, Version

LANGUAGES = ["vi", "fr", "en"]
COLUMNS = {
    "sessions": ["slug", "title", "summary"],
    "speakers": ["slug", "name", "position", "locality", "said"],
    "commitments": ["theme", "text"],
    "participants": ["locality"],
}
MAY_BE_EMPTY = {"summary", "position", "locality", "said"}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/\d+)?")  # `/2`: another commitment under the same theme


def read_version(lines, name, start):
    """The version, and for each of its rows and paragraphs the line where it stands."""
    opening = {"title": "", "summary": ""}
    blocks, parts, part = [], {}, None
    for number, line in lines:
        mark = re.fullmatch(r"## ?(\S+)\s*", line)
        label = re.match(r"(title|summary):\s*(.*)", line)
        if mark:
            part = start_part(mark[1], parts, name, number)
        elif not line.strip():
            blocks.append([])
        elif part is not None:
            part.append((number, row_of(line, list(parts)[-1], name, number)))
        elif label and not any(blocks):
            opening[label[1]] = label[2].strip()
        else:
            add_line(blocks, number, line)
    if not opening["title"]:
        raise UnreadableArticle(name, "this language has no title", start)
    texts = [(block[0][0], " ".join(line for _, line in block)) for block in blocks if block]
    if not texts:
        raise UnreadableArticle(name, "this language has no account", start)
    return version_of(opening, texts, parts), lines_of(start, texts, parts)


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


def row_of(line, part, name, number):
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


def version_of(opening, texts, parts):
    rows = {part: [row for _, row in parts.get(part, [])] for part in COLUMNS}
    rows["participants"] = [row["locality"] for row in rows["participants"]]
    return Version(opening["title"], opening["summary"], [Paragraph(text) for _, text in texts], **rows)


def lines_of(start, texts, parts):
    lines = {part: [(number, next(iter(row.values()))) for number, row in parts.get(part, [])] for part in COLUMNS}
    return {"start": start, "account": [(number, "") for number, _ in texts], **lines}


def check_pairs(versions, name):
    """Same number of paragraphs, and in each part the same slugs in the same order."""
    first_language = LANGUAGES[0]
    wanted = versions[first_language][1]
    for language in LANGUAGES[1:]:
        found = versions[language][1]
        for part in ["account", *COLUMNS]:
            check_part(part, wanted[part], found[part], (first_language, language), name, found["start"])
        wanted_summary, summary = (bool(versions[each][0].summary) for each in (first_language, language))
        if wanted_summary != summary:
            raise UnreadableArticle(name, f"only one of {first_language} and {language} has a summary", found["start"])


def check_part(part, wanted, found, languages, name, start):
    first, language = languages
    for (_, slug), (line, other) in zip(wanted, found, strict=False):
        if slug != other:
            raise UnreadableArticle(name, f"{part}: {language} has {other!r} where {first} has {slug!r}", line)
    if len(wanted) != len(found):
        line = found[-1][0] if found else start
        reason = f"{part}: {language} has {len(found)} and {first} has {len(wanted)}"
        raise UnreadableArticle(name, reason, line)
