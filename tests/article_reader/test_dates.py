import pytest

from cooperation.article_reader.recognise.dates import find_dates

DAY = {
    "en": [
        "on April 15, 2023",
        "on 15 April 2023",
        "on the 15th of April 2023",
        "on Saturday 15 April 2023",
        "on 15/4/2023",
    ],
    "fr": ["le 15 avril 2023", "le samedi 15 avril 2023", "le 15/04/2023"],
    "vi": ["ngày 15/4/2023", "ngày 15 tháng 4 năm 2023", "15-4-2023", "ngày 15 tháng tư năm 2023", "chiều 15.4.2023"],
}
SPAN = {
    "en": ["April 13-16, 2023", "from 13 to 16 April 2023", "from April 13 to April 16, 2023", "13–16 April 2023"],
    "fr": ["du 13 au 16 avril 2023", "du jeudi 13 au dimanche 16 avril 2023", "13-16 avril 2023"],
    "vi": [
        "từ ngày 13-16/4/2023",
        "từ 13 đến 16/4/2023",
        "từ ngày 13/4 đến ngày 16/4/2023",
        "ngày 13 đến 16 tháng 4 năm 2023",
    ],
}


def read_dates(text, language, near=None):
    return [(date.first, date.last, date.inferred) for date in find_dates(text, language, near)]


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in DAY for text in DAY[language]])
def test_a_day_is_read_in_each_of_its_forms(language, text):
    assert read_dates(text, language) == [("2023-04-15", None, False)]


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in SPAN for text in SPAN[language]])
def test_a_span_of_days_is_read_in_each_of_its_forms(language, text):
    assert read_dates(text, language) == [("2023-04-13", "2023-04-16", False)]


def test_a_span_may_cross_two_months():
    assert read_dates("du 30 mars au 2 avril 2019", "fr") == [("2019-03-30", "2019-04-02", False)]


def test_a_missing_year_comes_from_the_day_of_publication_and_says_so():
    assert read_dates("chiều 15/4", "vi", "2023-04-18") == [("2023-04-15", None, True)]


def test_without_any_year_the_day_stays_without_one():
    assert read_dates("chiều 15/4", "vi") == [("--04-15", None, False)]


@pytest.mark.parametrize(
    ("language", "text"),
    [("vi", "thắng 3-1"), ("vi", "2/3 dân số"), ("en", "won 2-1"), ("en", "May says so"), ("fr", "le score de 2-1")],
)
def test_scores_fractions_and_names_are_no_dates(language, text):
    assert read_dates(text, language) == []


def test_a_period_of_years_is_no_span_of_days():
    assert [(date.kind, date.first, date.last) for date in find_dates("giai đoạn 2022-2025", "vi")] == [
        ("periods", "2022", "2025")
    ]
