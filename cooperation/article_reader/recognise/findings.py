"""The result of recognition: extracted values, each with its position in the text."""

from dataclasses import dataclass, field

from cooperation.article_reader.qualifiers import NO_QUALIFIERS, Qualifiers


@dataclass(frozen=True)
class Extraction:
    """A value and its position in the text.

    `paragraph` is an index of the article's paragraphs, -1 the title; `start` and `end` are offsets in its text.
    `rule` names the rule that matched; `confidence` is between 0 and 1; `inferred` marks a value that is partly
    taken from the context, such as a year from the date of publication.
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
    """The values of `place` and `hosts` are locality keys, names as written, or country names."""

    ordinal: Extraction | None = None
    starts_on: Extraction | None = None
    ends_on: Extraction | None = None
    closing_on: Extraction | None = None
    days: Extraction | None = None
    place: Extraction | None = None
    conference_theme: Extraction | None = None
    conference_theme_language: str | None = None
    hosts: list[Extraction] = field(default_factory=list)
    partners: list[Extraction] = field(default_factory=list)


@dataclass(frozen=True)
class Person:
    name: Extraction
    position: Extraction | None = None


@dataclass
class Agreement:
    """The values of `parties` are locality keys or names as written; `starts_on` and `ends_on` bound the period."""

    parties: list[Extraction]
    kind: Extraction | None = None
    signed_on: Extraction | None = None
    place: Extraction | None = None
    conference: Extraction | None = None
    starts_on: Extraction | None = None
    ends_on: Extraction | None = None
    signers: list[Person] = field(default_factory=list)


@dataclass
class Partnership:
    """A lasting partnership: `parties` as in an agreement; `since` may be a partial date."""

    parties: list[Extraction]
    since: Extraction | None = None
    kind: Extraction | None = None  # "twinning", "friendship", "cooperation" or "project"


@dataclass
class Locality:
    key: str | None
    name: str
    mentions: list[Extraction] = field(default_factory=list)


@dataclass(frozen=True)
class Figure:
    measure: str
    count: Extraction
    qualifiers: Qualifiers = NO_QUALIFIERS


@dataclass
class Findings:
    conferences: list[Conference] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    localities: list[Locality] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    partnerships: list[Partnership] = field(default_factory=list)
