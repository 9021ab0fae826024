"""The sequence of conferences by number, including gaps for editions that are not recorded."""

from typing import NamedTuple


class SequenceEntry(NamedTuple):
    """A conference, or a gap: the first and the last number of editions missing in the register."""

    conference: object = None
    first: int = 0
    last: int = 0


def conference_sequence(conferences):
    """[SequenceEntry] for conferences ordered by number."""
    entries, expected = [], 1
    for conference in conferences:
        if conference.number > expected:
            entries.append(SequenceEntry(first=expected, last=conference.number - 1))
        entries.append(SequenceEntry(conference))
        expected = conference.number + 1
    return entries
