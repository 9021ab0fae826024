import pytest
from django.utils import translation

from cooperation.agreements.titles import build_agreement_title
from events.titles import build_conference_title


@pytest.mark.parametrize(
    ("language", "parties", "title"),
    [
        ("en", ["Yên Bái", "Val-de-Marne"], "Framework agreement between Yên Bái and Val-de-Marne (2023)"),
        ("en", ["Huế", "Rennes", "Blois"], "Framework agreement between Huế, Rennes and Blois (2023)"),
        ("fr", ["Val-de-Marne", "Yên Bái"], "Accord-cadre Val-de-Marne – Yên Bái (2023)"),
        ("vi", ["Yên Bái", "Val-de-Marne"], "Thỏa thuận khung giữa Yên Bái và Val-de-Marne (2023)"),
        ("en", ["Yên Bái"], "Framework agreement Yên Bái (2023)"),
    ],
)
def test_a_title_names_the_document_its_parties_and_its_year(language, parties, title):
    with translation.override(language):
        assert build_agreement_title("framework_agreement", parties, "2023") == title


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("en", ["Twinning agreement between A and B", "Agreement between A and B"]),
        ("fr", ["Accord de jumelage A – B", "Convention A – B"]),
        ("vi", ["Thỏa thuận kết nghĩa giữa A và B", "Thỏa thuận giữa A và B"]),
    ],
)
def test_a_twinning_agreement_is_a_document_and_a_convention_needs_no_bracket(language, titles):
    with translation.override(language):
        assert [build_agreement_title(kind, ["A", "B"]) for kind in ["twinning", "convention"]] == titles


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        (
            "en",
            [
                "1st Viet Nam–France decentralised cooperation conference",
                "22nd Viet Nam–France decentralised cooperation conference",
            ],
        ),
        (
            "fr",
            [
                "1res Assises de la coopération décentralisée franco-vietnamienne",
                "22es Assises de la coopération décentralisée franco-vietnamienne",
            ],
        ),
    ],
)
def test_a_conference_is_named_by_its_ordinal(language, titles):
    with translation.override(language):
        assert [build_conference_title(number) for number in [1, 22]] == titles


def test_the_first_conference_is_named_by_a_word_in_vietnamese():
    with translation.override("vi"):
        assert build_conference_title(1).endswith("lần thứ\xa0nhất")
