"""The facts that a report may state: one table for recognition, import, claims, accounts, scoring and JSON report."""

from collections.abc import Iterator
from typing import NamedTuple

from cooperation.article_reader.qualifiers import NO_QUALIFIERS, Qualifiers
from cooperation.article_reader.recognise.findings import Agreement, Extraction, Findings, Partnership

DATE, NUMBER, TEXT, KEY, CHOICE, YES = "date", "number", "text", "key", "choice", "yes"
MENTION = "mention"  # the fact that only names its subject
COUNTRIES = {"France": "FR", "Vietnam": "VN", "Viet Nam": "VN", "Việt Nam": "VN", "Pháp": "FR"}


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


class ReadFact(NamedTuple):
    """A fact read in an article; `extraction` says where. `language` is that of a value that is a text."""

    subject: Subject
    name: str
    value: str
    language: str
    extraction: Extraction
    qualifiers: Qualifiers = NO_QUALIFIERS


def get_reported_facts(kind: str) -> dict[str, str]:
    """{name in the JSON report: attribute of a finding} of a kind, in the order of the table."""
    return {fact.json_name: fact.found_as for fact in FACT_TYPES[kind].values() if fact.json_name}


def get_main_conference(findings: Findings) -> str:
    """The number, as text, of the conference that an article names first; empty if there is none."""
    first = findings.conferences[0] if findings.conferences else None
    return str(first.ordinal.value) if first and first.ordinal else ""


def read_dates_and_numbers(item: object, subject: Subject, names: list[str]) -> Iterator[ReadFact]:
    """The facts with one value; dates without a year are left out."""
    for name in names:
        extraction = getattr(item, FACT_TYPES[subject.kind][name].found_as)
        if extraction and not str(extraction.value).startswith("--"):
            qualifiers = Qualifiers(inference="publication_date" if extraction.inferred else "")
            yield ReadFact(subject, name, str(extraction.value), "", extraction, qualifiers)


def read_conference_facts(findings: Findings) -> Iterator[ReadFact]:
    """Dates, place and theme of each conference."""
    for conference in findings.conferences:
        if conference.ordinal is None:
            continue
        subject = Subject("conference", str(conference.ordinal.value))
        yield from read_dates_and_numbers(conference, subject, ["starts_on", "ends_on", "closing_on", "days"])
        place, theme = conference.place, conference.conference_theme
        if place and place.value in COUNTRIES:
            yield ReadFact(subject, "country", COUNTRIES[place.value], "", place)
        elif place and is_locality(place):
            yield ReadFact(subject, "place", place.value, "", place)
        if theme:
            yield ReadFact(subject, "conference_theme", theme.value, conference.conference_theme_language, theme)


def is_locality(place: Extraction) -> bool:
    """Whether the value is the key of a locality, and not a name as written."""
    return "-" in place.value


def read_figures(findings: Findings, main_conference: str) -> Iterator[ReadFact]:
    """The figures of the main conference and of the cooperation as a whole."""
    for figure in findings.figures:
        kind, name = FIGURES.get(figure.measure, (None, ""))
        subject = COOPERATION if kind == "" else Subject(kind, main_conference)
        if kind is not None and (kind == "" or main_conference):
            yield ReadFact(subject, name, str(figure.count.value), "", figure.count, figure.qualifiers)


def read_mentions(findings: Findings) -> Iterator[ReadFact]:
    for locality in findings.localities:
        if locality.key:
            yield ReadFact(Subject("locality", locality.key), MENTION, locality.key, "", locality.mentions[0])


def read_agreement_facts(agreement: Agreement, key: str) -> Iterator[ReadFact]:
    subject = Subject("agreement", key)
    for party in agreement.parties:
        yield ReadFact(subject, "parties", party.value, "", party)
    yield from read_dates_and_numbers(agreement, subject, ["kind", "signed_on", "ends_on", "conference"])
    if agreement.place and is_locality(agreement.place):
        yield ReadFact(subject, "signature_place", agreement.place.value, "", agreement.place)
    for person in agreement.signers:
        yield ReadFact(subject, "signed_by", person.name.value, "", person.name)


def read_partnership_facts(partnership: Partnership, key: str) -> Iterator[ReadFact]:
    subject = Subject("partnership", key)
    for party in partnership.parties:
        yield ReadFact(subject, "parties", party.value, "", party)
    yield from read_dates_and_numbers(partnership, subject, ["since", "kind"])
