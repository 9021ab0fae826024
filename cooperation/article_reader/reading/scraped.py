"""Read scraped plain text as an Article."""

import re

from cooperation.article_reader.partial import partial
from cooperation.article_reader.patterns import subject

from . import boilerplate
from .agency import find_author, remove_agency
from .article import Article, Paragraph
from .folding import fold_accents
from .language import detect
from .published import detect_month_first, find_date, find_published

HEAD_LINE = re.compile(r"^([A-Z]{4,})(?: \([^)]*\))?: ?(.*)$")
DATED_LINE = re.compile(r"^\s*date (\d{4}(?:-\d\d){0,2})\s*(?:[A-ZĐÀ-Ỹ ]+,.*)?-?\s*$")
DATELINE = re.compile(
    r"(?:[^\W\d_][^\s\d,—–]{0,20}[ -]?){1,3},\s{0,2}(?:le\s|ngày\s)?(?P<day>[^—–()]{6,30}?\d{4})\.?\s{0,2}"
    r"(?:\([^)]{1,30}\)\s{0,2})?[-–—]+\s+(?=\S)"
)
MAX_TITLE_LENGTH = 250
SHORT_CAPTION = 80
FIRST_LINES, LAST_LINES = 8, 4


def read_scraped(text):
    return build_article(*split_head(text))


def build_article(head, body):
    """`head` may hold LANGUAGE, TITLE, PUBLISHER, DATE and AUTHOR; missing values are read from the body."""
    language = head.get("LANGUAGE") or detect(body)
    lines = [line for line in body.split("\n") if line.strip()]
    month_first = detect_month_first(body)
    published, lines = take_published(lines, language, month_first)
    head_date, near = parse_head_date(head.get("DATE", ""), language)
    dateline_date, lines = take_dateline(lines, language)
    published = head_date or published or dateline_date
    lines, author = take_author(remove_tail(lines))
    title, lines = take_title(lines, head)
    paragraphs, agency = build_paragraphs(lines)
    return Article(
        language,
        title,
        paragraphs,
        head.get("PUBLISHER") or agency,
        published,
        head.get("AUTHOR") or author,
        published or near,
    )


def split_head(text):
    """The head, as a dict of its lines `TITLE: …` up to `-----`, and the rest; an empty head if there is none."""
    head, rule, body = text.partition("\n-----\n")
    rows = [HEAD_LINE.match(line) for line in head.split("\n") if line.strip()]
    if not rule or not all(rows):
        return {}, text
    return {row[1]: row[2].strip() for row in rows}, body


def parse_head_date(text, language):
    """(date of publication, None), or (None, a year mentioned in the text or None)."""
    if re.match(r"\d", text):
        day = text.split(",")[0]
        return find_published(day, language) or find_date(day, language), None
    hint = find_date(text, language) or next(iter(re.findall(r"\b(?:19|20)\d\d\b", text)), None)
    return None, hint if hint and len(hint) == 4 else hint and partial(int(hint[:4]))


def take_published(lines, language, month_first):
    """The date near the top, else near the end, and the lines without any such date lines."""
    dates, other_lines = [], []
    for index, line in enumerate(lines):
        match = DATED_LINE.match(line)
        is_outer = index < FIRST_LINES or index >= len(lines) - LAST_LINES
        date = match[1] if match else find_published(line, language, month_first) if is_outer else None
        if date is None:
            date = find_stated_date(line, language, month_first)
        if date:
            dates.append(date)
        else:
            other_lines.append(line)
    return (dates[0] if dates else None), other_lines


def take_dateline(lines, language):
    """`Angers, 4 octobre 2018 (AVI) – Le maire …`: remove the dateline, keep the sentence."""
    for index, line in enumerate(lines[:FIRST_LINES]):
        match = DATELINE.match(line)
        date = match and find_date(match["day"], language)
        if date:
            return date, [*lines[:index], line[match.end() :], *lines[index + 1 :]]
    return None, lines


def find_stated_date(line, language, month_first):
    """`Published on 15 June 2007 - Updated …`"""
    match = re.match(r"\s*(?:published|posted|publie|publié|mis en ligne|đăng)\b[^\d]{0,20}(.*)", line, re.IGNORECASE)
    return find_date(match[1], language, month_first) if match and len(line) < 100 else None


def remove_tail(lines):
    """Everything before the first end-of-article line that follows a full sentence."""
    has_begun = False
    for index, line in enumerate(lines):
        if has_begun and boilerplate.is_end_of_article(line):
            return lines[:index]
        has_begun = has_begun or (boilerplate.has_full_stop(line) and len(line) > 60)
    return lines


def take_author(lines):
    """The lines without the author's name, which is alone on one of the last or first lines, and the name or None."""
    surnames = set(subject("people")["any"]["surnames"])
    ends = [*range(len(lines) - 1, max(len(lines) - 1 - LAST_LINES, 0), -1), *range(1, min(4, len(lines)))]
    for index in ends:
        name = find_author(lines[index], surnames)
        if name:
            return lines[:index] + lines[index + 1 :], name
    return lines, None


def take_title(lines, head):
    if head.get("TITLE"):
        return head["TITLE"], lines
    for index, line in enumerate(lines):
        if boilerplate.is_boilerplate(line):
            continue
        if len(line) <= MAX_TITLE_LENGTH and not re.search(r"[.!…]\s*$", line) and not boilerplate.is_caption(line):
            return line.strip(), lines[:index] + lines[index + 1 :]
        return None, lines
    return None, lines


def build_paragraphs(lines):
    """The paragraphs, and the agency named in the first of them that has one."""
    paragraphs, agency = [], None
    is_punctuated = sum(1 for line in lines if boilerplate.has_full_stop(line)) * 2 >= len(lines)
    is_after_image = False
    for index, line in enumerate(lines):
        is_image = boilerplate.is_image_marker(line)
        if not boilerplate.is_boilerplate(line):
            is_caption = is_image or boilerplate.is_caption(line) or (is_after_image and not is_prose(line))
            kind = "caption" if is_caption else "text"
            is_stray = is_punctuated and index and kind == "text" and boilerplate.is_stray_title(line)
            text, source = (normalize_line(line), None) if is_caption else remove_agency(normalize_line(line))
            agency = agency or source
            if text and not is_stray:
                paragraphs.append(Paragraph(text, kind))
        is_after_image = is_image or (is_after_image and boilerplate.is_boilerplate(line))
    return paragraphs, agency


def is_prose(line):
    return len(line) > SHORT_CAPTION and boilerplate.has_full_stop(line)


def normalize_line(line):
    """Single spaces, and no image number before a caption."""
    line = " ".join(line.split())
    match = boilerplate.IMAGE_NUMBER.match(fold_accents(line))
    return line[match.end() :] if match else line
