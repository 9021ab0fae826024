"""Which claims on one fact say the same, and which contradict each other; the order of the claims changes nothing."""

import math
import re
import unicodedata
from itertools import combinations

from cooperation.core.partial_dates import agree

from .claims import Claim
from .facts import DATE, FACTS, NUMBER, TEXT
from .qualifiers import PLANS, Comparator

#: How far an "about" may be from an exact value: a tenth of a number, one year of a date.
TOLERANCE, YEARS_OF_TOLERANCE = 0.1, 1
QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-"})


def get_value_type(claim: Claim) -> str:
    return FACTS[claim.subject_kind][claim.fact].value_type


def fold_wording(text: str) -> str:
    """The words of a text without what only typography changes: quotation marks, dashes, spaces, case, final stop."""
    folded = unicodedata.normalize("NFKC", text).translate(QUOTES).casefold()
    folded = re.sub(r"\s*([\"'!?:;.,-])\s*", r"\1", " ".join(folded.split()))
    return folded.rstrip(".!").strip('"')


def rank_wording(text: str) -> tuple:
    """Of the variants of a wording the one with the highest rank reads best: typographic signs, no final stop."""
    is_composed = unicodedata.is_normalized("NFC", text)
    return is_composed, "'" not in text and '"' not in text, not text.endswith("."), text[:1].isupper(), text


def get_context(claim: Claim) -> tuple:
    """Claims are compared within one language and date; plans only with plans of the same kind."""
    language = claim.value_language if get_value_type(claim) == TEXT else ""
    return language, claim.as_of, claim.nature if claim.nature in PLANS else ""


def get_value_key(claim: Claim) -> tuple:
    """Equal for claims that state the same value with the same qualifiers."""
    value = fold_wording(claim.value) if get_value_type(claim) == TEXT else claim.value
    return get_context(claim), claim.comparator, value


def group_by_value(claims: list[Claim]) -> list[list[Claim]]:
    """Claims on one fact, grouped by value, in the order of their first claims.

    A less precise date belongs to the only more precise one that it agrees with; where it agrees with several, it is
    a value of its own.
    """
    groups = {}
    for claim in claims:
        groups.setdefault(get_value_key(claim), []).append(claim)
    for key in sorted(groups, key=lambda key: len(key[-1])):
        if get_value_type(groups[key][0]) == DATE:
            more_precise = find_most_precise(key, groups)
            if len(more_precise) == 1:
                groups[more_precise[0]] += groups.pop(key)
    positions = {id(claim): position for position, claim in enumerate(claims)}
    rows = [sorted(group, key=lambda claim: positions[id(claim)]) for group in groups.values()]
    return sorted(rows, key=lambda group: positions[id(group[0])])


def find_most_precise(key: tuple, keys: list[tuple]) -> list[tuple]:
    """The keys with a date within that of `key` that no other key narrows down further."""
    within = [other for other in keys if other != key and other[:-1] == key[:-1] and other[-1].startswith(key[-1])]
    return [one for one in within if not any(other != one and other[-1].startswith(one[-1]) for other in within)]


def have_different_values(claims: list[Claim]) -> bool:
    """Whether any two claims on one fact contradict each other."""
    distinct = {get_value_key(claim): claim for claim in claims}
    return any(contradict(one, other) for one, other in combinations(distinct.values(), 2))


def contradict(one: Claim, other: Claim) -> bool:
    """Whether two claims on one fact cannot both be right; "about 800" and "more than 750" can."""
    if get_context(one) != get_context(other) or get_value_key(one) == get_value_key(other):
        return False
    value_type, values = get_value_type(one), [one.value, other.value]
    if value_type == NUMBER and all(map(str.isdecimal, values)):
        return are_apart(get_range(one), get_range(other))
    if value_type == DATE:
        is_about = Comparator.ABOUT in (one.comparator, other.comparator)
        return get_distance_in_years(*values) > YEARS_OF_TOLERANCE if is_about else not agree(*values)
    return True


def get_distance_in_years(one: str, other: str) -> float:
    """Infinite if one of them is no date."""
    years = [one[:4], other[:4]]
    return abs(int(one[:4]) - int(other[:4])) if all(map(str.isdecimal, years)) else math.inf


def get_range(claim: Claim) -> tuple[float, float]:
    """The smallest and the largest number that a claim allows."""
    number = int(claim.value)
    ranges = {
        Comparator.MORE_THAN: (number + 1, math.inf),
        Comparator.AT_LEAST: (number, math.inf),
        Comparator.ABOUT: (number * (1 - TOLERANCE), number * (1 + TOLERANCE)),
        Comparator.AT_MOST: (-math.inf, number),
    }
    return ranges.get(claim.comparator, (number, number))


def are_apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def agrees_with(claim: Claim, value: str) -> bool:
    """Whether a claim says the same as the register, which shows `value`."""
    value_type = get_value_type(claim)
    if value_type == DATE:
        is_about = claim.comparator == Comparator.ABOUT
        return (
            get_distance_in_years(claim.value, value) <= YEARS_OF_TOLERANCE if is_about else agree(claim.value, value)
        )
    if value_type == TEXT:
        return fold_wording(claim.value) == fold_wording(value)
    return claim.value == value


def choose_wording(claims: list[Claim]) -> str:
    """The value of claims that say the same: of typographic variants the one that reads best."""
    return max((claim.value for claim in claims), key=rank_wording)
