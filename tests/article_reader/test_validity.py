import pytest

SIGNED = {
    "en": "Lam Dong signed a cooperation agreement with Brest on 3 May 2018.",
    "fr": "Lam Dong a signé un accord de coopération avec Brest le 3 mai 2018.",
    "vi": "Lâm Đồng ký thỏa thuận hợp tác với Brest ngày 3/5/2018.",
}


def get_period(findings):
    agreement = findings.agreements[0]
    return [extraction and extraction.value for extraction in (agreement.starts_on, agreement.ends_on)]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "The agreement runs until 2027.", [None, "2027"]),
        ("en", "It is valid until 31 December 2025.", [None, "2025-12-31"]),
        ("en", "The agreement covers the years 2018 to 2020.", ["2018", "2020"]),
        ("en", "The agreement expires in 2026.", [None, "2026"]),
        ("fr", "L'accord est valable jusqu'en 2027.", [None, "2027"]),
        ("fr", "Il court jusqu'au 31 décembre 2025.", [None, "2025-12-31"]),
        ("fr", "L'accord est valable pour la période 2018-2020.", ["2018", "2020"]),
        ("fr", "Il arrive à échéance en 2026.", [None, "2026"]),
        ("vi", "Thỏa thuận có hiệu lực đến năm 2027.", [None, "2027"]),
        ("vi", "Văn bản có giá trị đến hết ngày 31/12/2025.", [None, "2025-12-31"]),
        ("vi", "Thỏa thuận có hiệu lực trong giai đoạn 2018-2020.", ["2018", "2020"]),
        ("vi", "Thỏa thuận hết hiệu lực vào năm 2026.", [None, "2026"]),
    ],
)
def test_a_sentence_of_its_own_tells_how_long_an_agreement_lasts(read, language, text, wanted):
    assert get_period(read(language, SIGNED[language] + " " + text)) == wanted
    assert get_period(read(language, SIGNED[language], text)) == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bridge will be built until 2027."),
        ("en", "The agreement could be extended until 2030."),
        ("en", "The agreement with Nancy runs until 2027."),
        ("fr", "Le chantier du pont durera jusqu'en 2027."),
        ("fr", "L'accord avec Nancy est valable jusqu'en 2027."),
        ("vi", "Dự án cầu kéo dài đến năm 2027."),
        ("vi", "Thỏa thuận với Nancy có hiệu lực đến năm 2027."),
    ],
)
def test_what_lasts_until_then_must_be_the_agreement(read, language, text):
    assert get_period(read(language, SIGNED[language] + " " + text)) == [None, None]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Lam Dong signed an agreement with Brest for 2018–2021.", ["2018", "2021"]),
        ("en", "Lam Dong signed an agreement with Brest for the period 2018-2021.", ["2018", "2021"]),
        (
            "en",
            "Lam Dong signed an agreement with Brest that runs from 1 May 2018 to 30 April 2021.",
            ["2018-05-01", "2021-04-30"],
        ),
        ("fr", "Lam Dong a signé un accord avec Brest pour la période 2018-2021.", ["2018", "2021"]),
        ("fr", "Lam Dong a signé un accord 2018-2021 avec Brest.", ["2018", "2021"]),
        ("vi", "Lâm Đồng ký thỏa thuận với Brest giai đoạn 2018–2021.", ["2018", "2021"]),
        ("vi", "Lâm Đồng ký thỏa thuận hợp tác 2018 - 2021 với Brest.", ["2018", "2021"]),
    ],
)
def test_the_sentence_of_signing_tells_the_period(read, language, text, wanted):
    assert get_period(read(language, text)) == wanted
