import pytest

from events.conference_sequence import SequenceEntry, conference_sequence
from events.models import Conference

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("archive")
def test_the_archive_has_a_gap_after_the_first_conference():
    conferences = Conference.objects.public().order_by("number")

    sequence = conference_sequence(conferences)

    assert [(entry.first, entry.last) for entry in sequence if entry.conference is None] == [(2, 5)]
    assert [entry.conference for entry in sequence if entry.conference] == list(conferences)


def test_conferences_before_the_first_that_is_recorded_are_a_gap_too():
    third, fourth, sixth = (Conference(number=number) for number in [3, 4, 6])

    assert conference_sequence([third, fourth, sixth]) == [
        SequenceEntry(first=1, last=2),
        SequenceEntry(third),
        SequenceEntry(fourth),
        SequenceEntry(first=5, last=5),
        SequenceEntry(sixth),
    ]


def test_no_conferences_have_no_gaps():
    assert conference_sequence([]) == []
