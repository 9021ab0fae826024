"""What reports state of a record for which it has no field."""

from collections.abc import Callable
from typing import NamedTuple

from cooperation.core.date_formatting import format_partial_date

from .claims import Claim
from .comparison import choose_wording, get_value_type, group_by_value
from .evidence import Evidence
from .facts import DATE, FACTS, REPORTED_ONLY, TEXT
from .qualifiers import qualify_claim


class ReportedFact(NamedTuple):
    """A value in words, the language of a text, and the numbers of the sources that state it."""

    label: str
    text: str
    language: str
    numbers: list[int]


def list_reported_facts(evidence: Evidence, get_label: Callable[[str, str], str]) -> list[ReportedFact]:
    """One for each value. `get_label(fact, value)` returns the label of a key or choice."""
    return [
        ReportedFact(
            FACTS[evidence.kind][name].label,
            qualify_claim(group[0], describe_value(group, get_label)),
            group[0].value_language,
            evidence.get_numbers(group),
        )
        for name in REPORTED_ONLY.get(evidence.kind, [])
        for group in group_by_value(evidence.get_claims(name))
    ]


def describe_value(claims: list[Claim], get_label: Callable[[str, str], str]) -> str:
    """The value of claims that say the same, in words."""
    value_type = get_value_type(claims[0])
    if value_type == DATE:
        return format_partial_date(claims[0].value)
    return choose_wording(claims) if value_type == TEXT else str(get_label(claims[0].fact, claims[0].value))
