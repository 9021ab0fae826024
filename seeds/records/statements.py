"""What each account states, fact by fact, with the supporting sentence in each of its languages."""

from dataclasses import dataclass, field
from typing import NamedTuple

from seeds.recognise import recognise
from seeds.recognise.passages import bounds

COUNTRIES = {"France": "FR", "Vietnam": "VN", "Viet Nam": "VN", "Việt Nam": "VN", "Pháp": "FR"}
CONFERENCE_DATES = ["starts_on", "ends_on", "closing_on"]
MEASURES = {
    "participants.vn": ("conference", "vietnamese_localities"),
    "participants.fr": ("conference", "french_localities"),
    "participants.total": ("conference", "people"),
    "mechanism.vn": ("", "vietnamese_localities"),
    "mechanism.fr": ("", "french_localities"),
    "mechanism.projects": ("", "projects"),
}


class ReadFact(NamedTuple):
    """A fact read in one language of an article; `subject` is (kind, key), `extraction` says where it was read."""

    subject: tuple
    fact: str
    value: str
    language: str
    extraction: object

    @property
    def kind(self):
        return self.subject[0]

    @property
    def key(self):
        return self.subject[1]


@dataclass
class Statement:
    """A fact as one account states it; `passages` holds its sentence by language."""

    subject: tuple
    fact: str
    value: str
    language: str = ""
    as_of: str = ""
    passages: dict = field(default_factory=dict)


class Account:
    """An article in our own format, with the findings in each of its languages."""

    def __init__(self, article, gazetteer):
        self.article, self.head = article, article.head
        self.key, self.language = article.head["key"], article.language
        self.appeared_on = (article.published or "")[:10]
        self.texts = {code: article.in_language(code) for code in article.versions}
        self.findings = {code: recognise(text, gazetteer) for code, text in self.texts.items()}

    @property
    def original_findings(self):
        """The findings in the language of the original."""
        return self.findings[self.language]

    def main_conference(self):
        """The number, as text, of the conference named first; empty if there is none."""
        conferences = self.original_findings.conferences
        return str(conferences[0].ordinal.value) if conferences and conferences[0].ordinal else ""

    def passage(self, extraction, code):
        """The sentence in which a value was read."""
        text = dict(self.texts[code].passages())[extraction.paragraph]
        for start, end in bounds(text):
            if start <= extraction.start < end:
                return text[start:end].strip()
        return text

    def statements(self, read):
        """The facts that `read(findings)` yields, merged over all languages into statements."""
        statements = {}
        for code in [self.language, *(other for other in self.findings if other != self.language)]:
            for read_fact in read(self.findings[code]):
                slot = (read_fact.subject, read_fact.fact, read_fact.value)
                statement = statements.setdefault(slot, Statement(*slot, read_fact.language))
                statement.passages.setdefault(code, self.passage(read_fact.extraction, code))
        return list(statements.values())


def read_values(item, subject, facts):
    """The facts with a value; dates without a year are left out."""
    for fact in facts:
        extraction = getattr(item, fact)
        if extraction and not str(extraction.value).startswith("--"):
            yield ReadFact(subject, fact, str(extraction.value), "", extraction)


def read_conference_facts(findings):
    """Dates, place and theme of each conference. Hosts are not read here, but from all languages together."""
    for conference in findings.conferences:
        if conference.ordinal is None:
            continue
        subject = ("conference", str(conference.ordinal.value))
        yield from read_values(conference, subject, [*CONFERENCE_DATES, "days"])
        place, theme = conference.place, conference.conference_theme
        if place and place.value in COUNTRIES:
            yield ReadFact(subject, "country", COUNTRIES[place.value], "", place)
        elif place and "-" in place.value:
            yield ReadFact(subject, "place", place.value, "", place)
        if theme:
            yield ReadFact(subject, "conference_theme", theme.value, conference.conference_theme_language, theme)


def get_figure_reader(main, appeared_on):
    """A function that reads the figures of the main conference and of the cooperation as a whole."""

    def read(findings):
        for figure in findings.figures:
            kind, fact = MEASURES.get(figure.measure, (None, None))
            if kind == "conference" and main:
                yield ReadFact(("conference", main), fact, str(figure.count.value), "", figure.count)
            elif kind == "":
                yield ReadFact(("", ""), fact, str(figure.count.value), "", figure.count)

    return read


def read_locality_facts(findings):
    for locality in findings.localities:
        if locality.key:
            yield ReadFact(("locality", locality.key), "mention", locality.key, "", locality.mentions[0])


def read_agreement_facts(agreement, key):
    """The facts of one agreement, as read in one language."""
    subject = ("agreement", key)
    for party in agreement.parties:
        yield ReadFact(subject, "parties", party.value, "", party)
    yield from read_values(agreement, subject, ["kind", "signed_on", "ends_on", "conference"])
    if agreement.place and "-" in agreement.place.value:
        yield ReadFact(subject, "signature_place", agreement.place.value, "", agreement.place)
    for person in agreement.signers:
        yield ReadFact(subject, "signed_by", person.name.value, "", person.name)


def read_partnership_facts(partnership, key):
    """The facts of one partnership, as read in one language."""
    subject = ("partnership", key)
    for party in partnership.parties:
        yield ReadFact(subject, "parties", party.value, "", party)
    yield from read_values(partnership, subject, ["since", "kind"])
