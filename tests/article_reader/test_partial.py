import pytest

from cooperation.article_reader.partial import compare, is_valid, partial, with_year


@pytest.mark.parametrize("text", ["2023", "2023-04", "2023-04-15", "2024-02-29", "--02-29"])
def test_a_partial_date_is_a_year_a_month_a_day_or_a_day_without_year(text):
    assert is_valid(text)


@pytest.mark.parametrize("text", ["", "23", "2023-13", "2023-04-31", "2023-02-29", "--13-01", "0000", "2023-4-1"])
def test_what_is_no_date_is_refused(text):
    assert not is_valid(text)


def test_parts_make_a_date_or_none():
    assert [partial(2023, 4), partial(None, 4, 15), partial(2023, 2, 30)] == ["2023-04", "--04-15", None]


def test_dates_are_compared_at_the_shorter_precision():
    comparisons = [compare("2023-04-13", "2023-04"), compare("2022", "2023-04"), compare("--05-01", "2023-04-15")]

    assert comparisons == [0, -1, 1]


def test_a_year_is_taken_so_that_the_day_lies_nearest_to_publication():
    dates = [with_year("--12-28", "2023-01-05"), with_year("--04-15", "2023"), with_year("--04-15", None)]

    assert dates == ["2022-12-28", "2023-04-15", "--04-15"]
