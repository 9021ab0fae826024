"""The status of an agreement on a date: each rule, and that Python and SQL give the same value."""

import datetime as dt
from itertools import product

import pytest
from django.utils import translation

from cooperation.agreements.choices import AgreementRelation, AgreementStatus, MilestoneKind, TermRule
from cooperation.agreements.models import Agreement, Milestone
from cooperation.core.records import PublicationState
from tests.factories import make_agreement

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 11, 22)


def status(agreement, day=DAY):
    in_python = Agreement.objects.get(pk=agreement.pk).status_on(day).status
    in_sql = Agreement.objects.with_status(day).get(pk=agreement.pk).status
    assert in_python == in_sql
    return in_python


def add(agreement, kind, on, order=1):
    return Milestone.objects.create(agreement=agreement, kind=kind, on=on, order=order)


def test_not_signed_by_the_day_is_announced():
    assert status(make_agreement(signed_on="")) == AgreementStatus.ANNOUNCED
    assert status(make_agreement(signed_on="2026-12")) == AgreementStatus.ANNOUNCED
    assert status(make_agreement(signed_on="2026-11-22")) == AgreementStatus.END_NOT_KNOWN


def test_a_partial_signature_counts_from_its_first_day():
    agreement = make_agreement(signed_on="2023-04")

    assert [status(agreement, dt.date(2023, 3, 31)), status(agreement, dt.date(2023, 4, 1))] == [
        AgreementStatus.ANNOUNCED,
        AgreementStatus.END_NOT_KNOWN,
    ]


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        (TermRule.UNKNOWN, {}, AgreementStatus.END_NOT_KNOWN),
        (TermRule.UNLIMITED, {}, AgreementStatus.SIGNED),
        (TermRule.PROJECTS, {}, AgreementStatus.SIGNED),
        (TermRule.TACIT_RENEWAL, {"term_years": 1}, AgreementStatus.SIGNED),
        (TermRule.YEARS, {"term_years": 5}, AgreementStatus.SIGNED),
        (TermRule.YEARS, {"term_years": 3}, AgreementStatus.ENDED_NOT_RENEWED),
        (TermRule.FIXED_END, {"ends_on": "2028"}, AgreementStatus.SIGNED),
        (TermRule.FIXED_END, {"ends_on": "2026"}, AgreementStatus.SIGNED),
        (TermRule.FIXED_END, {"ends_on": "2026-11"}, AgreementStatus.SIGNED),
        (TermRule.FIXED_END, {"ends_on": "2026-11-22"}, AgreementStatus.SIGNED),
        (TermRule.FIXED_END, {"ends_on": "2026-11-21"}, AgreementStatus.ENDED_NOT_RENEWED),
        (TermRule.FIXED_END, {"ends_on": "2026-10"}, AgreementStatus.ENDED_NOT_RENEWED),
        (TermRule.FIXED_END, {"ends_on": "2025"}, AgreementStatus.ENDED_NOT_RENEWED),
    ],
)
def test_each_term_rule_gives_its_status(rule, values, expected):
    assert status(make_agreement(signed_on="2023-04-15", term_rule=rule, **values)) == expected


def test_five_years_from_15_april_2023_last_through_14_april_2028():
    agreement = make_agreement(signed_on="2023-04-15", term_rule=TermRule.YEARS, term_years=5)

    assert [status(agreement, dt.date(2028, 4, 14)), status(agreement, dt.date(2028, 4, 15))] == [
        AgreementStatus.SIGNED,
        AgreementStatus.ENDED_NOT_RENEWED,
    ]


@pytest.mark.parametrize(
    ("signed_on", "last"),
    [("2020-02-29", dt.date(2021, 2, 28)), ("2020-04", dt.date(2021, 4, 30)), ("2020", dt.date(2021, 12, 31))],
)
def test_a_year_from_an_odd_day_ends_where_both_implementations_say(signed_on, last):
    agreement = make_agreement(signed_on=signed_on, term_rule=TermRule.YEARS, term_years=1)

    assert [status(agreement, last), status(agreement, last + dt.timedelta(days=1))] == [
        AgreementStatus.SIGNED,
        AgreementStatus.ENDED_NOT_RENEWED,
    ]


def test_only_a_milestone_makes_it_in_force_and_none_after_its_last_day():
    agreement = make_agreement(term_rule=TermRule.FIXED_END, ends_on="2025-12-31")
    add(agreement, MilestoneKind.ENTERED_INTO_FORCE, "2023-05")

    assert [status(agreement, dt.date(2023, 4, 30)), status(agreement, dt.date(2025, 12, 31)), status(agreement)] == [
        AgreementStatus.SIGNED,
        AgreementStatus.IN_FORCE,
        AgreementStatus.ENDED_NOT_RENEWED,
    ]


def test_what_follows_it_tells_an_ended_agreement_from_one_not_renewed():
    agreement = make_agreement(term_rule=TermRule.FIXED_END, ends_on="2025-12-31")
    later_agreement = make_agreement(
        earlier_agreement=agreement,
        relation_type=AgreementRelation.RENEWS,
        signed_on="2026-01",
        publication_state=PublicationState.DRAFT,
    )
    assert status(agreement) == AgreementStatus.ENDED_NOT_RENEWED

    Agreement.objects.filter(pk=later_agreement.pk).update(publication_state=PublicationState.PUBLISHED)

    assert status(agreement) == AgreementStatus.ENDED


def test_suspended_until_resumed_and_terminated_for_good():
    agreement = make_agreement()
    add(agreement, MilestoneKind.SUSPENDED, "2024-01")
    add(agreement, MilestoneKind.RESUMED, "2024-06", order=2)
    add(agreement, MilestoneKind.ENDED, "2025-06-30", order=3)

    days = [dt.date(2023, 12, 31), dt.date(2024, 3, 1), dt.date(2024, 6, 1), dt.date(2025, 6, 30)]
    assert [status(agreement, day) for day in days] == [
        AgreementStatus.END_NOT_KNOWN,
        AgreementStatus.SUSPENDED,
        AgreementStatus.END_NOT_KNOWN,
        AgreementStatus.TERMINATED,
    ]


def test_python_and_the_database_agree_in_every_combination():
    days = [dt.date(2024, 2, 28), dt.date(2024, 2, 29), dt.date(2024, 12, 31), dt.date(2025, 3, 1)]
    ends = {TermRule.FIXED_END: ["2024", "2024-02", "2024-02-28"]}
    for signed_on, rule in product(["", "2023", "2023-02", "2023-02-28", "2024-03-01"], TermRule):
        for ends_on in ends.get(rule, [""]):
            if ends_on and signed_on > "2024":
                continue
            agreement = make_agreement(signed_on=signed_on, term_rule=rule, term_years=1, ends_on=ends_on)
            if signed_on == "2023-02":
                add(agreement, MilestoneKind.ENTERED_INTO_FORCE, "2023-03")

    for day in days:
        in_sql = dict(Agreement.objects.with_status(day).values_list("key", "status"))
        in_python = {row.key: row.status_on(day).status for row in Agreement.objects.with_card_relations()}
        assert in_sql == in_python


@pytest.mark.parametrize("language", ["vi", "fr", "en"])
def test_every_status_gives_its_reason(language):
    agreement = make_agreement(term_rule=TermRule.YEARS, term_years=1)

    with translation.override(language):
        result = agreement.status_on(DAY)

    assert result.reason
    assert "2024" in result.reason
