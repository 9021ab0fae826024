"""The facts that a claim may state: what each is called, how its value is written, and which belong to one question."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from cooperation.core.wording_of_dates import upper_first

DATE, NUMBER, TEXT, KEY, CHOICE, YES = "date", "number", "text", "key", "choice", "yes"


class Fact(NamedTuple):
    label: str
    form: str
    #: Several values stand beside each other without contradiction: parties, participants.
    many: bool = False
    #: Facts that answer one question are compared together, and shown in one panel.
    question: str = ""


NAMED = "named"

COOPERATION = {
    "vietnamese_localities": Fact(_("Vietnamese localities in the cooperation"), NUMBER),
    "french_localities": Fact(_("French localities in the cooperation"), NUMBER),
    "projects": Fact(_("projects"), NUMBER),
    NAMED: Fact(_("mention"), YES, many=True),
}
CONFERENCE = {
    "starts_on": Fact(_("first day"), DATE, question="dates"),
    "ends_on": Fact(_("last day"), DATE, question="dates"),
    "closing_on": Fact(_("closing ceremony"), DATE, question="dates"),
    "days": Fact(_("number of days"), NUMBER, question="dates"),
    "place": Fact(_("place"), KEY),
    "country": Fact(_("country"), CHOICE),
    "motto": Fact(_("motto"), TEXT),
    "hosts": Fact(_("hosts and partners"), TEXT, many=True),
    "participants": Fact(_("participants"), KEY, many=True),
    "vietnamese_localities": Fact(_("Vietnamese localities taking part"), NUMBER),
    "french_localities": Fact(_("French localities taking part"), NUMBER),
    "people": Fact(_("people taking part"), NUMBER),
    "sessions": Fact(_("sessions"), KEY, many=True),
    "speakers": Fact(_("speakers"), TEXT, many=True),
    "commitments": Fact(_("joint statement"), KEY, many=True),
    NAMED: Fact(_("mention"), YES, many=True),
}
AGREEMENT = {
    "parties": Fact(_("parties"), KEY, many=True),
    "kind": Fact(_("kind"), CHOICE),
    "signed_on": Fact(_("day of signing"), DATE),
    "signed_at": Fact(_("place of signing"), KEY),
    "conference": Fact(_("occasion"), KEY),
    "signatories": Fact(_("signatories"), TEXT, many=True),
    "ends_on": Fact(_("last day"), DATE),
    NAMED: Fact(_("mention"), YES, many=True),
}
PARTNERSHIP = {
    "parties": Fact(_("parties"), KEY, many=True),
    "since": Fact(_("beginning"), DATE),
    "kind": Fact(_("kind"), CHOICE),
    NAMED: Fact(_("mention"), YES, many=True),
}
LOCALITY = {
    "name": Fact(_("name"), TEXT),
    "since": Fact(_("beginning"), DATE),
    "until": Fact(_("end"), DATE),
    "population": Fact(_("population"), NUMBER),
    NAMED: Fact(_("mention"), YES, many=True),
}
FACTS = {
    "": COOPERATION,
    "conference": CONFERENCE,
    "agreement": AGREEMENT,
    "partnership": PARTNERSHIP,
    "locality": LOCALITY,
}
KINDS_IN_WORDS = {
    "conference": _("conferences"),
    "agreement": _("agreements"),
    "partnership": _("partnerships"),
    "locality": _("localities"),
}
QUESTIONS = {
    ("conference", "dates"): _("When was it held?"),
    ("conference", "motto"): _("What was its motto?"),
    ("conference", "place"): _("Where was it held?"),
    ("conference", "vietnamese_localities"): _("How many Vietnamese localities took part?"),
    ("conference", "french_localities"): _("How many French localities took part?"),
    ("agreement", "signed_on"): _("When was it signed?"),
    ("agreement", "kind"): _("What kind of act is it?"),
    ("agreement", "signed_at"): _("Where was it signed?"),
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


def question_in_words(kind, question):
    return QUESTIONS.get((kind, question)) or upper_first(str(FACTS[kind][question].label))
