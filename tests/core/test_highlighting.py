import pytest

from cooperation.core.highlighting import highlight, passage


@pytest.mark.parametrize(
    ("text", "query", "wanted"),
    [
        ("Thành phố Hà Nội", "ha noi", "Thành phố <mark>Hà Nội</mark>"),
        ("Thành phố Hà Nội", "hanoi", "Thành phố <mark>Hà Nội</mark>"),
        ("Ville de Hanoï", "ha noi", "Ville de <mark>Hanoï</mark>"),
        ("Đắk Lắk", "dak la", "<mark>Đắk Lắk</mark>"),
        ("Đà Nẵng", "đà nẵng", "<mark>Đà Nẵng</mark>"),
        ("Hà Giang", "ha noi", "<mark>Hà</mark> Giang"),
        ("<b>Huế</b> & co", "hue", "&lt;b&gt;<mark>Huế</mark>&lt;/b&gt; &amp; co"),
        ("Rennes", "xyz", "Rennes"),
        ("Rennes", "", "Rennes"),
        ("", "hue", ""),
    ],
)
def test_what_answers_a_search_is_marked(text, query, wanted):
    assert highlight(text, query) == wanted


def test_a_passage_is_cut_at_words_around_its_first_match():
    text = "mot " * 50 + "Huế et Rennes " + "suite " * 80

    extract = passage(text, "hue")

    assert extract.startswith("… mot mot")
    assert "mot Huế et Rennes suite" in extract
    assert extract.endswith("suite …")
    assert len(extract) < 260


def test_no_match_no_passage():
    assert passage("Huế et Rennes", "toulouse") == ""


def test_text_in_decomposed_letters_is_found_and_shown_composed():
    assert passage("Ville de Hue\u0302\u0301 en 2023", "huế") == "Ville de Huế en 2023"
