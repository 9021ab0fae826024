"""The status of an agreement on a date: each rule, and that the stored periods say what the rules give."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from cooperation.agreements.choices import AgreementRelation, AgreementStatus, EntryMethod, MilestoneKind, TermRule
from cooperation.agreements.models import Agreement, Milestone, StatusPeriod
from cooperation.agreements.parts import KINDS_MOVING_THE_END
from cooperation.agreements.status import REASON_RELATIONS
from cooperation.agreements.status_periods import build_status_periods
from cooperation.core.records import PublicationState
from cooperation.desk.integrity_checks import find_problems
from tests.factories import make_agreement, make_french_locality, make_locality

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 11, 22)


def status(agreement, day=DAY):
    by_rules = Agreement.objects.get(pk=agreement.pk).status_on(day).status
    stored = Agreement.objects.with_status(day).get(pk=agreement.pk).status
    assert by_rules == stored
    return by_rules


def add(agreement, kind, on, order=1, **values):
    return Milestone.objects.create(agreement=agreement, kind=kind, on=on, order=order, **values)


def describe_period(period):
    return period.status, period.since.isoformat(), period.until.isoformat(), period.rests_on


def get_periods(agreement):
    return [describe_period(period) for period in StatusPeriod.objects.filter(agreement=agreement).order_by("since")]


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
def test_a_year_from_an_odd_day_ends_on_the_last_day_of_its_period(signed_on, last):
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


def test_an_extension_moves_the_end_from_its_own_date_on():
    agreement = make_agreement(signed_on="2019-01-01", term_rule=TermRule.FIXED_END, ends_on="2021-12-31")
    add(agreement, MilestoneKind.EXTENDED, "2021-11-01", ends_on="2023-12-31")

    days = [dt.date(2021, 12, 31), dt.date(2022, 1, 1), dt.date(2023, 12, 31), dt.date(2024, 1, 1)]
    assert [status(agreement, day) for day in days] == [
        AgreementStatus.SIGNED,
        AgreementStatus.SIGNED,
        AgreementStatus.SIGNED,
        AgreementStatus.ENDED_NOT_RENEWED,
    ]


def test_an_extension_after_the_end_leaves_the_time_between_as_it_was():
    agreement = make_agreement(signed_on="2019", term_rule=TermRule.FIXED_END, ends_on="2021-12-31")
    add(agreement, MilestoneKind.EXTENDED, "2022-03", added_years=2)

    assert get_periods(agreement) == [
        ("announced", "0001-01-01", "2018-12-31", ""),
        ("signed", "2019-01-01", "2021-12-31", "2019"),
        ("ended_not_renewed", "2022-01-01", "2022-02-28", "2021-12-31"),
        ("signed", "2022-03-01", "2023-12-31", "2019"),
        ("ended_not_renewed", "2024-01-01", "9999-12-31", "2023-12-31"),
    ]


def test_an_amendment_may_bring_the_end_forward_and_may_set_one_where_none_was():
    agreement = make_agreement(signed_on="2019-01-01", term_rule=TermRule.UNLIMITED)
    add(agreement, MilestoneKind.AMENDED, "2020-01-01", ends_on="2025")
    add(agreement, MilestoneKind.AMENDED, "2022-01-01", order=2, ends_on="2023")

    days = [dt.date(2024, 1, 1), dt.date(2023, 12, 31)]
    assert [status(agreement, day) for day in days] == [AgreementStatus.ENDED_NOT_RENEWED, AgreementStatus.SIGNED]


def test_years_from_entry_into_force_run_from_it():
    agreement = make_agreement(signed_on="2024-03-10", term_rule=TermRule.YEARS_FROM_ENTRY, term_years=3)
    assert status(agreement) == AgreementStatus.END_NOT_KNOWN
    assert "runs from its entry into force" in agreement.status_on(DAY).reason
    add(agreement, MilestoneKind.ENTERED_INTO_FORCE, "2024-06", entry_method=EntryMethod.TRANSMISSION)

    days = [dt.date(2024, 5, 31), dt.date(2024, 6, 1), dt.date(2027, 6, 30), dt.date(2027, 7, 1)]
    assert [status(agreement, day) for day in days] == [
        AgreementStatus.END_NOT_KNOWN,
        AgreementStatus.IN_FORCE,
        AgreementStatus.IN_FORCE,
        AgreementStatus.ENDED_NOT_RENEWED,
    ]


def test_an_agreement_outlives_a_withdrawal_until_one_party_is_left():
    agreement = make_agreement(parties=[make_locality(), make_french_locality(), make_french_locality()])
    agreement.parties.filter(order=2).update(withdrew_on="2024-05")
    assert status(agreement) == AgreementStatus.END_NOT_KNOWN

    agreement.parties.filter(order=1).update(withdrew_on="2025-01-31")

    assert [status(agreement, day) for day in [dt.date(2025, 1, 30), dt.date(2025, 1, 31)]] == [
        AgreementStatus.END_NOT_KNOWN,
        AgreementStatus.TERMINATED,
    ]
    with translation.override("en"):
        reason = Agreement.objects.get(pk=agreement.pk).status_on(DAY).reason.replace("\N{NO-BREAK SPACE}", " ")
    assert reason == "Fewer than two parties are left since the withdrawal of a party: 31 January 2025."


def test_a_suspension_does_not_stop_the_term():
    agreement = make_agreement(signed_on="2019", term_rule=TermRule.FIXED_END, ends_on="2024-12-31")
    add(agreement, MilestoneKind.SUSPENDED, "2023")

    assert [status(agreement, day) for day in [dt.date(2024, 12, 31), dt.date(2025, 1, 1)]] == [
        AgreementStatus.SUSPENDED,
        AgreementStatus.ENDED_NOT_RENEWED,
    ]


def test_signed_on_an_unknown_date_is_not_announced():
    agreement = make_agreement(signed_on="", is_signed_undated=True, term_rule=TermRule.FIXED_END, ends_on="2025")

    assert [status(agreement, day) for day in [dt.date(2025, 12, 31), dt.date(2026, 1, 1)]] == [
        AgreementStatus.SIGNED_UNDATED,
        AgreementStatus.ENDED_NOT_RENEWED,
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda agreement, later: Agreement.objects.filter(pk=later.pk).update(publication_state=PublicationState.DRAFT),
        lambda agreement, later: Agreement.objects.filter(pk=later.pk).update(earlier_agreement=None, relation_type=""),
        lambda agreement, later: later.delete(),
        lambda agreement, later: Agreement.objects.filter(pk=agreement.pk).update(ends_on="2025-06-30"),
        lambda agreement, later: add(agreement, MilestoneKind.ENDED, "2024"),
        lambda agreement, later: agreement.milestones.all().delete(),
        lambda agreement, later: agreement.parties.update(withdrew_on="2024"),
    ],
)
def test_every_change_updates_the_stored_statuses(change):
    agreement = make_agreement(signed_on="2019", term_rule=TermRule.FIXED_END, ends_on="2025-12-31")
    add(agreement, MilestoneKind.SUSPENDED, "2023", order=9)
    later = make_agreement(earlier_agreement=agreement, relation_type=AgreementRelation.RENEWS, signed_on="2026-01")
    before = get_periods(agreement)

    change(agreement, later)

    agreement = Agreement.objects.get(pk=agreement.pk)
    assert get_periods(agreement) == list(map(describe_period, build_status_periods(agreement)))
    assert get_periods(agreement) != before


def test_missing_statuses_are_derived_after_a_migration_and_by_the_command():
    agreement = make_agreement()
    expected = get_periods(agreement)
    for derive in [lambda: call_command("migrate", verbosity=0), lambda: call_command("rebuild_status_periods")]:
        StatusPeriod.objects.all().delete()
        derive()
        assert get_periods(agreement) == expected


def test_a_status_that_differs_from_the_rules_is_found():
    agreement = make_agreement()
    StatusPeriod.objects.filter(agreement=agreement, status="end_not_known").update(status="in_force")

    assert list(find_problems()) == [
        f"agreement {agreement.key}: its stored statuses differ; run manage.py rebuild_status_periods"
    ]


years = st.integers(2018, 2027)
partial_dates = st.one_of(
    years.map(str),
    st.builds("{}-{:02}".format, years, st.integers(1, 12)),
    st.dates(dt.date(2018, 1, 1), dt.date(2027, 12, 31)).map(dt.date.isoformat),
)
moving_ends = st.one_of(st.just({}), partial_dates.map(lambda date: {"ends_on": date}), st.just({"added_years": 2}))
milestones = st.tuples(st.sampled_from(MilestoneKind), partial_dates, moving_ends)


@given(
    signed_on=st.one_of(st.just(""), partial_dates),
    is_undated=st.booleans(),
    term_rule=st.sampled_from(TermRule),
    ends_on=partial_dates,
    rows=st.lists(milestones, max_size=4),
    withdrawals=st.lists(st.one_of(st.just(""), partial_dates), min_size=2, max_size=3),
    later=st.one_of(st.none(), partial_dates),
)
@settings(max_examples=150, deadline=None)
def test_on_every_day_exactly_one_stored_status_applies_and_it_is_that_of_the_rules(
    *, signed_on, is_undated, term_rule, ends_on, rows, withdrawals, later
):
    """Every day between 2017 and 2032 on which anything may change, and its neighbours."""
    with transaction.atomic():
        agreement = make_agreement(
            signed_on=signed_on,
            is_signed_undated=is_undated and not signed_on,
            term_rule=term_rule,
            term_years=2,
            ends_on=max(ends_on, signed_on) if term_rule == TermRule.FIXED_END else "",
            parties=[make_locality() for _ in withdrawals],
        )
        for order, date in enumerate(withdrawals, start=1):
            agreement.parties.filter(order=order).update(withdrew_on=date)
        for order, (kind, on, moved) in enumerate(rows, start=1):
            add(agreement, kind, on, order, **(moved if kind in KINDS_MOVING_THE_END else {}))
        if later:
            make_agreement(earlier_agreement=agreement, relation_type=AgreementRelation.RENEWS, signed_on=later)

        agreement = Agreement.objects.prefetch_related(*REASON_RELATIONS).get(pk=agreement.pk)
        stored = list(agreement.status_periods.order_by("since"))
        edges = {day for period in stored for day in (period.since, period.until)} - {dt.date.min, dt.date.max}
        months = {dt.date(year, month, 1) for year in range(2017, 2033) for month in range(1, 13)}
        days = {day + dt.timedelta(days=shift) for day in edges | months for shift in (-1, 0, 1)}
        applying = {day: [period.status for period in stored if period.since <= day <= period.until] for day in days}
        assert applying == {day: [agreement.status_on(day).status] for day in days}
        in_sql = {day: Agreement.objects.with_status(day).get(pk=agreement.pk).status for day in sorted(edges)[:3]}
        assert in_sql == {day: agreement.status_on(day).status for day in in_sql}
        transaction.set_rollback(True)


@pytest.mark.parametrize("language", ["vi", "fr", "en"])
def test_every_status_gives_its_reason(language):
    agreement = make_agreement(term_rule=TermRule.YEARS, term_years=1)

    with translation.override(language):
        result = agreement.status_on(DAY)

    assert result.reason
    assert "2024" in result.reason
