"""Partnerships reported without a signing, in the three languages."""

import pytest

PAIR = ["vn-yen-bai", "fr-val-de-marne"]
ENGLISH = "Yen Bai province (Viet Nam) and the Val-de-Marne department (France)"
FRENCH = "La province de Yen Bai (Vietnam) et le département du Val-de-Marne (France)"
VIETNAMESE = "Tỉnh Yên Bái (Việt Nam) và tỉnh Val-de-Marne (Pháp)"


def list_facts(findings):
    return [
        (
            [party.value for party in partnership.parties],
            partnership.since and partnership.since.value,
            partnership.kind.value,
        )
        for partnership in findings.partnerships
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"{ENGLISH} have cooperated since 1996."),
        ("en", "In 1996 Yen Bai began to cooperate with Val-de-Marne."),
        ("en", "The partnership between Yen Bai and Val-de-Marne, begun in 1996, goes on."),
        ("en", "Cooperation between Yen Bai and Val-de-Marne dates back to 1996."),
        ("fr", f"{FRENCH} coopèrent depuis 1996."),
        ("fr", "La coopération entre Yen Bai et le Val-de-Marne, lancée en 1996, se poursuit."),
        ("fr", "Depuis 1996, Yen Bai est partenaire du Val-de-Marne."),
        ("vi", f"{VIETNAMESE} hợp tác với nhau từ năm 1996."),
        ("vi", f"{VIETNAMESE} lập quan hệ năm 1996."),
        ("vi", "Quan hệ hợp tác giữa Yên Bái và Val-de-Marne được thiết lập năm 1996."),
        ("vi", "Yên Bái bắt đầu hợp tác với Val-de-Marne từ năm 1996."),
    ],
)
def test_a_partnership_that_lasts_is_found_with_its_first_year(read, language, text):
    findings = read(language, text)

    assert list_facts(findings) == [(PAIR, "1996", "cooperation")]
    assert findings.agreements == []


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", f"{ENGLISH} are partners.", "cooperation"),
        ("en", f"{ENGLISH} are twinned.", "twinning"),
        ("fr", f"{FRENCH} sont partenaires.", "cooperation"),
        ("fr", f"{FRENCH} sont jumelés.", "twinning"),
        ("vi", f"{VIETNAMESE} là đối tác hợp tác.", "cooperation"),
        ("vi", "Yên Bái kết nghĩa với Val-de-Marne.", "twinning"),
    ],
)
def test_a_partnership_may_be_told_without_a_date(read, language, text, kind):
    assert list_facts(read(language, text)) == [(PAIR, None, kind)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The cities have been twinned since 2001."),
        ("fr", "Les deux villes sont jumelées depuis 2001."),
        ("vi", "Hai thành phố kết nghĩa từ năm 2001."),
    ],
)
def test_the_two_cities_are_those_told_before(read, language, text):
    opening = {"en": "Hai Phong welcomed Brest.", "fr": "Hai Phong a reçu Brest.", "vi": "Hải Phòng đón Brest."}
    text = text.replace("The cities", "The two cities")

    assert list_facts(read(language, opening[language] + " " + text)) == [
        (["vn-hai-phong", "fr-brest"], "2001", "twinning"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Hanoi wants to cooperate with Toulouse."),
        ("en", "Hanoi and Toulouse held talks on water in 1996."),
        ("en", "Cooperation between Viet Nam and France began in 1989."),
        ("en", "Hanoi and Toulouse will be partners from 2024."),
        ("en", "Hanoi and Ho Chi Minh City have cooperated since 1996."),
        ("en", "Hanoi and Toulouse signed a cooperation agreement in 1996."),
        ("en", "Participants from Hanoi, Toulouse and Lyon are partners in the debate."),
        ("fr", "Hanoï souhaite coopérer avec Toulouse."),
        ("fr", "La coopération entre le Vietnam et la France, lancée en 1989, se poursuit."),
        ("fr", "Hanoï et Toulouse ont signé en 1996 un accord de partenariat."),
        ("vi", "Hà Nội mong muốn hợp tác với Toulouse."),
        ("vi", "Hà Nội và Toulouse đã hợp tác tổ chức hội thảo."),
        ("vi", "Hà Nội và Toulouse ký thỏa thuận hợp tác năm 1996."),
    ],
)
def test_wishes_talks_countries_lists_and_signings_are_no_such_partnerships(read, language, text):
    assert list_facts(read(language, text)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Hanoi began to cooperate with Ile-de-France in 1989 and with Toulouse in 1996."),
        ("fr", "Hanoï a noué des liens avec l'Ile-de-France en 1989 et avec Toulouse en 1996."),
        ("vi", "Hà Nội bắt tay với vùng Ile-de-France năm 1989 và với thành phố Toulouse năm 1996."),
    ],
)
def test_each_of_several_partners_has_its_own_year(read, language, text):
    assert list_facts(read(language, text)) == [
        (["vn-ha-noi", "fr-ile-de-france"], "1989", "cooperation"),
        (["vn-ha-noi", "fr-toulouse"], "1996", "cooperation"),
    ]


def test_a_partnership_told_twice_is_one_and_keeps_what_each_mention_adds(read):
    findings = read("en", "Hanoi and Toulouse are partners.", "Toulouse and Hanoi have been twinned since 1996.")

    assert list_facts(findings) == [(["vn-ha-noi", "fr-toulouse"], "1996", "twinning")]
