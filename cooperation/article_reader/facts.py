"""The facts that a report may state: one table for recognition, import, claims, accounts, scoring and JSON report."""

from typing import NamedTuple

DATE, NUMBER, TEXT, KEY, CHOICE, YES = "date", "number", "text", "key", "choice", "yes"
MENTION = "mention"  # the fact that only names its subject


class FactType(NamedTuple):
    """`many`: several values stand beside each other without contradiction, such as parties.

    Facts with one `question` are compared together. `found_as` is the attribute of a finding (`recognise.findings`) or
    the measure of a figure; empty where recognition does not find it. `json_name` is its name in the JSON report.
    """

    value_type: str
    many: bool = False
    question: str = ""
    found_as: str = ""
    json_name: str = ""


#: {kind of subject: {name: FactType}}; the empty kind is the cooperation as a whole.
FACT_TYPES = {
    "": {
        "vietnamese_localities": FactType(NUMBER, found_as="mechanism.vn"),
        "french_localities": FactType(NUMBER, found_as="mechanism.fr"),
        "projects": FactType(NUMBER, found_as="mechanism.projects"),
        MENTION: FactType(YES, many=True),
    },
    "conference": {
        "starts_on": FactType(DATE, question="dates", found_as="starts_on", json_name="starts_on"),
        "ends_on": FactType(DATE, question="dates", found_as="ends_on", json_name="ends_on"),
        "closing_on": FactType(DATE, question="dates", found_as="closing_on"),
        "days": FactType(NUMBER, question="dates", found_as="days"),
        "place": FactType(KEY, found_as="place", json_name="place"),
        "country": FactType(CHOICE),
        "conference_theme": FactType(TEXT, found_as="conference_theme", json_name="motto"),
        "hosts": FactType(TEXT, many=True),
        "partners": FactType(TEXT, many=True),
        "heads_of_delegation": FactType(TEXT, many=True),
        "signings": FactType(NUMBER),
        "signings_complete": FactType(YES),
        "declared_on": FactType(DATE),
        "participants": FactType(KEY, many=True),
        "vietnamese_localities": FactType(NUMBER, found_as="participants.vn"),
        "french_localities": FactType(NUMBER, found_as="participants.fr"),
        "localities": FactType(NUMBER),
        "people": FactType(NUMBER, found_as="participants.total"),
        "sessions": FactType(KEY, many=True),
        "speakers": FactType(TEXT, many=True),
        "commitments": FactType(KEY, many=True),
        MENTION: FactType(YES, many=True),
    },
    "agreement": {
        "parties": FactType(KEY, many=True, found_as="parties", json_name="parties"),
        "kind": FactType(CHOICE, found_as="kind", json_name="kind"),
        "signed_on": FactType(DATE, found_as="signed_on", json_name="signed_on"),
        "ends_on": FactType(DATE, found_as="ends_on", json_name="ends_on"),
        "is_signed": FactType(YES),
        "conference": FactType(KEY, found_as="conference"),
        "occasion": FactType(TEXT),
        "signature_place": FactType(KEY, found_as="place", json_name="place"),
        "signed_by": FactType(TEXT, many=True, found_as="signers"),
        "position": FactType(TEXT, many=True),
        "heads_of_delegation": FactType(TEXT, many=True),
        "themes": FactType(KEY, many=True),
        MENTION: FactType(YES, many=True),
    },
    "partnership": {
        "parties": FactType(KEY, many=True, found_as="parties", json_name="parties"),
        "since": FactType(DATE, found_as="since", json_name="since"),
        "anniversary": FactType(NUMBER),
        "kind": FactType(CHOICE, found_as="kind", json_name="kind"),
        MENTION: FactType(YES, many=True),
    },
    "locality": {
        "name": FactType(TEXT),
        "since": FactType(DATE),
        "until": FactType(DATE),
        "population": FactType(NUMBER),
        MENTION: FactType(YES, many=True),
    },
}
#: {measure of a figure: (kind of its subject, fact)}.
FIGURES = {
    fact.found_as: (kind, name)
    for kind, facts in FACT_TYPES.items()
    for name, fact in facts.items()
    if fact.value_type == NUMBER and "." in fact.found_as
}


class Subject(NamedTuple):
    """What a fact is about; kind and key are empty for the cooperation as a whole."""

    kind: str
    key: str


COOPERATION = Subject("", "")


def get_reported_facts(kind: str) -> dict[str, str]:
    """{name in the JSON report: attribute of a finding} of a kind, in the order of the table."""
    return {fact.json_name: fact.found_as for fact in FACT_TYPES[kind].values() if fact.json_name}
