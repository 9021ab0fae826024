"""Clauses that report a signing or conclusion, as opposed to plans, talks and hopes."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from cooperation.article_reader.patterns import any_of, subject
from cooperation.article_reader.reading.folding import view
from cooperation.core.languages import ENGLISH, FRENCH

REACH = 42
SPLIT = re.compile(r"[,;:.()\"]")
NOMINAL = re.compile(r"^(?:sign(?:ing|atures?|atories)|signatures?|signataires?|lễ ký)")
ADJECTIVES = {ENGLISH: ("a", "to"), FRENCH: ("a", "de", "pour")}
FALSE_FRIENDS = re.compile(r"\s+(?:of (?!(?:a|an|the|this|co|two|three|four|five|six|\w+ co)\b)|that )")


@dataclass(frozen=True)
class Signing:
    """Offsets of the verb, its clause and the words for the kind; in `are twinned` verb and kind are the same."""

    start: int
    end: int
    clause_start: int
    clause_end: int
    kind: str | None
    kind_start: int
    kind_end: int


def find_signings(sentence):
    return [signing for start, end in split_clauses(sentence) for signing in find_signing(sentence, start, end)]


def split_clauses(sentence):
    """Split a sentence at `while`, and at a `;` that follows a verb of signing and precedes another verb."""
    cuts = [
        match.start() + sentence.start
        for match in any_of("agreements", sentence.language, "breaks").finditer(sentence.folded)
    ]
    signed = any_of("agreements", sentence.language, "signed")
    cuts += [
        match.start() + sentence.start
        for match in re.finditer(";", sentence.folded)
        if signed.search(sentence.folded[: match.start()]) and has_verb(sentence, match.end())
    ]
    bounds = [sentence.start, *sorted(cuts), sentence.end]
    return list(pairwise(bounds))


def has_verb(sentence, start):
    """Whether the rest contains more than names, kinds and connecting words."""
    rest = sentence.folded[start:]
    for place in sentence.places:
        if place.start - sentence.start >= start:
            rest = rest.replace(view(place.name, sentence.language), " ")
    for expression in [expression for _, expression in compile_kinds(sentence.language)]:
        rest = expression.sub(" ", rest)
    for name, entry in (("agreements", "joints"), ("conferences", "bodies")):
        rest = any_of(name, sentence.language, entry).sub(" ", rest)
    return bool(re.search(r"[^\W\d]{3,}", rest))


def find_signing(sentence, start, end):
    """A list of at most one signing: the first verb of the clause that is neither planned nor denied."""
    folded, language = mask_places(sentence, start, end), sentence.language
    kind = find_kind(folded, language)
    implied = find_implied(folded, sentence, start, end)
    if implied:
        implied_kind = kind or ("twinning", implied.start(), implied.end())
        verb = (start + implied.start(), start + implied.end())
        return [Signing(*verb, start, end, implied_kind[0], start + implied_kind[1], start + implied_kind[2])]
    if kind is None:
        bare = any_of("agreements", language, "bare").search(folded)
        if not bare or is_planned(folded, bare, language):
            return []
        return [Signing(start + bare.start(), start + bare.end(), start, end, None, start, start)]
    for entry in ("signed", "concluded"):
        matches = list(any_of("agreements", language, entry).finditer(folded))
        refused_matches = [match for match in matches if is_refused(folded, match, language)]
        for match in matches:
            if match in refused_matches or is_false_friend(folded, match, entry, kind, language):
                continue
            return [
                Signing(
                    start + match.start(), start + match.end(), start, end, kind[0], start + kind[1], start + kind[2]
                )
            ]
        if refused_matches:
            return []  # `no text was signed between …, partners since 1996`
    return []


def is_refused(folded, match, language):
    """Planned, or denied as in `signed no agreement`."""
    denied = any_of("agreements", language, "denied").match(folded[match.end() :].lstrip())
    return bool(denied) or is_planned(folded, match, language)


def find_implied(folded, sentence, start, end):
    """`became twinned` implies a signing; with `since` it is an existing partnership; some verbs need a date."""
    is_lasting = any_of("agreements", sentence.language, "since").search(folded)
    has_date = any(start <= date.start < end for date in sentence.dates)
    entries = ["implied"] + ([] if is_lasting else ["implied_once", *(["implied_dated"] if has_date else [])])
    matches = (any_of("agreements", sentence.language, entry).search(folded) for entry in entries)
    return next((match for match in matches if match and not is_planned(folded, match, sentence.language)), None)


def mask_places(sentence, start, end):
    """The folded text with place names masked: `Cần Thơ` contains the pattern word `cần`."""
    folded = sentence.part(start, end)
    for place in sentence.places:
        if start <= place.start and place.end <= end:
            folded = folded[: place.start - start] + "_" * (place.end - place.start) + folded[place.end - start :]
    return folded


def is_planned(folded, match, language):
    before = SPLIT.split(folded[max(0, match.start() - REACH) : match.start()])[-1]
    for planned in any_of("agreements", language, "planned").finditer(before):
        is_adjective = planned.group() in ADJECTIVES.get(language, ())
        if not is_adjective or not before[planned.end() :].strip():
            return True
    if NOMINAL.match(match.group()):
        after = folded[match.end() : match.end() + 4 * REACH]
        return bool(any_of("agreements", language, "planned_after").search(after))
    return False


def is_false_friend(folded, match, entry, kind, language):
    """`a sign of`; `since` or `dated` too far from the agreement, or before it."""
    if entry == "concluded":
        before = match.start() < kind[1]
        if before and any_of("agreements", language, "since").fullmatch(match.group()):
            return True  # `partners since 1996; no document …`
        distance = match.start() - kind[2] if match.start() >= kind[1] else kind[1] - match.end()
        return (
            kind[0] == "cooperation_agreement"
            and kind[3] in ("hợp tác", "quan hệ đối tác", "partnership", "partenariat")
        ) or distance > 90
    return match.group() in ("sign", "signs", "signe") and bool(FALSE_FRIENDS.match(folded, match.end()))


def find_kind(folded, language):
    """(kind, start, end, words) of the document, by the order of the kinds in the patterns; None if none is named."""
    if not compile_any_kind(language).search(folded):  # one search rules out most clauses
        return None
    for kind, expression in compile_kinds(language):
        match = expression.search(folded)
        if match:
            return kind, match.start(), match.end(), match.group()
    return None


@lru_cache
def compile_any_kind(language):
    parts = (join_expressions(words, language) for _kind, words in subject("agreements")[language]["kinds"])
    return re.compile(rf"\b(?:{'|'.join(parts)})(?!\w)")


@lru_cache
def compile_kinds(language):
    expressions = []
    for kind, words in subject("agreements")[language]["kinds"]:
        expressions.append((kind, re.compile(rf"(?<!\w)(?:{join_expressions(words, language)})(?!\w)")))
    return expressions


def join_expressions(words, language):
    return "|".join(view(expression, language).replace(" ", r"\s+") for expression in words)
