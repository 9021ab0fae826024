"""Runs of capitalised words that have the shape of a person's name."""

import re
from dataclasses import dataclass
from functools import lru_cache

from seeds.patterns import subject
from seeds.reading.folding import REMEMBERED, fold, fold_accents
from seeds.recognise.neighbours import is_surname, is_syllable, listed

WORD = re.compile(r"[^\W\d_]+(?:['’-](?!s\b)[^\W\d_]+)*|(?<![\w.])[A-Z]\.(?= [A-Z])")
COUNTRY = re.compile(r"\b(?:Việt|Viet|Viêt) ?[Nn]am\b")
PARTICLES = {"de", "du", "la", "le", "van", "von", "der", "di", "da", "d"}
MOST_SYLLABLES = 5
UNACCENTED_TITLES = {"Ong", "Ba"}  # `Ông` and `Bà`, which are surnames too where accents are left out


@dataclass(frozen=True)
class NameRun:
    text: str
    start: int
    end: int
    vietnamese: bool
    syllables: int


def names_in(sentence):
    """Candidates for people's names, in the order of the sentence; offsets count in the paragraph."""
    found = []
    for run in runs(sentence):
        name = vietnamese(run) or western(run)
        if name and fold(name.text) not in forbidden("not_people") and not is_named_after(sentence, name):
            found.append(name)
    return found


def runs(sentence):
    """Capitalised words with single spaces between them; places and words of offices part them."""
    run, previous = [], None
    taken = [match.span() for match in COUNTRY.finditer(sentence.text)]
    taken += [(place.start - sentence.start, place.end - sentence.start) for place in sentence.places]
    for match in WORD.finditer(sentence.text):
        start, end = match.start() + sentence.start, match.end() + sentence.start
        word, gap = match.group(), sentence.text[previous : match.start()] if previous is not None else None
        joined = gap == " " and run
        if joined and word.lower() in PARTICLES and word.islower():
            run.append((word, start, end))
        elif word[0].isupper() and not is_within(match, taken) and not is_forbidden(word):
            if not joined and run:
                yield run
                run = []
            run.append((word, start, end))
        else:
            if run:
                yield run
            run = []
        previous = match.end()
    if run:
        yield run


def is_within(match, spans):
    return any(left < match.end() and match.start() < right for left, right in spans)


@lru_cache(maxsize=REMEMBERED)
def is_forbidden(word):
    plain = word.lower()
    return plain in forbidden("not_names") or (
        word.isascii() and fold_accents(plain) in forbidden("not_names") and len(plain) > 3
    )


@lru_cache
def forbidden(entry):
    return frozenset(subject("people")["any"][entry])


def vietnamese(run):
    words = [word for word, _, _ in run]
    for index, word in enumerate(words):
        rest = run[index : index + MOST_SYLLABLES]
        if word in UNACCENTED_TITLES and len(rest) > 2 and is_surname(rest[1][0]):
            continue
        family = is_surname(word) or fold(word) in forbidden("also_surnames")
        if family and len(rest) >= 2 and all(is_syllable(each) and each[0].isupper() for each, _, _ in rest):
            return western(run) if index and len(rest) == 2 else named(rest, is_vietnamese=True)
    return None


def western(run):
    while run and run[-1][0].islower():
        run = run[:-1]
    capitals = [word for word, _, _ in run if word[0].isupper()]
    if not 2 <= len(capitals) <= 4 or any(
        word.isupper() and len(word) > 3 and not all(each.isupper() for each in capitals) for word in capitals
    ):
        return None
    return named(run, is_vietnamese=False)


def named(run, *, is_vietnamese):
    return NameRun(" ".join(word for word, _, _ in run), run[0][1], run[-1][2], is_vietnamese, len(run))


def is_named_after(sentence, name):
    """A street, a school or a square that bears the name."""
    before = fold(sentence.text[max(0, name.start - sentence.start - 30) : name.start - sentence.start])
    things = listed("not_after") - {"president", "chu tich nuoc", "lanh tu"}  # these are offices of people
    return any(before.endswith(" " + words) or before == words for words in things)
