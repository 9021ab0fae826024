import pytest
from django.utils import translation

from cooperation.core.languages import fallback_order
from cooperation.core.localized_text import LocalizedText, localized, translated
from localities.models import Locality
from tests.factories import make_locality, make_news

pytestmark = pytest.mark.django_db


def test_a_missing_text_falls_back_to_the_original_then_english_then_any():
    item = make_news(title_en="English", title_fr="Français", title_vi="", original_language="fr")

    assert localized(item, "title", "vi") == LocalizedText("Français", "fr")
    assert localized(item, "title", "en") == LocalizedText("English", "en")
    assert fallback_order("vi") == ["vi", "en", "fr"]


def test_no_text_at_all_is_no_error():
    assert localized(make_locality(), "description", "fr") == LocalizedText("", "")


def test_sorting_by_a_translated_field_uses_the_language_of_the_moment():
    one = make_locality(name_vi="A", name_fr="Z")
    other = make_locality(name_vi="B", name_fr="Y")

    with translation.override("vi"):
        assert list(Locality.objects.by_name()) == [one, other]
    with translation.override("fr"):
        assert list(Locality.objects.by_name()) == [other, one]


def test_a_translated_expression_falls_back_as_readers_see_it():
    make_locality(name_vi="Huế", name_fr="Huê", name_en="")
    make_locality(name_vi="Lào Cai")
    make_locality(name_vi="", name_en="Da Nang")

    texts = {
        language: set(Locality.objects.values_list(translated("name", language), flat=True))
        for language in ["vi", "fr", "en"]
    }

    assert texts == {
        "vi": {"Huế", "Lào Cai", "Da Nang"},
        "fr": {"Huê", "Lào Cai", "Da Nang"},
        "en": {"Huế", "Lào Cai", "Da Nang"},
    }
