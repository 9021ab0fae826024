import pytest
from django.utils.translation import override

from cooperation.core.records import PublicationState
from cooperation.news.disputes import disputes
from cooperation.news.evidence import get_evidence
from cooperation.news.models import Decision
from tests.factories import make_claim, make_conference, make_news

pytestmark = pytest.mark.django_db


def get_label(fact, value):
    return str(value)


def test_a_fact_is_supported_by_the_reports_that_state_it_with_this_value():
    conference = make_conference(ends_on="2023-04-16")
    for value in ["2023-04-15", "2023-04-15", "2023-04-16"]:
        make_claim(conference, "ends_on", value)

    evidence = get_evidence(conference)

    assert evidence.find_source_numbers("ends_on", "2023-04-16") == [3]
    assert evidence.get_disputed_questions() == ["dates"]


def test_a_less_precise_date_is_no_contradiction():
    conference = make_conference()
    make_claim(conference, "starts_on", "2023-04")
    make_claim(conference, "starts_on", "2023-04-13")

    assert not get_evidence(conference).differs()


def test_texts_differ_only_within_one_language():
    conference = make_conference(conference_theme_vi="Một", conference_theme_en="One")
    make_claim(conference, "conference_theme", "Một", value_language="vi")
    make_claim(conference, "conference_theme", "One", value_language="en")
    assert get_evidence(conference).get_disputed_questions() == []

    make_claim(conference, "conference_theme", "Một khác", value_language="vi")

    assert get_evidence(conference).get_disputed_questions() == ["conference_theme"]


def test_numbers_of_different_days_are_no_contradiction():
    conference = make_conference()
    make_claim(conference, "people", "700", as_of="2016-08-30")
    make_claim(conference, "people", "800", as_of="2016-09-14")

    assert not get_evidence(conference).differs()


def test_several_parties_or_participants_stand_beside_each_other():
    conference = make_conference()
    for key in ["vn-ha-noi", "fr-toulouse"]:
        make_claim(conference, "participants", key)

    assert not get_evidence(conference).differs()


def test_claims_of_drafts_and_refused_ones_are_nowhere():
    conference = make_conference()
    make_claim(conference, "starts_on", "2023-04-13")
    make_claim(conference, "starts_on", "2020", item=make_news(publication_state=PublicationState.DRAFT))
    make_claim(conference, "starts_on", "2021", decision=Decision.REJECTED)

    evidence = get_evidence(conference)

    assert [claim.value for claim in evidence.claims] == ["2023-04-13"]
    assert len(evidence.sources) == 1


def test_a_dispute_shows_our_reading_why_and_what_each_report_says():
    conference = make_conference(starts_on="2023-04-13", ends_on="2023-04-16")
    whole, closing = make_news(appeared_on="2023-04-18"), make_news(appeared_on="2023-04-16")
    make_claim(conference, "starts_on", "2023-04-13", item=whole)
    make_claim(conference, "ends_on", "2023-04-16", item=whole)
    make_claim(conference, "ends_on", "2023-04-15", item=closing)
    make_claim(conference, "closing_on", "2023-04-15", item=closing)
    make_claim(conference, "days", "3", item=closing)

    [dispute] = disputes(get_evidence(conference), conference, get_label)

    assert dispute.shown == "13–16\xa0April\xa02023"
    assert dispute.reason == "the date range that covers all the others"
    assert [(answer.number, answer.text, answer.days) for answer in dispute.source_values] == [
        (1, "until 15\xa0April\xa02023, closing on 15\xa0April\xa02023, 3 days", ["", "", "end", ""]),
        (2, "13–16\xa0April\xa02023", ["on", "on", "on", "on"]),
    ]
    assert dispute.shown_days == ["on", "on", "on", "on"]


def test_the_reason_counts_the_reports_where_most_say_so():
    conference = make_conference(country="FR")
    for value in ["FR", "FR", "VN"]:
        make_claim(conference, "country", value)

    [dispute] = disputes(get_evidence(conference), conference, get_label)

    assert dispute.reason == "2 of 3 reports say so"


def test_a_number_that_the_record_does_not_hold_is_shown_as_reports_say():
    conference = make_conference()
    make_claim(conference, "people", "700")
    make_claim(conference, "people", "800")

    [dispute] = disputes(get_evidence(conference), conference, get_label)

    assert dispute.shown == ""
    assert [answer.text for answer in dispute.source_values] == ["700", "800"]


@pytest.mark.django_db
def test_wordings_are_compared_within_the_language_that_is_shown():
    conference = make_conference(conference_theme_en="Together", conference_theme_vi="Cùng nhau")
    for value, language in [("Together", "en"), ("Cùng nhau", "vi"), ("Chung tay", "vi"), ("Chung tay", "vi")]:
        make_claim(conference, "conference_theme", value, value_language=language)

    [dispute] = disputes(get_evidence(conference), conference, get_label)

    assert (dispute.shown, dispute.language, dispute.reason) == (
        "Together",
        "en",
        "no report in this language says otherwise",
    )
    with override("vi"):
        [dispute] = disputes(get_evidence(conference), conference, get_label)
    assert (dispute.shown, dispute.language) == ("Cùng nhau", "vi")
