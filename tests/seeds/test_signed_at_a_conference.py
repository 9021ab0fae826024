import pytest


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Yen Bai province and the Val-de-Marne department signed an agreement at the 11th conference "
            "on decentralised cooperation between Viet Nam and France in Toulouse on 2 April 2019.",
        ),
        (
            "fr",
            "La province de Yen Bai et le département du Val-de-Marne ont signé un accord aux 11es Assises "
            "de la coopération décentralisée franco-vietnamienne à Toulouse le 2 avril 2019.",
        ),
        (
            "vi",
            "Tỉnh Yên Bái và tỉnh Val-de-Marne ký thỏa thuận tại Hội nghị hợp tác giữa các địa phương "
            "Việt Nam và Pháp lần thứ 11 ở Toulouse ngày 2 tháng 4 năm 2019.",
        ),
    ],
)
def test_a_signing_at_a_conference_has_its_number_its_day_and_its_place(read, language, text):
    (told,) = read(language, text).agreements

    found = [each.value for each in (told.conference, told.signed_on, told.place)]
    assert found == [11, "2019-04-02", "fr-toulouse"]
