"""Partial dates (EDTF level 0): `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, stored as text.

They are sorted, filtered and indexed as text. A partial start counts from its first day, a partial end to its last.
"""

import calendar
import datetime as dt
import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Length, Substr
from django.db.models.lookups import GreaterThanOrEqual
from django.utils.translation import gettext_lazy as _

from .fields import CodePointField

PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
FIRST_YEAR, LAST_YEAR = 1000, 2999


def parse_partial_date(value):
    """[year], [year, month] or [year, month, day]; raises ValueError for any other text and for impossible dates.

    >>> parse_partial_date("2023-04")
    [2023, 4]
    """
    match = PATTERN.fullmatch(value)
    if not match or not value.isascii():
        raise ValueError(value)
    numbers = [int(number) for number in match.groups() if number]
    if not FIRST_YEAR <= numbers[0] <= LAST_YEAR:
        raise ValueError(value)
    dt.date(*numbers, *[1] * (3 - len(numbers)))
    return numbers


def first_day(value):
    numbers = parse_partial_date(value)
    return dt.date(*numbers, *[1] * (3 - len(numbers)))


def last_day(value):
    """
    >>> last_day("2024-02")
    datetime.date(2024, 2, 29)
    """
    numbers = parse_partial_date(value)
    if len(numbers) == 1:
        return dt.date(numbers[0], 12, 31)
    if len(numbers) == 2:
        return dt.date(*numbers, calendar.monthrange(*numbers)[1])
    return dt.date(*numbers)


def agree(one, other):
    """Whether two partial dates are equal at the precision of the shorter one.

    >>> agree("2023-04-13", "2023-04")
    True
    """
    return one.startswith(other) or other.startswith(one)


def years_later(value, years):
    """The last day, month or year of a period of whole years that begins on `value`.

    >>> years_later("2023-04-15", 5), years_later("2023-04", 5)
    ('2028-04-14', '2028-04')
    """
    numbers = parse_partial_date(value)
    year = numbers[0] + years
    if len(numbers) < 3:
        return f"{year:04}{value[4:]}"
    month, day = numbers[1:]
    if (month, day) == (2, 29) and not calendar.isleap(year):
        return f"{year:04}-02-28"
    return (dt.date(year, month, day) - dt.timedelta(days=1)).isoformat()


def validate_partial_date(value):
    try:
        parse_partial_date(value)
    except ValueError:
        raise ValidationError(
            _("“%(value)s” is not a valid date. Enter a year (2023), a month (2023-04) or a full date (2023-04-15)."),
            code="partial_date",
            params={"value": value},
        ) from None


class PartialDateField(CodePointField):
    default_validators = [validate_partial_date]

    def __init__(self, *args, **options):
        super().__init__(*args, **{"max_length": 10, "blank": True, "default": ""} | options)

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        for option in ["max_length", "default"]:
            options.pop(option, None)
        if not self.blank:
            options["blank"] = False
        else:
            options.pop("blank", None)
        return name, path, args, options


@PartialDateField.register_lookup
class Year(models.Lookup):
    """The lookup `signed_on__year=2023`, as a range, so that the database can use an index."""

    lookup_name = "year"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        year = int(self.rhs)
        return f"({column} >= %s AND {column} < %s)", [*params, f"{year:04}", *params, f"{year + 1:04}"]


def ends_not_before_start(starts, ends, name):
    """The constraint that `ends` is not before `starts`, compared at the precision of the shorter one."""
    in_order = GreaterThanOrEqual(Substr(ends, 1, Length(starts)), Substr(starts, 1, Length(ends)))
    return models.CheckConstraint(
        name=name,
        condition=models.Q(**{starts: ""}) | models.Q(**{ends: ""}) | models.Q(in_order),
        violation_error_message=_("The end date must be the same as or after the start date."),
    )


def covers(day, starts="since", ends="until"):
    """The condition that `day` is within two partial dates, inclusive; an empty one is an open end.

    >>> str(covers(dt.date(2025, 6, 30)))[:4]
    '(AND'
    """
    return models.Q(**{f"{starts}__lte": day.isoformat()}) & not_over(day, ends)


def not_over(day, ends="until"):
    """The condition that the last day of a partial date is `day` or later, or that there is no date."""
    text = day.isoformat()
    condition = models.Q(**{ends: ""})
    for length in (4, 7, 10):
        condition |= models.Q(**{f"{ends}__gte": text[:length], f"{ends}__length": length})
    return condition


PartialDateField.register_lookup(Length)
