"""Choose the dates of a conference when accounts give several spans."""

from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """The first and last day that one account gives, and the date on which the account was published."""

    starts_on: str
    ends_on: str
    appeared_on: str

    def is_preview(self):
        """Whether the account was published before the last day that it gives, so that it reports plans."""
        last = self.ends_on or self.starts_on
        return self.appeared_on < last[: len(self.appeared_on)]


def choose_span(spans):
    """(start, end): accounts of the event outrank previews, complete spans outrank incomplete ones.

    Within the best group, the most frequent span wins, then the most precise, the widest, the first.
    """
    for candidates in [
        [span for span in spans if span.starts_on and span.ends_on and not span.is_preview()],
        [span for span in spans if span.starts_on and span.ends_on],
        [span for span in spans if span.starts_on or span.ends_on],
    ]:
        dates = [(span.starts_on, span.ends_on) for span in candidates]
        if dates:
            return max(
                dates, key=lambda pair: (dates.count(pair), get_precision(pair), count_days(pair), -dates.index(pair))
            )
    return "", ""


def get_precision(dates):
    return min(len(text) for text in dates if text)


def count_days(dates):
    """Days between the two; 0 if one is missing or not a full date."""
    if min(map(len, dates)) < len("2023-04-13"):
        return 0
    return (date.fromisoformat(dates[1]) - date.fromisoformat(dates[0])).days
