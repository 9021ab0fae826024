"""A place on its way into the tables."""

from dataclasses import dataclass, field
from datetime import date, timedelta


@dataclass
class Place:
    """One legal unit; `codes` are (scheme, value, since, until)."""

    level: str
    key: str = ""
    epci_kind: str = ""
    name_vi: str = ""
    name_fr: str = ""
    name_en: str = ""
    official_name: str = ""
    parent: str = ""
    parent_code: tuple = ()
    department: str = ""
    since: str = ""
    until: str = ""
    point: tuple = ("", "")
    codes: list = field(default_factory=list)

    def add_code(self, scheme, value, since="", until=""):
        """A code is as old as its place unless it says otherwise."""
        self.codes.append((scheme, value, since or self.since, until or self.until))


def day_before(day):
    """
    >>> day_before("2025-07-01")
    '2025-06-30'
    """
    return str(date.fromisoformat(day) - timedelta(days=1))
