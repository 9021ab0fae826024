"""Clauses that say that something was signed or concluded; plans, talks and hopes are none."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from seeds.patterns import any_of, subject
from seeds.reading.folding import view

REACH = 42
SPLIT = re.compile(r"[,;:.()\"]")
NOMINAL = re.compile(r"^(?:sign(?:ing|atures?|atories)|signatures?|signataires?|lễ ký)")
ADJECTIVES = {"en": ("a", "to"), "fr": ("a", "de", "pour")}
FALSE_FRIENDS = re.compile(r"\s+(?:of (?!(?:a|an|the|this|co|two|three|four|five|six|\w+ co)\b)|that )")


@dataclass(frozen=True)
class Signing:
    """The verb, its clause, and the words that tell the kind; `are twinned` is verb and kind in one."""

    start: int
    end: int
    clause_start: int
    clause_end: int
    kind: str | None
    kind_start: int
    kind_end: int


def signings_in(sentence):
    return [found for start, end in clauses(sentence) for found in signing_in(sentence, start, end)]


def clauses(sentence):
    """Parts with a verb of their own: split at `while`, and at `;` where what stands before has already signed."""
    cuts = [
        match.start() + sentence.start
        for match in any_of("agreements", sentence.language, "breaks").finditer(sentence.shown)
    ]
    signed = any_of("agreements", sentence.language, "signed")
    cuts += [
        match.start() + sentence.start
        for match in re.finditer(";", sentence.shown)
        if signed.search(sentence.shown[: match.start()]) and has_verb(sentence, match.end())
    ]
    bounds = [sentence.start, *sorted(cuts), sentence.end]
    return list(pairwise(bounds))


def has_verb(sentence, start):
    """More than names and joints stand behind it."""
    rest = sentence.shown[start:]
    for place in sentence.places:
        if place.start - sentence.start >= start:
            rest = rest.replace(view(place.name, sentence.language), " ")
    for expression in [expression for _, expression in kinds(sentence.language)]:
        rest = expression.sub(" ", rest)
    for name, entry in (("agreements", "joints"), ("conferences", "bodies")):
        rest = any_of(name, sentence.language, entry).sub(" ", rest)
    return bool(re.search(r"[^\W\d]{3,}", rest))


def signing_in(sentence, start, end):
    """At most one for a clause: the first verb that is neither planned nor denied."""
    shown, language = without_names(sentence, start, end), sentence.language
    kind = kind_in(shown, language)
    implied = implied_in(shown, sentence, start, end)
    if implied:
        told = kind or ("twinning", implied.start(), implied.end())
        verb = (start + implied.start(), start + implied.end())
        return [Signing(*verb, start, end, told[0], start + told[1], start + told[2])]
    if kind is None:
        bare = any_of("agreements", language, "bare").search(shown)
        told = bare and not is_planned(shown, bare, language)
        return [Signing(start + bare.start(), start + bare.end(), start, end, None, start, start)] if told else []
    for entry in ("signed", "concluded"):
        matches = list(any_of("agreements", language, entry).finditer(shown))
        refused = [match for match in matches if is_refused(shown, match, language)]
        for match in matches:
            if match in refused or is_false_friend(shown, match, entry, kind, language):
                continue
            return [
                Signing(
                    start + match.start(), start + match.end(), start, end, kind[0], start + kind[1], start + kind[2]
                )
            ]
        if refused:
            return []  # `no text was signed between …, partners since 1996`
    return []


def is_refused(shown, match, language):
    """Planned, or denied as in `signed no agreement`."""
    denied = any_of("agreements", language, "denied").match(shown[match.end() :].lstrip())
    return bool(denied) or is_planned(shown, match, language)


def implied_in(shown, sentence, start, end):
    """`became twinned` is an act, `is twinned` a tie that lasts; others are acts on a day, none with `since`."""
    lasting = any_of("agreements", sentence.language, "since").search(shown)
    dated = any(start <= date.start < end for date in sentence.dates)
    tried = ["implied"] + ([] if lasting else ["implied_once", *(["implied_dated"] if dated else [])])
    matches = (any_of("agreements", sentence.language, entry).search(shown) for entry in tried)
    return next((match for match in matches if match and not is_planned(shown, match, sentence.language)), None)


def without_names(sentence, start, end):
    """A place's name may hold a word of the patterns: `Cần Thơ` and `cần`."""
    shown = sentence.part(start, end)
    for place in sentence.places:
        if start <= place.start and place.end <= end:
            shown = shown[: place.start - start] + "_" * (place.end - place.start) + shown[place.end - start :]
    return shown


def is_planned(shown, match, language):
    before = SPLIT.split(shown[max(0, match.start() - REACH) : match.start()])[-1]
    for planned in any_of("agreements", language, "planned").finditer(before):
        near = planned.group() in ADJECTIVES.get(language, ())
        if not near or not before[planned.end() :].strip():
            return True
    if NOMINAL.match(match.group()):
        after = shown[match.end() : match.end() + 4 * REACH]
        return bool(any_of("agreements", language, "planned_after").search(after))
    return False


def is_false_friend(shown, match, entry, kind, language):
    """`a sign of`; `since` or `dated` without the agreement in front of it."""
    if entry == "concluded":
        before = match.start() < kind[1]
        if before and any_of("agreements", language, "since").fullmatch(match.group()):
            return True  # `partners since 1996; no document …`
        distance = match.start() - kind[2] if match.start() >= kind[1] else kind[1] - match.end()
        return (
            kind[0] == "cooperation_agreement"
            and kind[3] in ("hợp tác", "quan hệ đối tác", "partnership", "partenariat")
        ) or distance > 90
    return match.group() in ("sign", "signs", "signe") and bool(FALSE_FRIENDS.match(shown, match.end()))


def kind_in(shown, language):
    """Kind, start, end and words of what is signed; where several stand there, the earliest of the listed order."""
    if not any_kind(language).search(shown):  # most clauses name none: one search tells
        return None
    for kind, expression in kinds(language):
        match = expression.search(shown)
        if match:
            return kind, match.start(), match.end(), match.group()
    return None


@lru_cache
def any_kind(language):
    parts = (parts_of(words, language) for _kind, words in subject("agreements")[language]["kinds"])
    return re.compile(rf"\b(?:{'|'.join(parts)})(?!\w)")


@lru_cache
def kinds(language):
    made = []
    for kind, words in subject("agreements")[language]["kinds"]:
        made.append((kind, re.compile(rf"(?<!\w)(?:{parts_of(words, language)})(?!\w)")))
    return made


def parts_of(words, language):
    return "|".join(view(each, language).replace(" ", r"\s+") for each in words)
