"""Weekdays in an article published on Saturday 15 June 2013."""

import pytest

APPEARED = "2013-06-15"
ENGLISH = "the 9th conference on decentralised cooperation"
FRENCH = "les 9es Assises de la coopération décentralisée"
VIETNAMESE = "Hội nghị hợp tác giữa các địa phương Việt Nam và Pháp lần thứ 9"


def get_value(extraction):
    return extraction and (extraction.value, extraction.inferred)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Lam Dong signed a cooperation agreement with Brest on Friday.", "2013-06-14"),
        ("en", "On Thursday, Lam Dong signed a cooperation agreement with Brest.", "2013-06-13"),
        ("en", "Lam Dong signed a cooperation agreement with Brest last Saturday.", "2013-06-08"),
        ("fr", "Lam Dong a signé jeudi un accord avec Brest.", "2013-06-13"),
        ("fr", "Lam Dong a signé samedi un accord avec Brest.", "2013-06-15"),
        ("vi", "Thứ Sáu, Lâm Đồng ký thỏa thuận với Brest.", "2013-06-14"),
        ("vi", "Lâm Đồng ký thỏa thuận với Brest hôm thứ năm.", "2013-06-13"),
    ],
)
def test_a_weekday_dates_a_signing(read, language, text, day):
    findings = read(language, text, published=APPEARED)

    assert [get_value(agreement.signed_on) for agreement in findings.agreements] == [(day, True)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lam Dong had signed an agreement with Brest, the mayor said on Friday."),
        ("en", "On Friday the mayor said that Lam Dong had signed an agreement with Brest."),
        ("fr", "Le maire a déclaré vendredi que Lam Dong avait signé un accord avec Brest."),
        ("vi", "Lần thứ hai, Lâm Đồng ký thỏa thuận với Brest."),
        ("vi", "Lâm Đồng ký thỏa thuận thứ ba với Brest."),
    ],
)
def test_a_talk_or_an_ordinal_dates_no_signing(read, language, text):
    findings = read(language, text, published=APPEARED)

    assert [get_value(agreement.signed_on) for agreement in findings.agreements] == [None]


def test_without_a_day_of_publication_a_weekday_says_nothing(read):
    text = "Lam Dong signed a cooperation agreement with Brest on Friday."

    for published in (None, "2013-06"):
        assert read("en", text, published=published).agreements[0].signed_on is None


def test_a_weekday_beside_a_date_is_a_part_of_it(read):
    text = "Lam Dong signed a cooperation agreement with Brest on Friday, 3 May 2013."

    assert get_value(read("en", text, published=APPEARED).agreements[0].signed_on) == ("2013-05-03", False)


def test_a_day_told_outright_wins_and_makes_no_second_agreement(read):
    texts = [
        "Lam Dong signed a cooperation agreement with Brest on Friday.",
        "Lam Dong and Brest signed the cooperation agreement on 7 June 2013.",
    ]

    findings = read("en", *texts, published=APPEARED)

    assert [get_value(agreement.signed_on) for agreement in findings.agreements] == [("2013-06-07", False)]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", f"{ENGLISH.capitalize()} opened in Brest on Thursday.", ["2013-06-13", None, None]),
        ("en", f"{ENGLISH.capitalize()} opened on Friday and will run until Sunday.", ["2013-06-14", None, None]),
        ("en", f"{ENGLISH.capitalize()} closed in Brest on Friday.", [None, "2013-06-14", "2013-06-14"]),
        ("fr", f"{FRENCH.capitalize()} se sont ouvertes mercredi à Brest.", ["2013-06-12", None, None]),
        ("fr", f"{FRENCH.capitalize()} se sont achevées vendredi à Brest.", [None, "2013-06-14", "2013-06-14"]),
        ("vi", f"Hôm thứ Năm, {VIETNAMESE} khai mạc tại Brest.", ["2013-06-13", None, None]),
        ("vi", f"{VIETNAMESE} bế mạc chiều thứ Sáu tại Brest.", [None, "2013-06-14", "2013-06-14"]),
        ("en", f"On Friday she told {ENGLISH} in Brest of her plan.", [None, None, None]),
        ("en", f"{ENGLISH.capitalize()} will open in Brest on Friday.", [None, None, None]),
        ("en", f"A workshop opened on Friday before {ENGLISH}.", [None, None, None]),
        ("fr", f"Vendredi, aux {FRENCH[4:]} à Brest, il a déclaré son espoir.", [None, None, None]),
        ("vi", f"Hôm thứ Sáu, ông nói với {VIETNAMESE} tại Brest về kế hoạch.", [None, None, None]),
        ("vi", f"{VIETNAMESE[:-1]}năm khai mạc tại Brest.", [None, None, None]),
    ],
)
def test_a_weekday_dates_an_opening_or_a_closing_and_no_talk(read, language, text, wanted):
    conference = read(language, text, published=APPEARED).conferences[0]

    days = [conference.starts_on, conference.ends_on, conference.closing_on]
    assert [day and day.value for day in days] == wanted
    assert all(day.inferred for day in days if day)
