"""The facts that a claim may state: what each is called, how its value is written, and which belong to one question."""

from typing import NamedTuple

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

DATE, NUMBER, TEXT, KEY, CHOICE, YES = "date", "number", "text", "key", "choice", "yes"


class Fact(NamedTuple):
    label: str
    value_type: str
    #: Several values stand beside each other without contradiction: parties, participants.
    many: bool = False
    #: Facts that answer one question are compared together, and shown in one panel.
    question: str = ""


MENTION = "mention"

COOPERATION = {
    "vietnamese_localities": Fact(_("Vietnamese localities in the cooperation"), NUMBER),
    "french_localities": Fact(_("French localities in the cooperation"), NUMBER),
    "projects": Fact(_("projects"), NUMBER),
    MENTION: Fact(_("mention"), YES, many=True),
}
CONFERENCE = {
    "starts_on": Fact(_("first day"), DATE, question="dates"),
    "ends_on": Fact(_("last day"), DATE, question="dates"),
    "closing_on": Fact(_("closing ceremony"), DATE, question="dates"),
    "days": Fact(_("number of days"), NUMBER, question="dates"),
    "place": Fact(_("place"), KEY),
    "country": Fact(_("country"), CHOICE),
    "conference_theme": Fact(_("motto"), TEXT),
    "hosts": Fact(_("hosts and partners"), TEXT, many=True),
    "participants": Fact(_("participants"), KEY, many=True),
    "vietnamese_localities": Fact(_("Vietnamese localities taking part"), NUMBER),
    "french_localities": Fact(_("French localities taking part"), NUMBER),
    "people": Fact(_("people taking part"), NUMBER),
    "sessions": Fact(_("sessions"), KEY, many=True),
    "speakers": Fact(_("speakers"), TEXT, many=True),
    "commitments": Fact(_("joint statement"), KEY, many=True),
    MENTION: Fact(_("mention"), YES, many=True),
}
AGREEMENT = {
    "parties": Fact(_("parties"), KEY, many=True),
    "kind": Fact(_("kind"), CHOICE),
    "signed_on": Fact(_("day of signing"), DATE),
    "signature_place": Fact(_("place of signing"), KEY),
    "conference": Fact(_("occasion"), KEY),
    "signed_by": Fact(_("signatories"), TEXT, many=True),
    "ends_on": Fact(_("last day"), DATE),
    MENTION: Fact(_("mention"), YES, many=True),
}
PARTNERSHIP = {
    "parties": Fact(_("parties"), KEY, many=True),
    "since": Fact(_("beginning"), DATE),
    "kind": Fact(_("kind"), CHOICE),
    MENTION: Fact(_("mention"), YES, many=True),
}
LOCALITY = {
    "name": Fact(_("name"), TEXT),
    "since": Fact(_("beginning"), DATE),
    "until": Fact(_("end"), DATE),
    "population": Fact(_("population"), NUMBER),
    MENTION: Fact(_("mention"), YES, many=True),
}
FACTS = {
    "": COOPERATION,
    "conference": CONFERENCE,
    "agreement": AGREEMENT,
    "partnership": PARTNERSHIP,
    "locality": LOCALITY,
}
KIND_LABELS = {
    "conference": _("conferences"),
    "agreement": _("agreements"),
    "partnership": _("partnerships"),
    "locality": _("localities"),
}
QUESTIONS = {
    ("conference", "dates"): _("When was it held?"),
    ("conference", "conference_theme"): _("What was its motto?"),
    ("conference", "place"): _("Where was it held?"),
    ("conference", "vietnamese_localities"): _("How many Vietnamese localities took part?"),
    ("conference", "french_localities"): _("How many French localities took part?"),
    ("agreement", "signed_on"): _("When was it signed?"),
    ("agreement", "kind"): _("What kind of act is it?"),
    ("agreement", "signature_place"): _("Where was it signed?"),
    ("agreement", "ends_on"): _("When does it end?"),
    ("partnership", "since"): _("Since when have they cooperated?"),
}


def fact_of(claim):
    """The fact that a claim states; None where no such fact exists (`check_records` reports it)."""
    return FACTS.get(claim.subject_kind, {}).get(claim.fact)


def question_of(kind, name):
    """The question that a fact answers: its own, or one that it shares."""
    fact = FACTS[kind].get(name)
    return (fact and fact.question) or name


def question_label(kind, question):
    return QUESTIONS.get((kind, question)) or capfirst(str(FACTS[kind][question].label))
