"""The timeline of the whole cooperation, and those of a partnership and of an agreement."""

import datetime as dt

import pytest

from cooperation.agreements.models import Milestone
from cooperation.agreements.timeline import partnership_timeline, timeline
from cooperation.core.dates import AsOf
from cooperation.core.records import PublicationState
from cooperation.overview.timeline import build_lanes, build_timeline_events
from localities.lineage import Lineage
from tests.factories import (
    make_agreement,
    make_conference,
    make_french_locality,
    make_locality,
    make_partnership,
    make_succession,
)

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 11, 22)


def dates_and_words(day=DAY):
    return [(event.on, event.word) for event in build_timeline_events(AsOf(day, None if day == DAY else day))]


def entries_of(agreement, day=DAY):
    lineage = Lineage()
    return [(entry.on, entry.kind, entry.text) for entry in timeline(agreement, agreement.parties_on(lineage, day))]


def entries_of_partnership(partnership, day=DAY):
    return [(entry.on, entry.kind, entry.text) for entry in partnership_timeline(partnership, Lineage(), day)]


def test_everything_dated_stands_in_the_order_of_its_days():
    old, new, french = make_locality(until="2025-06-30"), make_locality(), make_french_locality()
    make_succession(old, new)
    make_partnership(parties=[old, french], since="1996")
    first = make_agreement(parties=[old, french], signed_on="2018-06", term_rule="fixed_end", ends_on="2021")
    make_agreement(parties=[old, french], signed_on="2022", earlier_agreement=first, relation_type="renews")
    make_conference(status="held")

    assert dates_and_words() == [
        ("1996", "partnership started"),
        ("2018-06", "agreement signed"),
        ("2021", "agreement ended"),
        ("2022", "agreement signed, renewing an earlier one"),
        ("2023-04-13", "conference held"),
        ("2025-07-01", "merger"),
    ]


def test_what_was_signed_in_a_month_follows_the_conference_of_that_month():
    conference = make_conference(status="held", title_en="12th")
    partnership = make_partnership(since="2023")
    agreement = make_agreement(signed_on="2023-04", conference=conference, partnership=partnership)
    conference.participants.set(partnership.parties.all())

    assert [on for on, _word in dates_and_words()] == ["2023", "2023-04-13", "2023-04"]
    assert [on for on, _kind, _text in entries_of(agreement)] == ["2023-04-13", "2023-04", ""]
    assert [on for on, _kind, _text in entries_of_partnership(partnership)] == [
        "2023",
        "2023-04-13",
        "2023-04",
        "2026-11-22",
    ]


def test_a_page_of_an_earlier_day_ends_there():
    make_agreement(signed_on="2018-06", term_rule="fixed_end", ends_on="2021")
    make_agreement(signed_on="2023")

    assert dates_and_words(dt.date(2021, 12, 31)) == [("2018-06", "agreement signed")]


def test_nothing_that_is_a_draft_is_told(client):
    hidden = make_locality(publication_state=PublicationState.DRAFT, until="2025-06-30", name_vi="Bí mật")
    make_succession(hidden, make_locality())
    make_agreement(
        parties=[hidden, make_french_locality()], publication_state=PublicationState.DRAFT, title_en="Secret"
    )
    make_partnership(parties=[hidden, make_french_locality()], since="2001")
    make_conference(publication_state=PublicationState.DRAFT)

    assert dates_and_words() == [("2001", "partnership started")]
    page = client.get("/en/timeline/").content.decode()
    assert "Bí mật" not in page
    assert "Secret" not in page


def test_localities_that_are_no_party_are_left_out():
    make_succession(make_locality(until="2025-06-30"), make_locality())

    assert dates_and_words() == []


def test_the_strip_has_a_mark_in_each_year_of_a_lane():
    for signed in ["2023-04", "2023-10", "2026"]:
        make_agreement(signed_on=signed)

    lanes, marks = build_lanes(build_timeline_events(AsOf(DAY)), DAY)

    assert {lane.name: [(mark.x, mark.number) for mark in lane.marks] for lane in lanes} == {
        "conferences": [],
        "partnerships": [],
        "agreements": [("12.50%", 2), ("87.50%", 1)],
        "changes": [],
    }
    assert [mark.year for mark in marks] == [2023, 2026]


def test_what_has_no_year_is_counted_apart(client):
    make_partnership()
    make_agreement()

    page = client.get("/en/timeline/").content.decode()

    assert "1 partnership with no known start date" in page
    assert 'href="#year-2023"' in page
    assert 'id="year-2023"' in page


def test_an_agreement_tells_its_announcement_its_conference_its_heirs_and_its_renewal():
    old, new, french = (
        make_locality(until="2025-06-30", name_vi="Cũ"),
        make_locality(name_vi="Mới"),
        make_french_locality(),
    )
    make_succession(old, new)
    conference = make_conference(title_en="12th conference")
    agreement = make_agreement(parties=[old, french], conference=conference, term_rule="fixed_end", ends_on="2026")
    Milestone.objects.create(agreement=agreement, order=1, kind="announced", on="2022")
    make_agreement(parties=[new, french], earlier_agreement=agreement, relation_type="renews", signed_on="2026-02-01")
    make_agreement(earlier_agreement=agreement, relation_type="renews", publication_state=PublicationState.DRAFT)

    assert entries_of(agreement) == [
        ("2022", "act", "Announced"),
        ("2023-04-13", "meeting", "12th conference"),
        ("2023-04-15", "here", "This agreement was signed"),
        ("2025-07-01", "change", "Mới succeeded Cũ and took over the agreement"),
        ("2026-02-01", "act", "Renewed by another agreement"),
        ("2026", "act", "End of this agreement"),
    ]


def test_an_agreement_that_was_ended_has_no_second_end():
    agreement = make_agreement()
    Milestone.objects.create(agreement=agreement, order=1, kind="ended", on="2024")

    assert entries_of(agreement) == [
        ("2023-04-15", "here", "This agreement was signed"),
        ("2024", "act", "Terminated"),
    ]


def test_conferences_before_the_signing_are_no_part_of_an_agreement():
    agreement = make_agreement(signed_on="2023-04-15")
    party = agreement.parties.first().locality
    make_conference(starts_on="2019-04", ends_on="").participants.add(party)
    make_conference(starts_on="2026", ends_on="", title_en="13th").participants.add(party)

    assert [entry for entry in entries_of(agreement) if entry[1] == "meeting"] == [("2026", "meeting", "13th")]


def test_a_partnership_tells_what_was_signed_and_what_its_parties_became():
    old, new, french = (
        make_locality(until="2025-06-30", name_vi="Cũ"),
        make_locality(name_vi="Mới"),
        make_french_locality(),
    )
    make_succession(old, new)
    partnership = make_partnership(parties=[old, french], since="1996")
    first = make_agreement(
        parties=[old, french], partnership=partnership, signed_on="2018", term_rule="fixed_end", ends_on="2021"
    )
    make_agreement(
        parties=[old, french],
        partnership=partnership,
        signed_on="2022",
        earlier_agreement=first,
        relation_type="renews",
    )
    make_agreement(parties=[old, french], partnership=partnership, publication_state=PublicationState.DRAFT)
    make_conference(title_en="12th").participants.add(french)

    assert entries_of_partnership(partnership) == [
        ("1996", "here", "The partnership begins"),
        ("2018", "act", "Agreement signed"),
        ("2021", "act", "Agreement ended"),
        ("2022", "act", "Agreement renewed"),
        ("2023-04-13", "meeting", "12th"),
        ("2025-07-01", "change", "Mới succeeded Cũ"),
        ("2026-11-22", "open", "No end of the partnership is recorded"),
    ]


def test_a_partnership_whose_beginning_nobody_tells_begins_with_that():
    assert entries_of_partnership(make_partnership()) == [
        ("", "open", "The partnership begins"),
        ("2026-11-22", "open", "No end of the partnership is recorded"),
    ]


def test_the_page_of_a_partnership_shows_its_timeline(client):
    partnership = make_partnership(since="1996")

    assert 'id="timeline"' in client.get(partnership.get_absolute_url()).content.decode()
