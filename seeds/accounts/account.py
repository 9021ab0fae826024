"""An account: our own telling of an article in three languages, and the facts that it states."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from cooperation.article_reader.facts import Subject
from cooperation.article_reader.qualifiers import Qualifiers
from cooperation.article_reader.reading.article import Paragraph


@dataclass(frozen=True)
class Version:
    """One language of an account ; each row of a marked part is a dict."""

    title: str
    summary: str
    paragraphs: list[Paragraph]
    sessions: list[dict] = field(default_factory=list)
    speakers: list[dict] = field(default_factory=list)
    commitments: list[dict] = field(default_factory=list)
    participants: list[str] = field(default_factory=list)


class AccountFact(NamedTuple):
    """A fact that the article states; `sentences` is {language: the sentence of the account that says so}.

    `language` is that of a value that is a text.
    """

    subject: Subject
    name: str
    value: str
    language: str
    qualifiers: Qualifiers
    sentences: dict


@dataclass(frozen=True)
class Account:
    """`head` is the head of the file; `language` the version that the other two follow."""

    head: dict[str, str]
    versions: dict[str, Version]
    facts: list[AccountFact]

    @property
    def key(self):
        return self.head["key"]

    @property
    def language(self):
        return self.head["language"]

    @property
    def published(self):
        """A partial date, or a date with a time; empty if it is not known."""
        return self.head["published"]

    @property
    def appeared_on(self):
        return self.published[:10]

    @property
    def conference(self):
        """The number, as text, of the conference that the article is mainly about; empty if there is none."""
        return self.head.get("conference", "")

    def facts_of(self, kind, key=None, name=None):
        """Its facts on subjects of a kind, on one subject, or of one name."""
        return [
            fact
            for fact in self.facts
            if fact.subject.kind == kind and key in (None, fact.subject.key) and name in (None, fact.name)
        ]

    @cached_property
    def facts_by_subject(self):
        """{subject: its facts}."""
        groups = {}
        for fact in self.facts:
            groups.setdefault(fact.subject, []).append(fact)
        return groups
