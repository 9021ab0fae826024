"""When the term of an agreement ends: by its own rule, and as extensions and amendments have moved it."""

import datetime as dt

from cooperation.core.partial_dates import first_day, parse_partial_date, years_later
from cooperation.core.records import Record

from .choices import MilestoneKind, TermRule
from .parts import Milestone


def milestones_until(agreement: Record, day: dt.date | None = None) -> list[Milestone]:
    """Its milestones that have begun by a date (all of them if it is None), oldest first."""
    rows = [row for row in agreement.milestones.all() if day is None or first_day(row.on) <= day]
    return sorted(rows, key=lambda row: (row.on, row.order))


def end_of_term(agreement: Record, day: dt.date | None = None) -> str:
    """The partial date on which the term ends, as decided by a date (or at all); empty if nothing defines one."""
    milestones = milestones_until(agreement, day)
    end = end_by_rule(agreement, milestones)
    for row in milestones:
        if row.ends_on:
            end = row.ends_on
        elif row.added_years and end:
            end = add_years(end, row.added_years)
    return end


def end_by_rule(agreement: Record, milestones: list[Milestone]) -> str:
    """The end that the agreement itself defines; some terms run from its entry into force."""
    if agreement.term_rule == TermRule.FIXED_END:
        return agreement.ends_on
    starts = {
        TermRule.YEARS: [agreement.signed_on],
        TermRule.YEARS_FROM_ENTRY: [row.on for row in milestones if row.kind == MilestoneKind.ENTERED_INTO_FORCE],
    }
    start = next(filter(None, starts.get(agreement.term_rule, [])), "")
    return years_later(start, agreement.term_years) if start else ""


def add_years(end: str, years: int) -> str:
    """The last day, month or year of a term prolonged by whole years.

    >>> add_years("2021-12-31", 2), add_years("2024-02-29", 1), add_years("2021-06", 3)
    ('2023-12-31', '2025-02-28', '2024-06')
    """
    year = f"{parse_partial_date(end)[0] + years:04}"
    try:
        parse_partial_date(year + end[4:])
    except ValueError:
        return f"{year}-02-28"
    return year + end[4:]
