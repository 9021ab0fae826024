"""Lasting partnerships that an article mentions without a signing, without duplicates."""

import re
from dataclasses import dataclass
from functools import lru_cache

from cooperation.article_reader.patterns import any_of, subject
from cooperation.article_reader.reading.folding import fold, view

from .findings import Extraction, Partnership
from .parties import group_parties
from .partners import find_earlier_partners
from .signings import find_signing, is_planned, mask_places, split_clauses

DATES_OF_A_START = ("years", "months_alone", "days")


@dataclass(frozen=True)
class PartnershipClause:
    """The words that state a partnership, and their clause; `days` are the dates on which it may have begun."""

    start: int
    end: int
    clause_start: int
    clause_end: int
    days: list
    kind: str


def find_partnerships(sentences, gazetteer):
    partnerships = []
    for index, sentence in enumerate(sentences):
        for start, end in split_clauses(sentence):
            clause = None if find_signing(sentence, start, end) else find_clause(sentence, start, end)
            if clause:
                groups = complete_groups(group_parties(clause, sentence, gazetteer), clause, sentences, index)
                partnerships += [
                    build_partnership(pair, clause, sentence) for group in groups for pair in build_pairs(group)
                ]
    return merge_partnerships(partnerships)


def find_clause(sentence, start, end):
    """The first statement of a partnership in the clause that is neither planned nor denied, or None."""
    folded, language = mask_places(sentence, start, end), sentence.language
    if any_of("partnerships", language, "not_a_tie").search(folded):
        return None
    days = find_start_dates(sentence, start, end)
    is_existing = days or any_of("partnerships", language, "standing").search(folded)
    for entry in ["lasting", *(["named"] if is_existing else []), *(["dated"] if days else [])]:
        for match in any_of("partnerships", language, entry).finditer(folded):
            if not is_planned(folded, match, language):
                kind = find_kind(folded, match, language)
                return PartnershipClause(start + match.start(), start + match.end(), start, end, days, kind)
    return None


def find_start_dates(sentence, start, end):
    """Dates after `since`, or else those of a verb such as `began`, nearest first."""
    folded, language = mask_places(sentence, start, end), sentence.language
    dates = [date for date in sentence.dates if start <= date.start < end and date.kind in DATES_OF_A_START]
    days = [date for date in dates if compile_since(language).search(folded[: date.start - start])]
    verb = any_of("partnerships", language, "begun").search(folded)
    if days or not verb:
        return days
    return sorted(dates, key=lambda date: abs(date.start - start - verb.start()))


@lru_cache
def compile_since(language):
    return re.compile(any_of("partnerships", language, "since").pattern + r"\s*$")


def find_kind(folded, match, language):
    """The kind named in the matched words, or else in the clause."""
    for text in (match.group(), folded):
        for kind, expression in compile_kinds(language):
            if expression.search(text):
                return kind
    return "cooperation"


@lru_cache
def compile_kinds(language):
    rows = subject("partnerships")[language]["kinds"]
    return [
        (kind, re.compile(rf"(?<!\w)(?:{'|'.join(view(word, language) for word in words)})")) for kind, words in rows
    ]


def complete_groups(groups, clause, sentences, index):
    """Groups of two or more places; `the two cities` are looked up in the text before."""
    full = [group for group in groups if len(group) > 1]
    sentence = sentences[index]
    if full or groups:
        return full
    folded = sentence.part(clause.clause_start, clause.clause_end)
    both = any_of("agreements", sentence.language, "both").search(folded)
    pair = both and find_earlier_partners(sentences, index)
    return [pair] if pair else []


def build_pairs(places):
    """One place of a country is paired with each of the other country; places of one country give no pair."""
    countries = {place.country for place in places}
    if len(countries) == 1 and None not in countries:
        return []
    if len(places) > 2 and None not in countries:
        first = [place for place in places if place.country == places[0].country]
        others = [place for place in places if place.country != places[0].country]
        if 1 in (len(first), len(others)):
            return [[one, other] for one in first for other in others]
    return [places]


def build_partnership(places, clause, sentence):
    parties = [
        Extraction(
            place.called(),
            place.paragraph,
            place.start,
            place.end,
            "partner",
            place.confidence,
            place.rule == "context",
        )
        for place in places
    ]
    day = choose_start_date(places, clause)
    since = day and Extraction(day.first, sentence.paragraph, day.start, day.end, "since", inferred=day.inferred)
    return Partnership(
        parties, since, Extraction(clause.kind, sentence.paragraph, clause.start, clause.end, "kind of tie")
    )


def choose_start_date(places, clause):
    """`with A in 1989 and with B in 1996`: of several dates, the first after the last partner."""
    later_days = [day for day in clause.days if day.start >= max(place.end for place in places)]
    if len(clause.days) > 1 and later_days:
        return min(later_days, key=lambda day: day.start)
    return clause.days[0] if clause.days else None


def merge_partnerships(partnerships):
    """One partnership per set of parties: the first date wins; a specific kind replaces `cooperation`."""
    unique = {}
    for partnership in partnerships:
        same = unique.setdefault(frozenset(fold(party.value) for party in partnership.parties), partnership)
        same.since = same.since or partnership.since
        if same.kind.value == "cooperation":
            same.kind = partnership.kind
    return list(unique.values())
