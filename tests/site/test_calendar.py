"""The calendar: its events, how they change, and that no text can inject iCalendar properties."""

import datetime as dt

import pytest
from icalendar import Calendar

from cooperation.agreements.models import Milestone
from cooperation.core.records import PublicationState, increment_version
from tests.factories import make_agreement, make_conference, make_locality

pytestmark = pytest.mark.django_db


def fetch(client, language="en"):
    response = client.get(f"/{language}/calendar.ics")
    assert (response.status_code, response["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return response.content


def get_events(client, language="en"):
    calendar = Calendar.from_ical(fetch(client, language))
    assert not calendar.errors
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def get_dates(event):
    return event["DTSTART"].dt, event["DTEND"].dt


def test_a_conference_stands_over_its_days(client):
    make_conference(
        number=12,
        title_fr="Douzièmes Assises",
        status="held",
        place=make_locality(name_fr="Hanoï"),
        venue_fr="Palais, salle A",
    )

    event = get_events(client, "fr")["conference-12@testserver"]

    assert get_dates(event) == (dt.date(2023, 4, 13), dt.date(2023, 4, 17))
    assert [str(event[name]) for name in ["SUMMARY", "LOCATION", "STATUS", "URL"]] == [
        "Douzièmes Assises",
        "Palais, salle A, Hanoï",
        "CONFIRMED",
        "http://testserver/fr/conferences/12/",
    ]
    assert event["SUMMARY"].params["LANGUAGE"] == "fr"


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "first", "after"),
    [
        ("2026", "", dt.date(2026, 1, 1), dt.date(2027, 1, 1)),
        ("2026-02", "", dt.date(2026, 2, 1), dt.date(2026, 3, 1)),
        ("2026-02-10", "", dt.date(2026, 2, 10), dt.date(2026, 2, 11)),
        ("2026-02-10", "2026-02", dt.date(2026, 2, 10), dt.date(2026, 2, 11)),
        ("2026-11", "2026-12-02", dt.date(2026, 11, 1), dt.date(2026, 12, 3)),
    ],
)
def test_a_span_is_shown_as_far_as_it_is_known(client, starts_on, ends_on, first, after):
    make_conference(number=13, starts_on=starts_on, ends_on=ends_on)

    event = get_events(client)["conference-13@testserver"]

    note = {4: "Only the year is known.", 7: "Only the month is known."}.get(len(starts_on))
    assert get_dates(event) == (first, after)
    assert str(event["DESCRIPTION"]).split("\n")[2:] == ([note] if note else [])


@pytest.mark.parametrize(
    ("status", "ical_status"),
    [
        ("announced", "TENTATIVE"),
        ("postponed", "TENTATIVE"),
        ("confirmed", "CONFIRMED"),
        ("held", "CONFIRMED"),
        ("cancelled", "CANCELLED"),
    ],
)
def test_the_status_of_a_conference_follows_its_own(client, status, ical_status):
    make_conference(number=13, status=status)

    assert get_events(client)["conference-13@testserver"]["STATUS"] == ical_status


@pytest.mark.parametrize(
    ("values", "end"),
    [
        ({"term_rule": "fixed_end", "ends_on": "2028-06-30"}, dt.date(2028, 6, 30)),
        ({"term_rule": "fixed_end", "ends_on": "2028"}, dt.date(2028, 12, 31)),
        ({"term_rule": "years", "term_years": 5}, dt.date(2028, 4, 14)),
        ({"term_rule": "years", "term_years": 5, "signed_on": "2023-02"}, dt.date(2028, 2, 29)),
        ({"term_rule": "years", "term_years": 5, "signed_on": ""}, None),
        ({"term_rule": "tacit_renewal", "term_years": 5}, None),
        ({"term_rule": "unlimited"}, None),
        ({"term_rule": "unknown"}, None),
    ],
)
def test_a_term_ends_where_its_rule_says_so(client, values, end):
    make_agreement(key="hue-rennes", title_en="Huế – Rennes", **values)

    summaries = {uid: (str(event["SUMMARY"]), get_dates(event)) for uid, event in get_events(client).items()}

    assert summaries == (
        {"agreement-hue-rennes@testserver": ("Agreement ends: Huế – Rennes", (end, end + dt.timedelta(days=1)))}
        if end
        else {}
    )


def test_a_term_that_was_cut_short_is_cancelled(client):
    agreement = make_agreement(key="short", term_rule="years", term_years=5)
    Milestone.objects.create(agreement=agreement, order=1, kind="ended", on="2025-01-01")

    assert get_events(client)["agreement-short@testserver"]["STATUS"] == "CANCELLED"


def test_a_changed_day_is_the_same_event_with_a_higher_sequence(client):
    conference = make_conference(number=13, starts_on="2026-11", ends_on="")
    before = get_events(client)
    type(conference).objects.filter(pk=conference.pk).update(starts_on="2026-11-05", ends_on="2026-11-07")
    increment_version(conference)

    after = get_events(client)

    assert list(before) == list(after) == ["conference-13@testserver"]
    old, new = before["conference-13@testserver"], after["conference-13@testserver"]
    assert (old["SEQUENCE"], new["SEQUENCE"]) == (1, 2)
    assert get_dates(new) == (dt.date(2026, 11, 5), dt.date(2026, 11, 8))
    assert new["LAST-MODIFIED"].dt >= old["LAST-MODIFIED"].dt


def test_the_ids_are_the_same_in_the_three_languages(client):
    make_conference(number=13)
    make_agreement(term_rule="years", term_years=5)

    assert len(get_events(client, "vi")) == 2
    assert set(get_events(client, "vi")) == set(get_events(client, "fr")) == set(get_events(client, "en"))


def test_two_fetches_are_the_same_bytes(client, settings):
    settings.PAGE_CACHE = False
    make_conference(number=13)
    make_agreement(term_rule="years", term_years=5)

    assert fetch(client) == fetch(client)


def test_no_text_writes_properties_or_events_of_its_own(client):
    attack = "Title\r\nEND:VEVENT\nBEGIN:VEVENT\x85UID:evil\u2028X:1\x0b; a, b"
    make_conference(number=13, title_en=attack, venue_en=attack)
    make_agreement(key="evil", title_en=attack, term_rule="years", term_years=5)

    by_uid = get_events(client)

    assert set(by_uid) == {"conference-13@testserver", "agreement-evil@testserver"}
    expected = "Title END:VEVENT BEGIN:VEVENT UID:evil X:1; a, b"
    assert str(by_uid["conference-13@testserver"]["SUMMARY"]) == expected
    assert set(fetch(client)) & {*range(10), 11, 12, *range(14, 32)} == set()
    lines = fetch(client).split(b"\r\n")
    assert lines.count(b"BEGIN:VEVENT") == 2
    assert not [line for line in lines if b"\n" in line or b"\r" in line]


def test_long_vietnamese_lines_are_folded_between_characters(client):
    title = "Hội nghị hợp tác giữa các địa phương Việt Nam và Pháp lần thứ mười ba " * 4
    make_conference(number=13, title_vi=title.strip())

    lines = fetch(client, "vi").split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert [line.decode("utf-8") for line in lines]
    assert str(get_events(client, "vi")["conference-13@testserver"]["SUMMARY"]) == title.strip()


def test_the_calendar_has_a_name_and_says_how_often_to_look(client):
    calendar = Calendar.from_ical(fetch(client, "fr"))

    assert [str(calendar[name]) for name in ["VERSION", "METHOD", "X-WR-CALNAME"]] == [
        "2.0",
        "PUBLISH",
        "Coopération décentralisée franco-vietnamienne",
    ]
    assert b"REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in fetch(client)
    assert b"X-PUBLISHED-TTL:P1D\r\n" in fetch(client)


@pytest.mark.parametrize(
    "publication_state", [PublicationState.DRAFT, PublicationState.IN_REVIEW, PublicationState.UNPUBLISHED]
)
def test_what_is_not_published_is_not_in_the_calendar(client, publication_state):
    make_conference(number=13, publication_state=publication_state)
    make_conference(number=14, place=make_locality(name_vi="Secret", publication_state=publication_state))
    make_agreement(term_rule="years", term_years=5, publication_state=publication_state)

    assert set(get_events(client)) == {"conference-14@testserver"}
    assert b"Secret" not in fetch(client)
