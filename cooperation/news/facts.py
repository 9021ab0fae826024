"""The facts that a claim may state, with their labels; names and types are those of `article_reader.facts`.

The labels for the cooperation as a whole are here; each app has those of its kinds in its `claim_facts`, gathered by
`load`.
"""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cooperation.article_reader.facts import CHOICE, DATE, FACT_TYPES, KEY, MENTION, NUMBER, TEXT, YES
from cooperation.core.partial_dates import validate_partial_date
from cooperation.kinds import CLAIMS, kinds_with

__all__ = ["CHOICE", "DATE", "KEY", "MENTION", "NUMBER", "TEXT", "YES"]


class Fact(NamedTuple):
    """A fact of the reader's table (`article_reader.facts`) with its label."""

    label: str
    value_type: str
    many: bool = False
    question: str = ""


def label_facts(kind, labels):
    """{name: Fact} of a kind of subject, from {name: label}. Raises KeyError unless each fact has a label."""
    types = FACT_TYPES[kind]
    if set(types) != set(labels):
        raise KeyError(f"{kind}: {sorted(set(types) ^ set(labels))} are not in both tables of facts")
    return {
        name: Fact(label, types[name].value_type, types[name].many, types[name].question)
        for name, label in labels.items()
    }


COOPERATION = label_facts(
    "",
    {
        "vietnamese_localities": _("Vietnamese localities that cooperate with French ones"),
        "french_localities": _("French localities that cooperate with Vietnamese ones"),
        "projects": _("projects"),
        MENTION: _("mention"),
    },
)
#: {kind of subject: {name: Fact}}; the empty kind is the cooperation as a whole.
FACTS = {"": COOPERATION}
MAX_DIGITS = 15  # of a number; more are no number that a report gives
#: The kind of record whose keys a fact names; all others name localities.
KINDS_OF_KEYS = {"conference": "conference", "themes": "theme", "sessions": "theme", "commitments": "theme"}
#: {kind of subject: {question: the question in words}}
QUESTIONS = {}
#: {kind of subject: names of the facts that its record has no field for}
REPORTED_ONLY = {}


def load():
    """Gather the facts of all kinds on which reports can make claims; called once, when the apps are ready."""
    for kind in kinds_with(CLAIMS):
        module = kind.module(CLAIMS)
        FACTS[kind.name] = module.FACTS[kind.name]
        QUESTIONS[kind.name] = module.QUESTIONS.get(kind.name, {})
        REPORTED_ONLY[kind.name] = getattr(module, "REPORTED_ONLY", {}).get(kind.name, [])


def validate_value(value, value_type):
    """Raises ValidationError for a number or date that is none; other values are keys and texts."""
    if value_type == NUMBER and not (value.isascii() and value.isdecimal() and len(value) <= MAX_DIGITS):
        raise ValidationError(_("Enter a whole number without signs."))
    if value_type == DATE:
        validate_partial_date(value)


def get_key_facts():
    """{kind of record: names of the facts whose values are its keys}."""
    facts = {}
    for by_name in FACTS.values():
        for name, fact in by_name.items():
            if fact.value_type == KEY:
                facts.setdefault(KINDS_OF_KEYS.get(name, "locality"), set()).add(name)
    return facts


def is_readable(claim):
    """Whether a claim states a known fact with a value of its type; pages leave out one that does not."""
    fact = fact_of(claim)
    try:
        return fact is not None and validate_value(claim.value, fact.value_type) is None
    except ValidationError:
        return False


def fact_of(claim):
    """The fact that a claim states; None where no such fact exists (`check_records` reports it)."""
    return FACTS.get(claim.subject_kind, {}).get(claim.fact)


def question_of(kind, name):
    """The question that a fact answers: its own, or one that it shares."""
    fact = FACTS[kind].get(name)
    return (fact and fact.question) or name


def question_label(kind, question):
    return QUESTIONS.get(kind, {}).get(question) or capfirst(str(FACTS[kind][question].label))
