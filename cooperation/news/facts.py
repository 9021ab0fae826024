"""The facts that a claim may state: their labels, the type of their values, and which of them answer one question.

Those of the cooperation as a whole are here; each app has those of its kinds in its `claim_facts`, gathered by `load`.
"""

from typing import NamedTuple

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cooperation.kinds import CLAIMS, kinds_with

DATE, NUMBER, TEXT, KEY, CHOICE, YES = "date", "number", "text", "key", "choice", "yes"
MENTION = "mention"  # the fact of a claim that only names its subject


class Fact(NamedTuple):
    label: str
    value_type: str
    #: Several values stand beside each other without contradiction: parties, participants.
    many: bool = False
    #: Facts that answer one question are compared together, and shown in one panel.
    question: str = ""


COOPERATION = {
    "vietnamese_localities": Fact(_("Vietnamese localities that cooperate with French ones"), NUMBER),
    "french_localities": Fact(_("French localities that cooperate with Vietnamese ones"), NUMBER),
    "projects": Fact(_("projects"), NUMBER),
    MENTION: Fact(_("mention"), YES, many=True),
}
#: {kind of subject: {name: Fact}}; the empty kind is the cooperation as a whole.
FACTS = {"": COOPERATION}
#: {kind of subject: {question: the question in words}}
QUESTIONS = {}


def load():
    """Gather the facts of all kinds on which reports can make claims; called once, when the apps are ready."""
    for kind in kinds_with(CLAIMS):
        module = kind.module(CLAIMS)
        FACTS[kind.name] = module.FACTS[kind.name]
        QUESTIONS[kind.name] = module.QUESTIONS.get(kind.name, {})


def fact_of(claim):
    """The fact that a claim states; None where no such fact exists (`check_records` reports it)."""
    return FACTS.get(claim.subject_kind, {}).get(claim.fact)


def question_of(kind, name):
    """The question that a fact answers: its own, or one that it shares."""
    fact = FACTS[kind].get(name)
    return (fact and fact.question) or name


def question_label(kind, question):
    return QUESTIONS.get(kind, {}).get(question) or capfirst(str(FACTS[kind][question].label))
