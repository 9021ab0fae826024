"""What findings mean for the register: new records, records that stand already, values that agree or differ."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from cooperation.agreements.choices import AgreementKind, PartnershipKind
from cooperation.agreements.models import Partnership
from cooperation.news.facts import FACTS
from events.models import Conference
from localities.models import Locality
from seeds.records.statements import of_agreement, of_conferences, of_figures, of_localities, of_partnership

from .matching import MatchResult, compare, name_reason, own_value, reason_of, same_agreement, same_parties

CHOICES = {("agreement", "kind"): AgreementKind.choices, ("partnership", "kind"): PartnershipKind.choices}
PRESELECT_THRESHOLD = 0.6  # what is less sure is proposed, but not ticked


@dataclass
class Value:
    """One value that was read, with the place of its words in the article."""

    number: int
    fact: str
    value: str
    language: str
    found: object
    match: str
    label: str
    shown: str = ""
    choices: list = field(default_factory=list)

    @property
    def name(self):
        return f"value-{self.number}"

    @property
    def is_ticked(self):
        return self.found.confidence >= PRESELECT_THRESHOLD


@dataclass
class Subject:
    """What several values are about: a record that stands, or one that may be drafted."""

    number: int
    kind: str
    key: str
    record: object
    title: str
    reason: str
    values: list = field(default_factory=list)

    @property
    def name(self):
        return f"subject-{self.number}"

    @property
    def match(self):
        return MatchResult.EXISTING if self.record else MatchResult.NEW

    @property
    def can_be_drafted(self):
        """A draft needs to know its parties: each a locality of the register or of the official tables."""
        return self.kind in ("conference", "agreement", "partnership")


class Proposals:
    """Everything that findings propose, numbered in the order in which it is shown."""

    def __init__(self, findings, gazetteer, appeared_on):
        self.gazetteer, self.subjects, self.count = gazetteer, [], 0
        keys = {locality.key for locality in findings.localities if locality.key}
        self.localities = {each.key: each for each in Locality.objects.filter(key__in=keys)}
        main = self.conferences(findings)
        self.agreements(findings)
        self.partnerships(findings)
        self.add_values(
            self.subject("", "", None, _("The cooperation as a whole"), ""), of_figures(main, appeared_on)(findings)
        )
        for statement in of_localities(findings):
            locality = self.localities.get(statement[0][1])
            if locality:
                reason = name_reason(locality, statement[4].value)
                subject = self.subject("locality", locality.key, locality, str(locality), reason)
                self.add_values(subject, [statement])
        self.subjects = [subject for subject in self.subjects if subject.values or subject.can_be_drafted]

    def knows(self, key):
        """Whether this is a locality of the register or of the official tables."""
        return key in self.gazetteer.units or Locality.objects.filter(key=key).exists()

    def values(self):
        return [value for subject in self.subjects for value in subject.values]

    def subject(self, kind, key, record, title, reason):
        for subject in self.subjects:
            if (subject.kind, subject.key) == (kind, key):
                return subject
        self.subjects.append(Subject(len(self.subjects) + 1, kind, key, record, str(title), str(reason)))
        return self.subjects[-1]

    def conferences(self, findings):
        """Conferences by their number; the number of the one that the article is mainly about."""
        main = ""
        for told in findings.conferences:
            if told.ordinal:
                key = str(told.ordinal.value)
                main = main or key
                record = Conference.objects.filter(key=key).first()
                title = record or _("Conference %(number)s") % {"number": key}
                self.subject("conference", key, record, title, _("found by its number"))
        for statement in [*of_conferences(findings), *of_figures(main, "")(findings)]:
            if statement[0][0] == "conference":
                subject = next(each for each in self.subjects if (each.kind, each.key) == statement[0])
                self.add_values(subject, [statement])
        return main

    def agreements(self, findings):
        for number, told in enumerate(findings.agreements, start=1):
            parties = [party.value for party in told.parties]
            signed = told.signed_on.value if told.signed_on else ""
            record = same_agreement(parties, signed)
            key = record.key if record else f"new-{number}"
            subject = self.subject("agreement", key, record, self.tie(parties), reason_of(record))
            self.add_values(subject, of_agreement(told, key))

    def partnerships(self, findings):
        for number, told in enumerate(findings.partnerships, start=1):
            parties = [party.value for party in told.parties]
            record = same_parties(Partnership.objects.all(), "parties", parties)
            key = record.key if record else f"new-{number}"
            subject = self.subject("partnership", key, record, self.tie(parties), reason_of(record))
            self.add_values(subject, of_partnership(told, key))

    def title_of(self, subject, parties):
        """What a new record is called in the language of the moment."""
        if subject.kind == "conference":
            return _("Conference %(number)s") % {"number": subject.key}
        return self.tie(parties)

    def tie(self, parties):
        return " – ".join(self.name_of(party) for party in parties)

    def name_of(self, party):
        """A locality as the register calls it, else as the official tables do, else as written."""
        if party in self.localities:
            return str(self.localities[party])
        unit = self.gazetteer.units.get(party)
        return unit.names[0] if unit and unit.names else party

    def add_values(self, subject, statements):
        for (kind, _key), fact, value, language, found in statements:
            if kind != subject.kind or any((fact, value) == (each.fact, each.value) for each in subject.values):
                continue
            self.count += 1
            shown = self.name_of(value)
            match = compare(
                subject.record, FACTS[kind][fact], own_value(subject.record, fact, language), [value, shown]
            )
            label = str(FACTS[kind][fact].label)
            choices = CHOICES.get((kind, fact), [])
            shown = str(dict(choices).get(value, shown))
            made = Value(self.count, fact, value, language or "", found, match, label, shown, choices)
            subject.values.append(made)
