"""Which days a conference had, where accounts tell several spans."""

from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """The first and last day that one account tells, and the day on which it appeared."""

    starts_on: str
    ends_on: str
    appeared_on: str

    def is_preview(self):
        """Whether the account appeared before the last day that it tells, and could only tell plans."""
        last = self.ends_on or self.starts_on
        return self.appeared_on < last[: len(self.appeared_on)]


def span_of(spans):
    """Accounts that appeared after the event outweigh those that told its plans; whole spans outweigh halves."""
    for fitting in [
        [span for span in spans if span.starts_on and span.ends_on and not span.is_preview()],
        [span for span in spans if span.starts_on and span.ends_on],
        [span for span in spans if span.starts_on or span.ends_on],
    ]:
        told = [(span.starts_on, span.ends_on) for span in fitting]
        if told:
            return max(told, key=lambda days: (told.count(days), precision(days), width(days), -told.index(days)))
    return "", ""


def precision(days):
    return min(len(day) for day in days if day)


def width(days):
    """Days between the two, none where one is open or no whole day."""
    if min(map(len, days)) < len("2023-04-13"):
        return 0
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days
