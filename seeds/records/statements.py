"""What each account states, fact by fact, with the sentence that says so in each of its languages."""

from dataclasses import dataclass, field

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


@dataclass
class Statement:
    """One fact as one account states it; `passages` holds its sentence by language."""

    subject: tuple
    fact: str
    value: str
    language: str = ""
    as_of: str = ""
    passages: dict = field(default_factory=dict)


class Account:
    """An article in our own form, read in its three languages."""

    def __init__(self, article, gazetteer):
        self.article, self.head = article, article.head
        self.key, self.language = article.head["key"], article.language
        self.appeared_on = (article.published or "")[:10]
        self.texts = {code: article.in_language(code) for code in article.versions}
        self.findings = {code: recognise(text, gazetteer) for code, text in self.texts.items()}

    @property
    def own(self):
        """The findings in the language of the original."""
        return self.findings[self.language]

    def main_conference(self):
        told = self.own.conferences
        return str(told[0].ordinal.value) if told and told[0].ordinal else ""

    def passage(self, found, code):
        """The sentence that a finding stands in."""
        text = dict(self.texts[code].passages())[found.paragraph]
        for start, end in bounds(text):
            if start <= found.start < end:
                return text[start:end].strip()
        return text

    def each(self, read):
        """Statements that `read(findings)` finds as (subject, fact, value, language, found), over all languages."""
        statements = {}
        for code in [self.language, *(other for other in self.findings if other != self.language)]:
            for subject, fact, value, language, found in read(self.findings[code]):
                slot = (subject, fact, value)
                statement = statements.setdefault(slot, Statement(subject, fact, value, language))
                statement.passages.setdefault(code, self.passage(found, code))
        return list(statements.values())


def of_conferences(findings):
    """Dates, place and motto of each conference; texts of hosts are joined from the three languages elsewhere."""
    for told in findings.conferences:
        if told.ordinal is None:
            continue
        subject = ("conference", str(told.ordinal.value))
        for fact in [*CONFERENCE_DATES, "days"]:
            found = getattr(told, fact)
            if found and not str(found.value).startswith("--"):
                yield subject, fact, str(found.value), "", found
        if told.place and told.place.value in COUNTRIES:
            yield subject, "country", COUNTRIES[told.place.value], "", told.place
        elif told.place and "-" in told.place.value:
            yield subject, "place", told.place.value, "", told.place
        if told.conference_theme:
            yield (
                subject,
                "conference_theme",
                told.conference_theme.value,
                told.conference_theme_language,
                told.conference_theme,
            )


def of_figures(main, appeared_on):
    def read(findings):
        for told in findings.figures:
            kind, fact = MEASURES.get(told.measure, (None, None))
            if kind == "conference" and main:
                yield ("conference", main), fact, str(told.count.value), "", told.count
            elif kind == "":
                yield ("", ""), fact, str(told.count.value), "", told.count

    return read


def of_localities(findings):
    for told in findings.localities:
        if told.key:
            yield ("locality", told.key), "mention", told.key, "", told.mentions[0]


def of_agreement(told, key):
    """The facts of one agreement, told of in one language."""
    subject = ("agreement", key)
    for party in told.parties:
        yield subject, "parties", party.value, "", party
    for fact in ["kind", "signed_on", "ends_on", "conference"]:
        found = getattr(told, fact)
        if found and not str(found.value).startswith("--"):
            yield subject, fact, str(found.value), "", found
    if told.place and "-" in told.place.value:
        yield subject, "signature_place", told.place.value, "", told.place
    for person in told.signers:
        yield subject, "signed_by", person.name.value, "", person.name


def of_partnership(told, key):
    """The facts of one lasting tie, told of in one language."""
    subject = ("partnership", key)
    for party in told.parties:
        yield subject, "parties", party.value, "", party
    for fact in ["since", "kind"]:
        found = getattr(told, fact)
        if found and not str(found.value).startswith("--"):
            yield subject, fact, str(found.value), "", found
