import pytest

from cooperation.core.translating import (
    OutdatedText,
    TranslationState,
    TranslationStatus,
    get_outdated_texts,
    get_translation_statuses,
    record_source_texts,
)
from cooperation.library.models import Theme
from tests.factories import make_conference, make_news, make_theme

pytestmark = pytest.mark.django_db
COMPLETE, PARTIAL, MISSING, OUT_OF_DATE = TranslationStatus


def change(record, **texts):
    before = {name: getattr(record, name) or "" for name in texts}
    type(record).objects.filter(pk=record.pk).update(**texts)
    return type(record).objects.get(pk=record.pk), before


def test_a_language_is_complete_partial_or_missing():
    theme = make_theme(name_en="Water", description_en="Rivers.", name_fr="Eau")

    assert get_translation_statuses(theme) == {"vi": MISSING, "fr": PARTIAL, "en": COMPLETE}


def test_a_translation_is_out_of_date_when_its_source_has_changed_and_right_again_when_it_follows():
    theme = make_theme(name_en="Water", name_fr="Eau")

    theme, before = change(theme, name_en="Water and sanitation")
    record_source_texts(theme, before)
    assert get_translation_statuses(theme)["fr"] == OUT_OF_DATE

    theme, before = change(theme, name_fr="Eau et assainissement")
    record_source_texts(theme, before)
    assert get_translation_statuses(theme) == {"vi": MISSING, "fr": COMPLETE, "en": COMPLETE}


def test_a_minor_edit_leaves_the_translations_right():
    theme, before = change(make_theme(name_en="Watr", name_fr="Eau"), name_en="Water")

    record_source_texts(theme, before, translations_unchanged=True)

    assert get_translation_statuses(theme)["fr"] == COMPLETE


def test_the_original_of_a_report_is_the_source_of_its_translations():
    item = make_news(original_language="vi", title_vi="Nước", title_en="Water", summary_vi="", summary_en="")
    record_source_texts(item, {})

    item, before = change(item, title_vi="Nước sạch")
    record_source_texts(item, before)

    assert get_translation_statuses(item) == {"vi": COMPLETE, "fr": MISSING, "en": OUT_OF_DATE}


def test_a_deleted_record_leaves_no_state_to_the_next_one():
    theme, before = change(make_theme(name_en="Water", name_fr="Eau"), name_en="Rivers")
    record_source_texts(theme, before)
    theme_id = theme.pk
    theme.delete()

    again = make_theme(name_en="Roads", name_fr="Routes")

    assert again.pk > theme_id
    assert get_translation_statuses(Theme.objects.get(pk=again.pk))["fr"] == COMPLETE


def test_the_source_is_the_language_written_first():
    theme, before = change(make_theme(name_en="", name_fr="Eau"), name_vi="Nước")
    record_source_texts(theme, before)
    theme, before = change(theme, name_en="Water")
    record_source_texts(theme, before)
    assert get_translation_statuses(theme) == {"vi": COMPLETE, "fr": COMPLETE, "en": COMPLETE}

    theme, before = change(theme, name_fr="Eau et assainissement")
    record_source_texts(theme, before)

    assert get_translation_statuses(theme) == {"vi": OUT_OF_DATE, "fr": COMPLETE, "en": OUT_OF_DATE}
    assert get_outdated_texts(theme)[0] == OutdatedText("name", "vi", "fr", "Eau", "Eau et assainissement")


def test_staff_choose_another_source():
    theme, _before = change(make_theme(name_en="Water", name_fr="Eau"))
    record_source_texts(theme, {}, chosen={"name": "fr"})

    theme, before = change(theme, name_en="Waters")
    record_source_texts(theme, before)

    assert get_translation_statuses(theme) == {"vi": MISSING, "fr": COMPLETE, "en": COMPLETE}


def test_a_state_of_a_text_that_has_become_a_relation_is_left_alone(admin_client):
    conference = make_conference(number=8)
    TranslationState.objects.create(
        kind="conference", record_id=conference.pk, field="hosts", language="fr", source_language="en"
    )

    assert admin_client.get(f"/en/admin/events/conference/{conference.pk}/change/").status_code == 200
