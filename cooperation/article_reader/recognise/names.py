"""Sequences of capitalised words that look like a person's name."""

import re
from dataclasses import dataclass
from functools import lru_cache

from cooperation.article_reader.patterns import subject
from cooperation.article_reader.reading.folding import CACHE_SIZE, fold, fold_accents

from .neighbours import get_place_words, is_surname, is_syllable

WORD = re.compile(r"[^\W\d_]+(?:['’-](?!s\b)[^\W\d_]+)*|(?<![\w.])[A-Z]\.(?= [A-Z])")
COUNTRY = re.compile(r"\b(?:Việt|Viet|Viêt) ?[Nn]am\b")
PARTICLES = {"de", "du", "la", "le", "van", "von", "der", "di", "da", "d"}
MAX_SYLLABLES = 5
UNACCENTED_TITLES = {"Ong", "Ba"}  # `Ông` and `Bà`; without accents they are also surnames


@dataclass(frozen=True)
class NameRun:
    text: str
    start: int
    end: int
    is_vietnamese: bool
    syllables: int


def find_names(sentence):
    """Candidates for names of people, in sentence order; offsets are those of the paragraph."""
    names = []
    for run in split_runs(sentence):
        name = find_vietnamese_name(run) or find_western_name(run)
        if name and fold(name.text) not in get_people_words("not_people") and not is_named_after(sentence, name):
            names.append(name)
    return names


def split_runs(sentence):
    """Yield lists of capitalised words separated by single spaces; places and words of positions end a list."""
    run, previous = [], None
    spans = [match.span() for match in COUNTRY.finditer(sentence.text)]
    spans += [(place.start - sentence.start, place.end - sentence.start) for place in sentence.places]
    for match in WORD.finditer(sentence.text):
        start, end = match.start() + sentence.start, match.end() + sentence.start
        word, gap = match.group(), sentence.text[previous : match.start()] if previous is not None else None
        is_joined = gap == " " and run
        if is_joined and word.lower() in PARTICLES and word.islower():
            run.append((word, start, end))
        elif word[0].isupper() and not is_within(match, spans) and not is_forbidden(word):
            if not is_joined and run:
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


@lru_cache(maxsize=CACHE_SIZE)
def is_forbidden(word):
    plain = word.lower()
    return plain in get_people_words("not_names") or (
        word.isascii() and fold_accents(plain) in get_people_words("not_names") and len(plain) > 3
    )


@lru_cache
def get_people_words(entry):
    return frozenset(subject("people")["any"][entry])


def find_vietnamese_name(run):
    words = [word for word, _, _ in run]
    for index, word in enumerate(words):
        rest = run[index : index + MAX_SYLLABLES]
        if word in UNACCENTED_TITLES and len(rest) > 2 and is_surname(rest[1][0]):
            continue
        is_family_name = is_surname(word) or fold(word) in get_people_words("also_surnames")
        if (
            is_family_name
            and len(rest) >= 2
            and all(is_syllable(syllable) and syllable[0].isupper() for syllable, _, _ in rest)
        ):
            return find_western_name(run) if index and len(rest) == 2 else build_name_run(rest, is_vietnamese=True)
    return None


def find_western_name(run):
    while run and run[-1][0].islower():
        run = run[:-1]
    capitals = [word for word, _, _ in run if word[0].isupper()]
    if not 2 <= len(capitals) <= 4 or any(
        word.isupper() and len(word) > 3 and not all(capital.isupper() for capital in capitals) for word in capitals
    ):
        return None
    return build_name_run(run, is_vietnamese=False)


def build_name_run(run, *, is_vietnamese):
    return NameRun(" ".join(word for word, _, _ in run), run[0][1], run[-1][2], is_vietnamese, len(run))


def is_named_after(sentence, name):
    """A street, a school or a square with this name."""
    before = fold(sentence.text[max(0, name.start - sentence.start - 30) : name.start - sentence.start])
    things = get_place_words("not_after") - {"president", "chu tich nuoc", "lanh tu"}  # these are positions of people
    return any(before.endswith(" " + words) or before == words for words in things)
