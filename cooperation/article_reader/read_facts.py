"""The facts that recognition finds in an article, for the import at the desk and for drafts of accounts."""

from collections.abc import Iterator
from typing import NamedTuple

from .facts import COOPERATION, FACT_TYPES, FIGURES, MENTION, Subject
from .qualifiers import NO_QUALIFIERS, Qualifiers
from .recognise.findings import Agreement, Extraction, Findings, Partnership

COUNTRIES = {"France": "FR", "Vietnam": "VN", "Viet Nam": "VN", "Việt Nam": "VN", "Pháp": "FR"}


class ReadFact(NamedTuple):
    """A fact read in an article; `extraction` says where. `language` is that of a value that is a text."""

    subject: Subject
    name: str
    value: str
    language: str
    extraction: Extraction
    qualifiers: Qualifiers = NO_QUALIFIERS


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


def read_hosts(findings: Findings, language: str) -> Iterator[ReadFact]:
    """Host localities by key, partners as written in the language of the article."""
    for conference in findings.conferences:
        if conference.ordinal:
            subject = Subject("conference", str(conference.ordinal.value))
            for host in conference.hosts:
                yield ReadFact(subject, "hosts", host.value, "", host)
            for partner in conference.partners:
                yield ReadFact(subject, "partners", partner.value, language, partner)


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


def read_agreement_facts(agreement: Agreement, key: str, language: str) -> Iterator[ReadFact]:
    """The position of a person who signed, in the language of the article, follows the name."""
    subject = Subject("agreement", key)
    for party in agreement.parties:
        yield ReadFact(subject, "parties", party.value, "", party)
    yield from read_dates_and_numbers(agreement, subject, ["kind", "signed_on", "ends_on", "conference"])
    if agreement.place and is_locality(agreement.place):
        yield ReadFact(subject, "signature_place", agreement.place.value, "", agreement.place)
    for person in agreement.signers:
        yield ReadFact(subject, "signed_by", person.name.value, "", person.name)
        if person.position:
            yield ReadFact(subject, "position", person.position.value, language, person.position)


def read_partnership_facts(partnership: Partnership, key: str) -> Iterator[ReadFact]:
    subject = Subject("partnership", key)
    for party in partnership.parties:
        yield ReadFact(subject, "parties", party.value, "", party)
    yield from read_dates_and_numbers(partnership, subject, ["since", "kind"])
