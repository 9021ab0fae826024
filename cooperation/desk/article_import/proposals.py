"""Proposals from the findings in an article: new records, existing records, and values that agree or differ."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from cooperation.agreements.models import Partnership
from cooperation.article_reader.gazetteer import Gazetteer
from cooperation.article_reader.read_facts import (
    ReadFact,
    get_main_conference,
    read_agreement_facts,
    read_conference_facts,
    read_figures,
    read_hosts,
    read_mentions,
    read_partnership_facts,
)
from cooperation.article_reader.recognise.findings import Findings
from cooperation.core.records import Record
from cooperation.news.facts import CHOICE, FACTS
from cooperation.news.qualifiers import qualify
from cooperation.news.typed_values import get_choices
from events.models import Conference
from events.titles import build_conference_title
from localities.models import Locality

from .matching import compare, explain_match, explain_name_match, find_agreement, find_by_parties, get_own_value
from .subjects import Subject, Value


class Proposals:
    """All proposals from the findings of an article, numbered in display order."""

    def __init__(self, findings: Findings, gazetteer: Gazetteer, language: str):
        """`language` is that of the article."""
        self.gazetteer, self.language, self.subjects, self.count = gazetteer, language, [], 0
        keys = {locality.key for locality in findings.localities if locality.key}
        self.localities = {locality.key: locality for locality in Locality.objects.filter(key__in=keys)}
        main_conference = self.add_conferences(findings)
        self.add_agreements(findings)
        self.add_partnerships(findings)
        cooperation = self.get_or_add_subject("", "", None, _("Cooperation as a whole"), "")
        self.add_values(cooperation, read_figures(findings, main_conference))
        self.add_localities(findings)
        self.subjects = [subject for subject in self.subjects if subject.values or subject.can_be_drafted]

    def is_known(self, key: str) -> bool:
        """Whether this is the key of a locality of the official tables, or of a conference that will be drafted."""
        return key in self.gazetteer.units or self.find_subject("conference", key) is not None

    def values(self) -> list[Value]:
        return [value for subject in self.subjects for value in subject.values]

    def find_subject(self, kind: str, key: str) -> Subject | None:
        return next((subject for subject in self.subjects if (subject.kind, subject.key) == (kind, key)), None)

    def get_or_add_subject(self, kind: str, key: str, record: Record | None, title: object, reason: object) -> Subject:
        subject = self.find_subject(kind, key)
        if subject is None:
            subject = Subject(len(self.subjects) + 1, kind, key, record, str(title), str(reason))
            self.subjects.append(subject)
        return subject

    def add_conferences(self, findings: Findings) -> str:
        """Add conferences by their number; return the number of the one that the article is mainly about, or ""."""
        main_conference = get_main_conference(findings)
        for conference in findings.conferences:
            if conference.ordinal:
                key = str(conference.ordinal.value)
                record = Conference.objects.filter(key=key).first()
                title = record or build_conference_title(conference.ordinal.value)
                self.get_or_add_subject("conference", key, record, title, _("matched by number"))
        hosts = read_hosts(findings, self.language)
        for read_fact in [*read_conference_facts(findings), *hosts, *read_figures(findings, main_conference)]:
            if read_fact.subject.kind == "conference":
                self.add_values(self.find_subject(*read_fact.subject), [read_fact])
        return main_conference

    def add_agreements(self, findings: Findings) -> None:
        for number, agreement in enumerate(findings.agreements, start=1):
            parties = [party.value for party in agreement.parties]
            signed_on = agreement.signed_on.value if agreement.signed_on else ""
            record = find_agreement(parties, signed_on)
            key = record.key if record else f"new-{number}"
            title = self.join_party_names(parties)
            subject = self.get_or_add_subject("agreement", key, record, title, explain_match(record))
            self.add_values(subject, read_agreement_facts(agreement, key, self.language))

    def add_partnerships(self, findings: Findings) -> None:
        for number, partnership in enumerate(findings.partnerships, start=1):
            parties = [party.value for party in partnership.parties]
            record = find_by_parties(Partnership.objects.all(), "parties", parties)
            key = record.key if record else f"new-{number}"
            title = self.join_party_names(parties)
            subject = self.get_or_add_subject("partnership", key, record, title, explain_match(record))
            self.add_values(subject, read_partnership_facts(partnership, key))

    def add_localities(self, findings: Findings) -> None:
        """Add the localities of the register that the article names."""
        for read_fact in read_mentions(findings):
            locality = self.localities.get(read_fact.subject.key)
            if locality:
                reason = explain_name_match(locality, read_fact.extraction.value)
                subject = self.get_or_add_subject("locality", locality.key, locality, str(locality), reason)
                self.add_values(subject, [read_fact])

    def join_party_names(self, parties: list[str]) -> str:
        return " – ".join(self.get_name(party) for party in parties)

    def get_name(self, party: str) -> str:
        """The name of a locality in the register, else in the official tables; `party` itself if it is not a key."""
        if party in self.localities:
            return str(self.localities[party])
        unit = self.gazetteer.units.get(party)
        return unit.names[0] if unit and unit.names else party

    def add_values(self, subject: Subject, read_facts: Iterable[ReadFact]) -> None:
        """Add the values that are about this kind of subject, each once."""
        for read_fact in read_facts:
            fact, text = read_fact.name, read_fact.value
            stated = fact, text, read_fact.qualifiers
            is_repeated = any(stated == (value.fact, value.value, value.qualifiers) for value in subject.values)
            if read_fact.subject.kind != subject.kind or is_repeated:
                continue
            self.count += 1
            shown = self.get_name(text)
            definition = FACTS[subject.kind][fact]
            extraction, language = read_fact.extraction, read_fact.language or ""
            own = get_own_value(subject.record, fact, language)
            match = compare(subject.record, definition, own, [text, shown])
            choices = get_choices(subject.kind, fact) if definition.value_type == CHOICE else []
            qualifiers = read_fact.qualifiers
            shown = qualify(
                str(dict(choices).get(text, shown)), qualifiers.comparator, qualifiers.nature, qualifiers.inference
            )
            label = str(definition.label)
            subject.values.append(
                Value(self.count, fact, text, language, extraction, match, label, shown, qualifiers, choices)
            )
