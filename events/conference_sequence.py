"""The conferences in a row, one country after the other, with the editions that are not recorded."""

from typing import NamedTuple


class SequenceEntry(NamedTuple):
    """A conference, or a gap of editions (first and last number) that the register does not hold."""

    conference: object = None
    first: int = 0
    last: int = 0


def conference_sequence(conferences):
    """Stops for conferences in the order of their numbers."""
    sequence, expected = [], 1
    for conference in conferences:
        if conference.number > expected:
            sequence.append(SequenceEntry(first=expected, last=conference.number - 1))
        sequence.append(SequenceEntry(conference))
        expected = conference.number + 1
    return sequence
