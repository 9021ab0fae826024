"""Ties between localities that last, told without an act of signing; each told once."""

import re
from dataclasses import dataclass
from functools import lru_cache

from seeds.patterns import any_of, subject
from seeds.reading.folding import fold, view
from seeds.recognise.findings import Found, Partnership
from seeds.recognise.parties import parties_of
from seeds.recognise.partners import partners_told_before
from seeds.recognise.signings import clauses, is_planned, signing_in, without_names

DATES_OF_A_START = ("years", "months_alone", "days")


@dataclass(frozen=True)
class PartnershipClause:
    """The words that tell it and the clause around them; `days` are the dates that may be its beginning."""

    start: int
    end: int
    clause_start: int
    clause_end: int
    days: list
    kind: str


def partnerships_in(sentences, gazetteer):
    found = []
    for index, sentence in enumerate(sentences):
        for start, end in clauses(sentence):
            clause = None if signing_in(sentence, start, end) else clause_in(sentence, start, end)
            if clause:
                groups = completed(parties_of(clause, sentence, gazetteer), clause, sentences, index)
                found += [partnership(pair, clause, sentence) for group in groups for pair in pairs(group)]
    return merged(found)


def clause_in(sentence, start, end):
    """The first words of the clause that tell a tie and that are neither planned nor denied."""
    shown, language = without_names(sentence, start, end), sentence.language
    if any_of("partnerships", language, "not_a_tie").search(shown):
        return None
    days = first_days(sentence, start, end)
    told = days or any_of("partnerships", language, "standing").search(shown)
    for entry in ["lasting", *(["named"] if told else []), *(["dated"] if days else [])]:
        for match in any_of("partnerships", language, entry).finditer(shown):
            if not is_planned(shown, match, language):
                kind = kind_in(shown, match, language)
                return PartnershipClause(start + match.start(), start + match.end(), start, end, days, kind)
    return None


def first_days(sentence, start, end):
    """`since 1996`, or the dates of a verb such as `began`, the nearest first; others are not the tie's own."""
    shown, language = without_names(sentence, start, end), sentence.language
    dates = [date for date in sentence.dates if start <= date.start < end and date.kind in DATES_OF_A_START]
    days = [date for date in dates if since_before(language).search(shown[: date.start - start])]
    verb = any_of("partnerships", language, "begun").search(shown)
    if days or not verb:
        return days
    return sorted(dates, key=lambda date: abs(date.start - start - verb.start()))


@lru_cache
def since_before(language):
    return re.compile(any_of("partnerships", language, "since").pattern + r"\s*$")


def kind_in(shown, match, language):
    """Told by the words of the tie themselves, else by those around them."""
    for text in (match.group(), shown):
        for kind, expression in kinds(language):
            if expression.search(text):
                return kind
    return "cooperation"


@lru_cache
def kinds(language):
    rows = subject("partnerships")[language]["kinds"]
    return [
        (kind, re.compile(rf"(?<!\w)(?:{'|'.join(view(word, language) for word in words)})")) for kind, words in rows
    ]


def completed(groups, clause, sentences, index):
    """Groups of two and more; `the two cities` are those told before."""
    full = [group for group in groups if len(group) > 1]
    sentence = sentences[index]
    if full or groups:
        return full
    both = any_of("agreements", sentence.language, "both").search(sentence.part(clause.clause_start, clause.clause_end))
    pair = both and partners_told_before(sentences, index)
    return [pair] if pair else []


def pairs(places):
    """One place of a country is tied to each of the other's; places of one country alone are no partners here."""
    countries = {place.country for place in places}
    if len(countries) == 1 and None not in countries:
        return []
    if len(places) > 2 and None not in countries:
        first = [place for place in places if place.country == places[0].country]
        others = [place for place in places if place.country != places[0].country]
        if 1 in (len(first), len(others)):
            return [[one, other] for one in first for other in others]
    return [places]


def partnership(places, clause, sentence):
    parties = [
        Found(
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
    day = day_of(places, clause)
    since = day and Found(day.first, sentence.paragraph, day.start, day.end, "since", inferred=day.inferred)
    return Partnership(parties, since, Found(clause.kind, sentence.paragraph, clause.start, clause.end, "kind of tie"))


def day_of(places, clause):
    """`with A in 1989 and with B in 1996`: where there are several days, the first behind the last partner."""
    behind = [day for day in clause.days if day.start >= max(place.end for place in places)]
    if len(clause.days) > 1 and behind:
        return min(behind, key=lambda day: day.start)
    return clause.days[0] if clause.days else None


def merged(partnerships):
    """The same parties are tied once; the earliest telling of each fact stays, `cooperation` gives way."""
    kept = {}
    for each in partnerships:
        same = kept.setdefault(frozenset(fold(party.value) for party in each.parties), each)
        same.since = same.since or each.since
        if same.kind.value == "cooperation":
            same.kind = each.kind
    return list(kept.values())
