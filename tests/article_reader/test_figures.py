import pytest


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The 11th conference on decentralised cooperation was held in Brest with more than 500 delegates."),
        ("en", "The 11th conference on decentralised cooperation brought five hundred delegates together."),
        ("fr", "Les 11es Assises de la coopération décentralisée ont réuni plus de cinq cents délégués."),
        ("fr", "Plus de 500 délégués ont pris part aux 11es Assises de la coopération décentralisée."),
        ("vi", "Hội nghị hợp tác giữa các địa phương Việt Nam và Pháp lần thứ 11 có hơn 500 đại biểu tham dự."),
        ("vi", "Hội nghị hợp tác giữa các địa phương Việt Nam và Pháp lần thứ 11 thu hút năm trăm đại biểu."),
    ],
)
def test_delegates_are_counted_in_digits_and_in_words(read, language, text):
    figures = read(language, text).figures

    assert [(figure.measure, figure.count.value) for figure in figures] == [("participants.total", 500)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            (
                "Dix-huit provinces vietnamiennes et dix-sept régions françaises ont participé aux 11es Assises de la "
                "coopération décentralisée."
            ),
        ),
        (
            "en",
            (
                "Eighteen Vietnamese provinces and seventeen French regions took part in the 11th conference on "
                "decentralised cooperation."
            ),
        ),
        (
            "vi",
            (
                "Hội nghị hợp tác giữa các địa phương Việt Nam và Pháp lần thứ 11 có mười tám địa phương Việt Nam và "
                "mười bảy địa phương Pháp tham dự."
            ),
        ),
    ],
)
def test_a_numeral_of_two_words_is_read_whole(read, language, text):
    figures = read(language, text).figures

    assert [(figure.measure, figure.count.value) for figure in figures] == [
        ("participants.vn", 18),
        ("participants.fr", 17),
    ]


def test_a_numeral_that_is_not_known_is_not_read_in_part(read):
    text = "Vingt-deux provinces vietnamiennes ont participé aux 11es Assises de la coopération décentralisée."

    assert read("fr", text).figures == []
