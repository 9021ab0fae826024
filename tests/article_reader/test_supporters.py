import pytest

ENGLISH = "the 9th conference on decentralised cooperation"
FRENCH = "les 9es Assises de la coopération décentralisée"
VIETNAMESE = "Hội nghị hợp tác giữa các địa phương Việt Nam và Pháp lần thứ 9"
ALL = {
    "en": ["Ministry of Culture, Sports and Tourism", "UNESCO", "French Embassy in Viet Nam"],
    "fr": ["ministère de la Culture, des Sports et du Tourisme", "UNESCO", "ambassade de France au Vietnam"],
    "vi": ["Bộ Văn hóa, Thể thao và Du lịch", "UNESCO", "Đại sứ quán Pháp tại Việt Nam"],
}
LISTED = {
    "en": "the Ministry of Culture, Sports and Tourism, UNESCO and the French Embassy in Viet Nam",
    "fr": "le ministère de la Culture, des Sports et du Tourisme, l'UNESCO et l'ambassade de France au Vietnam",
    "vi": "Bộ Văn hóa, Thể thao và Du lịch, UNESCO và Đại sứ quán Pháp tại Việt Nam",
}


def list_partners(findings):
    return [partner.value for partner in findings.conferences[0].partners]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"{ENGLISH.capitalize()} was supported by {LISTED['en']}."),
        ("en", f"{LISTED['en'].replace('the M', 'The M')} have supported {ENGLISH}."),
        ("en", f"With the support of {LISTED['en']}, {ENGLISH} opened in Brest."),
        ("en", f"Brest hosted {ENGLISH}. Its partners were {LISTED['en']}."),
        ("fr", f"{FRENCH.capitalize()} ont été soutenues par {LISTED['fr']}."),
        ("fr", f"{LISTED['fr'].replace('le m', 'Le m')} ont soutenu {FRENCH}."),
        ("fr", f"Brest a organisé {FRENCH} en partenariat avec {LISTED['fr']}."),
        ("fr", f"Brest a organisé {FRENCH}. Les partenaires étaient {LISTED['fr']}."),
        ("vi", f"{VIETNAMESE} được {LISTED['vi']} hỗ trợ."),
        ("vi", f"{LISTED['vi']} đã hỗ trợ {VIETNAMESE}."),
        ("vi", f"Với sự hỗ trợ của {LISTED['vi']}, {VIETNAMESE} khai mạc tại Brest."),
        ("vi", f"Brest tổ chức {VIETNAMESE}. Các đơn vị phối hợp gồm {LISTED['vi']}."),
    ],
)
def test_all_who_helped_are_found_in_active_and_passive_words(read, language, text):
    assert list_partners(read(language, text)) == ALL[language]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"At {ENGLISH}, Da Nang signed an agreement with Lille with the support of the Embassy of France."),
        ("en", f"{ENGLISH.capitalize()} ended. A project in Da Nang is supported by the Embassy of France."),
        ("fr", f"Lors des {FRENCH[4:]}, Da Nang et Lille ont signé un accord avec l'appui de l'ambassade de France."),
        ("vi", f"Tại {VIETNAMESE}, Đà Nẵng và Lille ký thỏa thuận với sự hỗ trợ của Đại sứ quán Pháp."),
    ],
)
def test_who_helps_with_something_else_is_no_partner(read, language, text):
    assert list_partners(read(language, text)) == []
