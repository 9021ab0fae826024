"""Which lines of a scraped page are the article, which are captions, and which are the page around it."""

import re
from functools import lru_cache

from seeds.patterns import subject
from seeds.reading.folding import fold_accents

STOP = re.compile(r"[.!?…:;\"”»)\]/]\s*$")
IMAGE_NUMBER = re.compile(r"^hinh anh \d+\s*", re.IGNORECASE)
LIST_ITEM = re.compile(r"^\s*(?:[-*•+–]|\d{1,2}[.)]|\|)\s|[|;\t]")


@lru_cache
def expression(entry):
    return re.compile("|".join(f"(?:{each})" for each in subject("boilerplate")["any"][entry]))


def is_a(entry, line):
    return bool(expression(entry).fullmatch(fold_accents(line).strip()))


def ends_the_article(line):
    return is_a("end", line)


def is_boilerplate(line):
    return is_a("line", line) or is_a("credit", line) or is_glued(line)


def marks_a_picture(line):
    return is_a("picture", line)


def is_caption(line):
    return is_a("caption", line)


def is_glued(line):
    """Titles of other articles run together: `... on tourPort reopens ...`."""
    if STOP.search(line):
        return False
    pieces, start = [], 0
    for index in range(1, len(line)):
        if line[index - 1].islower() and line[index].isupper():
            pieces.append(line[start:index])
            start = index
    pieces.append(line[start:])
    return len(pieces) > 1 and all(len(piece.split()) >= 3 for piece in pieces)


def is_stray_title(line):
    """A line like a headline: no full stop, several words, no list, and nothing of this register's subjects."""
    if STOP.search(line) or LIST_ITEM.search(line) or re.search(r"\d", line) or len(line.split()) < 5:
        return False
    words = subject("boilerplate")["any"]["register"]
    return not re.search(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)", fold_accents(line))


def has_full_stop(line):
    return bool(STOP.search(line))
