"""A place before it is written to the tables."""

from dataclasses import dataclass, field
from datetime import date, timedelta


@dataclass
class Place:
    """One legal unit; `names` are {language: name}, `codes` are (scheme, value, since, until)."""

    level: str
    key: str = ""
    epci_kind: str = ""
    names: dict = field(default_factory=dict)
    official_name: str = ""
    parent: str = ""
    parent_code: tuple = ()
    department: str = ""
    since: str = ""
    until: str = ""
    point: tuple = ("", "")
    codes: list = field(default_factory=list)

    def add_code(self, scheme, value, since="", until=""):
        """The validity period of a code defaults to that of its place."""
        self.codes.append((scheme, value, since or self.since, until or self.until))


def day_before(day):
    """
    >>> day_before("2025-07-01")
    '2025-06-30'
    """
    return str(date.fromisoformat(day) - timedelta(days=1))
