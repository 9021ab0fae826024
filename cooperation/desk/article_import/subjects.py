"""The subjects that an article is about, with the values that were read of each."""

from dataclasses import dataclass, field

from cooperation.article_reader.qualifiers import NO_QUALIFIERS, Qualifiers
from cooperation.article_reader.recognise.findings import Extraction
from cooperation.core.records import Record
from cooperation.kinds import IMPORT, get_kind

from .matching import MatchResult

PRESELECT_THRESHOLD = 0.6  # values with less confidence are proposed, but not ticked


@dataclass
class Value:
    """A proposed value; `extraction` has its position in the article, `shown` is the value for readers."""

    number: int
    fact: str
    value: str
    language: str
    extraction: Extraction
    match: MatchResult
    label: str
    shown: str = ""
    qualifiers: Qualifiers = NO_QUALIFIERS
    choices: list = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"value-{self.number}"

    @property
    def is_preselected(self) -> bool:
        return self.extraction.confidence >= PRESELECT_THRESHOLD


@dataclass
class Subject:
    """The subject of several values: an existing record, or one that may be drafted."""

    number: int
    kind: str
    key: str
    record: Record | None
    title: str
    reason: str
    values: list[Value] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"subject-{self.number}"

    @property
    def match(self) -> MatchResult:
        return MatchResult.EXISTING if self.record else MatchResult.NEW

    @property
    def can_be_drafted(self) -> bool:
        kind = get_kind(self.kind)
        return bool(kind) and IMPORT in kind.surfaces
