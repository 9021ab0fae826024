from seeds.records.spans import Span, choose_span


def test_what_most_tell_after_the_event_outweighs_the_plans():
    spans = [
        Span("2016-09-12", "2016-09-18", "2016-06-07"),
        Span("2016-09-12", "2016-09-18", "2016-07-01"),
        Span("2016-09-14", "2016-09-16", "2016-10-03"),
    ]

    assert choose_span(spans) == ("2016-09-14", "2016-09-16")


def test_of_spans_told_as_often_the_widest_is_taken():
    spans = [
        Span("2023-04-15", "2023-04-15", "2023-04-20"),
        Span("2023-04-13", "2023-04-16", "2023-04-18"),
        Span("", "2023-04-15", "2023-04-16"),
    ]

    assert choose_span(spans) == ("2023-04-13", "2023-04-16")


def test_half_a_span_is_better_than_none():
    assert choose_span([Span("1996", "", "2023")]) == ("1996", "")
    assert choose_span([]) == ("", "")


def test_an_account_that_appeared_before_the_day_tells_a_plan():
    assert Span("2026", "", "2023-04-16").is_preview()
    assert not Span("1996", "", "2023-04").is_preview()
    assert not Span("2019-04-01", "2019-04-02", "2019-04").is_preview()
