"""Plain text as a scraper leaves it -> Article."""

import re

from seeds.partial import partial
from seeds.patterns import subject
from seeds.reading import boilerplate
from seeds.reading.agency import byline, without_agency
from seeds.reading.article import Article, Paragraph
from seeds.reading.folding import fold_accents
from seeds.reading.language import detect
from seeds.reading.published import day_in, published_in, shows_month_first

HEAD_LINE = re.compile(r"^([A-Z]{4,})(?: \([^)]*\))?: ?(.*)$")
DATED_LINE = re.compile(r"^\s*date (\d{4}(?:-\d\d){0,2})\s*(?:[A-ZĐÀ-Ỹ ]+,.*)?-?\s*$")
DATELINE = re.compile(
    r"(?:[^\W\d_][^\s\d,—–]{0,20}[ -]?){1,3},\s{0,2}(?:le\s|ngày\s)?(?P<day>[^—–()]{6,30}?\d{4})\.?\s{0,2}"
    r"(?:\([^)]{1,30}\)\s{0,2})?[-–—]+\s+(?=\S)"
)
LONGEST_TITLE = 250
SHORT_CAPTION = 80
FIRST_LINES, LAST_LINES = 8, 4


def read_scraped(text):
    return article_of(*split_head(text))


def article_of(head, body):
    """`head` may name LANGUAGE, TITLE, PUBLISHER, DATE and AUTHOR; what it does not, the body may tell."""
    language = head.get("LANGUAGE") or detect(body)
    lines = [line for line in body.split("\n") if line.strip()]
    month_first = shows_month_first(body)
    published, lines = take_published(lines, language, month_first)
    own, near = dates_of_head(head.get("DATE", ""), language)
    dated, lines = take_dateline(lines, language)
    published = published or dated
    lines, author = take_author(without_tail(lines))
    title, lines = take_title(lines, head)
    paragraphs, agency = paragraphs_of(lines)
    return Article(
        language,
        title,
        paragraphs,
        head.get("PUBLISHER") or agency,
        own or published,
        head.get("AUTHOR") or author,
        own or published or near,
        head,
    )


def split_head(text):
    """The lines `ADDRESS: …` up to `-----`, where there are any."""
    head, rule, body = text.partition("\n-----\n")
    rows = [HEAD_LINE.match(line) for line in head.split("\n") if line.strip()]
    if not rule or not all(rows):
        return {}, text
    return {row[1]: row[2].strip() for row in rows}, body


def dates_of_head(text, language):
    """Its own date, and the year that it hints at."""
    if re.match(r"\d", text):
        day = text.split(",")[0]
        return published_in(day, language) or day_in(day, language), None
    hint = day_in(text, language) or next(iter(re.findall(r"\b(?:19|20)\d\d\b", text)), None)
    return None, hint if hint and len(hint) == 4 else hint and partial(int(hint[:4]))


def take_published(lines, language, month_first):
    """Near the top, else at the end. All such lines go."""
    found, kept = [], []
    for index, line in enumerate(lines):
        dated = DATED_LINE.match(line)
        outer = index < FIRST_LINES or index >= len(lines) - LAST_LINES
        day = dated[1] if dated else published_in(line, language, month_first) if outer else None
        if day is None:
            day = stated_in(line, language, month_first)
        if day:
            found.append(day)
        else:
            kept.append(line)
    return (found[0] if found else None), kept


def take_dateline(lines, language):
    """`Angers, 4 octobre 2018 (AVI) – Le maire …`: the day goes, the sentence stays."""
    for index, line in enumerate(lines[:FIRST_LINES]):
        match = DATELINE.match(line)
        day = match and day_in(match["day"], language)
        if day:
            return day, [*lines[:index], line[match.end() :], *lines[index + 1 :]]
    return None, lines


def stated_in(line, language, month_first):
    """`Published on 15 June 2007 - Updated …`"""
    said = re.match(r"\s*(?:published|posted|publie|publié|mis en ligne|đăng)\b[^\d]{0,20}(.*)", line, re.IGNORECASE)
    return day_in(said[1], language, month_first) if said and len(line) < 100 else None


def without_tail(lines):
    """Everything before the first line that ends the article, once the article has begun."""
    begun = False
    for index, line in enumerate(lines):
        if begun and boilerplate.ends_the_article(line):
            return lines[:index]
        begun = begun or (boilerplate.has_full_stop(line) and len(line) > 60)
    return lines


def take_author(lines):
    """A person's name alone on one of the last lines, or on one of the first."""
    surnames = set(subject("people")["any"]["surnames"])
    ends = [*range(len(lines) - 1, max(len(lines) - 1 - LAST_LINES, 0), -1), *range(1, min(4, len(lines)))]
    for index in ends:
        name = byline(lines[index], surnames)
        if name:
            return lines[:index] + lines[index + 1 :], name
    return lines, None


def take_title(lines, head):
    told = head.get("TITLE")
    if told:
        return told, lines
    for index, line in enumerate(lines):
        if boilerplate.is_boilerplate(line):
            continue
        if len(line) <= LONGEST_TITLE and not re.search(r"[.!…]\s*$", line) and not boilerplate.is_caption(line):
            return line.strip(), lines[:index] + lines[index + 1 :]
        return None, lines
    return None, lines


def paragraphs_of(lines):
    paragraphs, agency = [], None
    punctuated = sum(1 for line in lines if boilerplate.has_full_stop(line)) * 2 >= len(lines)
    after_picture = False
    for index, line in enumerate(lines):
        picture = boilerplate.marks_a_picture(line)
        if not boilerplate.is_boilerplate(line):
            told = boilerplate.is_caption(line) or (after_picture and not is_prose(line))
            kind = "caption" if picture or told else "text"
            stray = punctuated and index and kind == "text" and boilerplate.is_stray_title(line)
            text, source = without_agency(flush(line)) if kind == "text" else (flush(line), None)
            agency = agency or source
            if text and not stray:
                paragraphs.append(Paragraph(text, kind))
        after_picture = picture or (after_picture and boilerplate.is_boilerplate(line))
    return paragraphs, agency


def is_prose(line):
    return len(line) > SHORT_CAPTION and boilerplate.has_full_stop(line)


def flush(line):
    """One space between words; the mark of a picture number before a caption goes."""
    line = " ".join(line.split())
    match = boilerplate.IMAGE_NUMBER.match(fold_accents(line))
    return line[match.end() :] if match else line
