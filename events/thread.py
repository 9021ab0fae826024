"""The conferences in a row, one country after the other, with the editions that are not recorded."""

from typing import NamedTuple


class Stop(NamedTuple):
    """A conference, or a gap of editions (first and last number) that the register does not hold."""

    conference: object = None
    first: int = 0
    last: int = 0


def thread(conferences):
    """Stops for conferences in the order of their numbers."""
    stops, expected = [], 1
    for conference in conferences:
        if conference.number > expected:
            stops.append(Stop(first=expected, last=conference.number - 1))
        stops.append(Stop(conference))
        expected = conference.number + 1
    return stops
