import pytest

from cooperation.core.translating import LanguageState, language_states, remember
from cooperation.library.models import Theme
from tests.factories import make_news, make_theme

pytestmark = pytest.mark.django_db
COMPLETE, PARTIAL, MISSING, OUT_OF_DATE = LanguageState


def change(record, **texts):
    before = {name: getattr(record, name) or "" for name in texts}
    type(record).objects.filter(pk=record.pk).update(**texts)
    return type(record).objects.get(pk=record.pk), before


def test_a_language_is_complete_partial_or_missing():
    theme = make_theme(name_en="Water", description_en="Rivers.", name_fr="Eau")

    assert language_states(theme) == {"vi": MISSING, "fr": PARTIAL, "en": COMPLETE}


def test_a_translation_is_out_of_date_when_its_source_has_changed_and_right_again_when_it_follows():
    theme = make_theme(name_en="Water", name_fr="Eau")

    theme, before = change(theme, name_en="Water and sanitation")
    remember(theme, before)
    assert language_states(theme)["fr"] == OUT_OF_DATE

    theme, before = change(theme, name_fr="Eau et assainissement")
    remember(theme, before)
    assert language_states(theme) == {"vi": MISSING, "fr": COMPLETE, "en": COMPLETE}


def test_a_minor_edit_leaves_the_translations_right():
    theme, before = change(make_theme(name_en="Watr", name_fr="Eau"), name_en="Water")

    remember(theme, before, still_right=True)

    assert language_states(theme)["fr"] == COMPLETE


def test_the_original_of_a_report_is_the_source_of_its_translations():
    item = make_news(original_language="vi", title_vi="Nước", title_en="Water", summary_vi="", summary_en="")
    remember(item, {})

    item, before = change(item, title_vi="Nước sạch")
    remember(item, before)

    assert language_states(item) == {"vi": COMPLETE, "fr": MISSING, "en": OUT_OF_DATE}


def test_a_deleted_record_leaves_no_state_to_the_next_one():
    theme, before = change(make_theme(name_en="Water", name_fr="Eau"), name_en="Rivers")
    remember(theme, before)
    theme.delete()

    again = make_theme(pk=theme.pk, name_en="Roads", name_fr="Routes")

    assert language_states(Theme.objects.get(pk=again.pk))["fr"] == COMPLETE
