import pytest

ENGLISH = "the 9th conference on decentralised cooperation"
FRENCH = "les 9es Assises de la coopération décentralisée"
VIETNAMESE = "Hội nghị hợp tác giữa các địa phương Việt Nam và Pháp lần thứ 9"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"{ENGLISH.capitalize()} sat for four days."),
        ("fr", f"{FRENCH.capitalize()} ont siégé quatre jours."),
        ("vi", f"{VIETNAMESE} họp bốn ngày."),
    ],
)
def test_the_number_of_days_is_read_from_its_verb(read, language, text):
    assert read(language, text).conferences[0].days.value == 4


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"At the closing ceremony of {ENGLISH}, on 12 June 2013, a statement was read."),
        ("fr", f"À la cérémonie de clôture des {FRENCH[4:]}, le 12 juin 2013, une déclaration a été lue."),
        ("vi", f"Tại lễ bế mạc {VIETNAMESE} ngày 12/6/2013, tuyên bố được công bố."),
    ],
)
def test_a_closing_ceremony_tells_the_day_of_closing(read, language, text):
    assert read(language, text).conferences[0].closing_on.value == "2013-06-12"
