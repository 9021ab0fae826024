"""What recognising gives: values, each with the place in the text where it was read."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Found:
    """`paragraph` is an index of the article's paragraphs, -1 the title; `start` and `end` count in its text.

    `rule` names the rule that read it; `sure` goes from 0 to 1; `inferred` marks what the words
    themselves do not tell, such as a year taken from the day of publication.
    """

    value: object
    paragraph: int
    start: int
    end: int
    rule: str
    confidence: float = 1.0
    inferred: bool = False


@dataclass
class Conference:
    """`place` and `hosts` are locality keys, names as written, or names of countries."""

    ordinal: Found | None = None
    starts_on: Found | None = None
    ends_on: Found | None = None
    closing_on: Found | None = None
    days: Found | None = None
    place: Found | None = None
    conference_theme: Found | None = None
    conference_theme_language: str | None = None
    hosts: list[Found] = field(default_factory=list)
    partners: list[Found] = field(default_factory=list)


@dataclass(frozen=True)
class Person:
    name: Found
    office: Found | None = None


@dataclass
class Agreement:
    """`parties` are locality keys, or names as written; `starts_on` and `ends_on` are its period."""

    parties: list[Found]
    kind: Found | None = None
    signed_on: Found | None = None
    place: Found | None = None
    conference: Found | None = None
    starts_on: Found | None = None
    ends_on: Found | None = None
    signers: list[Person] = field(default_factory=list)


@dataclass
class Partnership:
    """A tie that lasts; `parties` as those of an agreement, `since` its first day, which may be partial."""

    parties: list[Found]
    since: Found | None = None
    kind: Found | None = None  # "twinning", "friendship", "cooperation" or "project"


@dataclass
class Locality:
    key: str | None
    name: str
    mentions: list[Found] = field(default_factory=list)


@dataclass(frozen=True)
class Figure:
    measure: str
    count: Found
    as_of: str | None = None


@dataclass
class Findings:
    conferences: list[Conference] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    localities: list[Locality] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    partnerships: list[Partnership] = field(default_factory=list)
