import pytest

ENGLISH = "at the 11th conference on decentralised cooperation between Viet Nam and France"
FRENCH = "aux 11es Assises de la coopération décentralisée franco-vietnamienne"
VIETNAMESE = "tại Hội nghị hợp tác giữa các địa phương Việt Nam và Pháp lần thứ 11"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"Yen Bai and Val-de-Marne signed an agreement {ENGLISH} in Toulouse on 2 April 2019."),
        ("fr", f"Yen Bai et le Val-de-Marne ont signé un accord {FRENCH} à Toulouse le 2 avril 2019."),
        ("vi", f"Yên Bái và Val-de-Marne ký thỏa thuận {VIETNAMESE} ở Toulouse ngày 2 tháng 4 năm 2019."),
    ],
)
def test_a_signing_at_a_conference_has_its_number_its_day_and_its_place(read, language, text):
    (agreement,) = read(language, text).agreements

    extractions = (agreement.conference, agreement.signed_on, agreement.place)
    assert [extraction.value for extraction in extractions] == [11, "2019-04-02", "fr-toulouse"]
