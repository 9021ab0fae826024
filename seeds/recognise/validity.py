"""How long an agreement lasts, told in the sentence of its signing or in one of its own."""

import re
from functools import lru_cache

from seeds.partial import year_of
from seeds.patterns import alternatives, any_of
from seeds.recognise.findings import Found
from seeds.recognise.signings import kind_in


@lru_cache
def until(language):
    return re.compile(rf"(?<!\w){alternatives('agreements', language, 'until')}\s*$")


def tells_end(date, sentence):
    return bool(until(sentence.language).search(sentence.part(sentence.start, date.start)))


def period_of(sentence, start, end):
    """First and last day of the period that is told between `start` and `end`, each None where untold."""
    for date in sentence.dates:
        if start <= date.start < end:
            where = (sentence.paragraph, date.start, date.end, "period")
            if date.kind == "periods" or is_long(date):
                return Found(date.first, *where), Found(date.last, *where)
            if tells_end(date, sentence):
                return None, Found(date.first, *where)
    return None, None


def is_long(date):
    """A span over a new year, such as `from 1 January 2018 to 31 December 2021`, is a term, no length of a visit."""
    return date.kind == "spans" and year_of(date.first) != year_of(date.last)


def validity_in(sentence, parties, *, spoken):
    """The period of `The agreement runs until 2027`; `it` counts where the sentence before told of the agreement."""
    verb = any_of("agreements", sentence.language, "validity").search(sentence.shown)
    if not verb or not is_subject(sentence, verb.start(), spoken=spoken):
        return None, None
    if {place.called() for place in sentence.places} - {party.value for party in parties}:
        return None, None
    return period_of(sentence, sentence.start + verb.start(), sentence.end)


def is_subject(sentence, end, *, spoken):
    """The agreement stands before the verb, and nothing tells that its end is only wished for."""
    before = sentence.shown[:end]
    if any_of("agreements", sentence.language, "wished").search(sentence.shown):
        return False
    pronoun = any_of("agreements", sentence.language, "pronouns").match(before)
    return bool(kind_in(before, sentence.language)) or (spoken and bool(pronoun))
