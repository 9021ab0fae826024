"""What reports state of a record for which it has no field."""

from collections.abc import Callable
from typing import NamedTuple

from cooperation.core.date_formatting import format_partial_date
from cooperation.core.languages import current_language

from .claims import Claim
from .comparison import choose_wording, get_value_type, group_by_value
from .evidence import Evidence
from .facts import DATE, FACTS, REPORTED_ONLY, TEXT
from .qualifiers import qualify_claim


class ReportedFact(NamedTuple):
    """A value in words, the language of a text, the partial date of a number, and the numbers of its sources."""

    label: str
    text: str
    language: str
    as_of: str
    numbers: list[int]


def list_reported_facts(evidence: Evidence, get_label: Callable[[str, str], str]) -> list[ReportedFact]:
    """One for each value. `get_label(fact, value)` returns the label of a key or choice."""
    return [
        ReportedFact(
            FACTS[evidence.kind][name].label,
            qualify_claim(group[0], describe_value(group, get_label)),
            group[0].value_language,
            group[0].as_of,
            evidence.get_numbers(group),
        )
        for name in REPORTED_ONLY.get(evidence.kind, [])
        for group in group_by_value(choose_languages(evidence.get_claims(name)))
    ]


def choose_languages(claims: list[Claim]) -> list[Claim]:
    """Of the claims of one report those in the reader's language, or all if it makes none in it."""
    language = current_language()
    in_language = {claim.news_item_id for claim in claims if claim.value_language == language}
    return [
        claim for claim in claims if claim.news_item_id not in in_language or claim.value_language in ("", language)
    ]


def describe_value(claims: list[Claim], get_label: Callable[[str, str], str]) -> str:
    """The value of claims that say the same, in words."""
    value_type = get_value_type(claims[0])
    if value_type == DATE:
        return format_partial_date(claims[0].value)
    return choose_wording(claims) if value_type == TEXT else str(get_label(claims[0].fact, claims[0].value))
