"""Boilerplate removal: classify lines of a scraped page as article text, captions or page furniture."""

import re
from functools import lru_cache

from cooperation.article_reader.patterns import subject

from .folding import fold_accents

STOP = re.compile(r"[.!?…:;\"”»)\]/]\s*$")
IMAGE_NUMBER = re.compile(r"^hinh anh \d+\s*", re.IGNORECASE)
LIST_ITEM = re.compile(r"^\s*(?:[-*•+–]|\d{1,2}[.)]|\|)\s|[|;\t]")


@lru_cache
def compile_entry(entry):
    return re.compile("|".join(f"(?:{pattern})" for pattern in subject("boilerplate")["any"][entry]))


def matches_entry(entry, line):
    return bool(compile_entry(entry).fullmatch(fold_accents(line).strip()))


def is_end_of_article(line):
    return matches_entry("end", line)


def is_boilerplate(line):
    return matches_entry("line", line) or matches_entry("credit", line) or is_joined_titles(line)


def is_image_marker(line):
    return matches_entry("picture", line)


def is_caption(line):
    return matches_entry("caption", line)


def is_joined_titles(line):
    """Whether titles of other articles run together here: `... on tourPort reopens ...`."""
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
    """Whether this reads like a headline: no full stop, several words, no list, no word of the register's topics."""
    if STOP.search(line) or LIST_ITEM.search(line) or re.search(r"\d", line) or len(line.split()) < 5:
        return False
    words = subject("boilerplate")["any"]["register"]
    return not re.search(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)", fold_accents(line))


def has_full_stop(line):
    return bool(STOP.search(line))
