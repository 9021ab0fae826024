"""The period of an agreement, from the sentence about the signing or from another one."""

import re
from functools import lru_cache

from cooperation.article_reader.partial import year_of
from cooperation.article_reader.patterns import alternatives, any_of

from .findings import Extraction
from .signings import find_kind


@lru_cache
def compile_until(language):
    return re.compile(rf"(?<!\w){alternatives('agreements', language, 'until')}\s*$")


def is_end_date(date, sentence):
    return bool(compile_until(sentence.language).search(sentence.part(sentence.start, date.start)))


def find_period(sentence, start, end):
    """First and last date of the period between the offsets `start` and `end`; either may be None."""
    for date in sentence.dates:
        if start <= date.start < end:
            where = (sentence.paragraph, date.start, date.end, "period")
            if date.kind == "periods" or is_term(date):
                return Extraction(date.first, *where), Extraction(date.last, *where)
            if is_end_date(date, sentence):
                return None, Extraction(date.first, *where)
    return None, None


def is_term(date):
    """A span over a new year, as in `from 1 January 2018 to 31 December 2021`, is a term, not a visit."""
    return date.kind == "spans" and year_of(date.first) != year_of(date.last)


def find_validity(sentence, parties, *, after_mention):
    """The period in `The agreement runs until 2027`; `it` counts if the previous sentence was about the agreement."""
    verb = any_of("agreements", sentence.language, "validity").search(sentence.folded)
    if not verb or not is_subject(sentence, verb.start(), after_mention=after_mention):
        return None, None
    if {place.called() for place in sentence.places} - {party.value for party in parties}:
        return None, None
    return find_period(sentence, sentence.start + verb.start(), sentence.end)


def is_subject(sentence, end, *, after_mention):
    """Whether the text before `end` names the agreement, and the period is not only a wish."""
    before = sentence.folded[:end]
    if any_of("agreements", sentence.language, "wished").search(sentence.folded):
        return False
    pronoun = any_of("agreements", sentence.language, "pronouns").match(before)
    return bool(find_kind(before, sentence.language)) or (after_mention and bool(pronoun))
