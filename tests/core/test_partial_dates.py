import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from cooperation.core import partial_dates
from cooperation.core.date_formatting import date_phrase, format_date_span, format_partial_date
from cooperation.core.partial_dates import agree, covers, last_day, validate_partial_date, years_later
from localities.models import Locality
from tests.factories import make_agreement, make_locality


@pytest.mark.parametrize("value", ["2023", "2023-04", "2023-04-15", "2024-02-29"])
def test_a_real_date_is_accepted(value):
    assert validate_partial_date(value) is None


@pytest.mark.parametrize(
    "value", ["", "23", "2023-4", "2023-13", "2023-02-29", "2023-04-15T10:00", "0000", "2023-04-", "２０２３", "9999"]
)
def test_what_is_no_date_is_refused_with_the_forms_to_write(value):
    with pytest.raises(ValidationError, match="Enter a year"):
        validate_partial_date(value)


@pytest.mark.parametrize(
    ("value", "years", "end"),
    [
        ("2023-04-15", 5, "2028-04-14"),
        ("2023-04", 5, "2028-04"),
        ("2023", 1, "2024"),
        ("2024-02-29", 1, "2025-02-28"),
        ("2024-02-29", 4, "2028-02-28"),
        ("2023-01-01", 2, "2024-12-31"),
        ("2023-03-01", 1, "2024-02-29"),
    ],
)
def test_a_term_in_years_ends_the_day_before_its_anniversary(value, years, end):
    assert years_later(value, years) == end


def test_a_partial_end_counts_to_its_last_day():
    assert [last_day(value) for value in ["2024", "2024-02", "2024-02-03"]] == [
        dt.date(2024, 12, 31),
        dt.date(2024, 2, 29),
        dt.date(2024, 2, 3),
    ]


def test_two_dates_are_compared_at_the_shorter_precision():
    assert [agree("2023-04-13", "2023-04"), agree("2023", "2023-04"), agree("2023-04", "2023-05")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", ["năm 2023", "tháng 4 năm 2023", "ngày 1 tháng 4 năm 2023", "ngày 15 tháng 4 năm 2023"]),
        ("fr", ["2023", "avril 2023", "1er\xa0avril\xa02023", "15\xa0avril\xa02023"]),
        ("en", ["2023", "April 2023", "1\xa0April\xa02023", "15\xa0April\xa02023"]),
    ],
)
def test_dates_are_told_in_words(language, words):
    with translation.override(language):
        assert [format_partial_date(value) for value in ["2023", "2023-04", "2023-04-01", "2023-04-15"]] == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", ["ngày 13–16 tháng 4 năm 2023", "ngày 1–2 tháng 4 năm 2019"]),
        ("fr", ["du 13 au 16\xa0avril\xa02023", "du 1er au 2\xa0avril\xa02019"]),
        ("en", ["13–16\xa0April\xa02023", "1–2\xa0April\xa02019"]),
    ],
)
def test_a_span_within_a_month_names_it_once(language, words):
    with translation.override(language):
        assert [format_date_span("2023-04-13", "2023-04-16"), format_date_span("2019-04-01", "2019-04-02")] == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "vi",
            [
                "từ ngày 28 tháng 4 đến ngày 2 tháng 5 năm 2023",
                "từ ngày 28 tháng 12 năm 2022 đến ngày 2 tháng 1 năm 2023",
                "từ tháng 4 đến tháng 8 năm 2016",
                "từ năm 1996 đến tháng 6 năm 2001",
            ],
        ),
        (
            "fr",
            [
                "du 28\xa0avril au 2\xa0mai\xa02023",
                "du 28\xa0décembre\xa02022 au 2\xa0janvier\xa02023",
                "d’avril à août 2016",
                "de 1996 à juin 2001",
            ],
        ),
        (
            "en",
            [
                "28\xa0April to 2\xa0May\xa02023",
                "28\xa0December\xa02022 to 2\xa0January\xa02023",
                "April to August 2016",
                "1996 to June 2001",
            ],
        ),
    ],
)
def test_a_longer_span_names_what_both_ends_share_once(language, words):
    spans = [
        ("2023-04-28", "2023-05-02"),
        ("2022-12-28", "2023-01-02"),
        ("2016-04", "2016-08"),
        ("1996", "2001-06"),
    ]
    with translation.override(language):
        assert [format_date_span(*span) for span in spans] == words


def test_french_elides_before_a_vowel():
    with translation.override("fr"):
        assert [date_phrase("2023-04", "from"), date_phrase("2023-05", "from"), date_phrase("2023", "from")] == [
            "à partir d’avril 2023",
            "à partir de mai 2023",
            "à partir de 2023",
        ]


@pytest.mark.django_db
@pytest.mark.parametrize("day", ["2025-06-29", "2025-06-30", "2025-07-01", "2025-12-31", "2026-01-01"])
def test_the_database_and_python_agree_on_what_stands_on_a_day(day):
    day = dt.date.fromisoformat(day)
    for since in ["", "2025", "2025-07", "2025-07-01"]:
        for until in ["", "2025", "2025-12", "2025-12-30"]:
            make_locality(since=since, until=until)
    for until in ["2025-06-30", "2025-06"]:
        make_locality(until=until)

    existing = set(Locality.objects.filter(covers(day)))

    not_ended = {locality for locality in Locality.objects.all() if not locality.has_ended(day)}
    assert existing == {
        locality for locality in not_ended if not locality.since or partial_dates.first_day(locality.since) <= day
    }


@pytest.mark.django_db
def test_a_year_finds_every_precision_and_only_that_year():
    agreements = [make_agreement(signed_on=day) for day in ["2023", "2023-01", "2023-12-31"]]
    for day in ["", "2022-12-31", "2024", "2024-01-01"]:
        make_agreement(signed_on=day)

    assert set(type(agreements[0]).objects.filter(signed_on__year=2023)) == set(agreements)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("since", "until", "fits"),
    [
        ("2023-04-13", "2023-04", True),
        ("2023", "2023-01-01", True),
        ("2023-04-13", "2023-04-12", False),
        ("2024", "2023-12-31", False),
    ],
)
def test_the_database_refuses_an_end_before_its_start(since, until, fits):
    if fits:
        assert make_locality(since=since, until=until).pk
    else:
        with pytest.raises(IntegrityError), transaction.atomic():
            make_locality(since=since, until=until)
