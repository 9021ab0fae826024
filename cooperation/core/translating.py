"""From which text each translation was made, and whether that text has changed since."""

from hashlib import sha256

from django.db import models
from django.utils.translation import gettext_lazy as _

from .languages import CODES, column, preference, translated_fields, translations
from .models import TranslationState


class LanguageState(models.TextChoices):
    COMPLETE = "complete", _("complete")
    PARTIAL = "partial", _("partial")
    MISSING = "missing", _("missing")
    OUT_OF_DATE = "out_of_date", _("out of date: the text it was translated from has changed")


def text_hash(text):
    return sha256(text.encode()).hexdigest()


def source_language(record, field, language):
    """The language that a text is a translation of: the record's original, else English, else any; empty for itself."""
    texts = translations(record, field)
    original = getattr(record, "original_language", "")
    for code in preference(original or "en", original):
        if texts[code]:
            return "" if code == language else code
    return ""


def kept_states(record):
    return TranslationState.objects.filter(kind=record.record_kind(), record_id=record.pk)


def language_states(record):
    """{language: LanguageState} over all texts of a record that stand in any language."""
    texts = {field: translations(record, field) for field in translated_fields(type(record))}
    filled = [field for field, by_language in texts.items() if any(by_language.values())]
    outdated = {
        row.language
        for row in kept_states(record)
        if texts[row.field][row.language] and text_hash(texts[row.field][row.source_language]) != row.source_hash
    }
    return {code: one_state(code, [texts[field][code] for field in filled], outdated) for code in CODES}


def one_state(language, texts, outdated):
    if not any(texts):
        return LanguageState.MISSING
    if language in outdated:
        return LanguageState.OUT_OF_DATE
    return LanguageState.COMPLETE if all(texts) else LanguageState.PARTIAL


def remember(record, before, *, still_right=False):
    """After an edit: note for each translation the text that it was made from.

    `before` holds the old texts of the columns that were changed: {"title_fr": …}. A translation that was changed too,
    or that staff call still right, goes with the new text; any other stays with the text that stood there before.
    """
    known = {(row.field, row.language): row for row in kept_states(record)}
    for field in translated_fields(type(record)):
        texts = translations(record, field)
        for language in CODES:
            source = source_language(record, field, language)
            if not texts[language] or not source:
                continue
            row = known.get((field, language))
            renewed = still_right or column(field, language) in before
            if row is None or renewed or row.source_language != source:
                made_from = texts[source] if renewed else before.get(column(field, source), texts[source])
                keep(record, field, language, source, made_from or "")


def keep(record, field, language, source, made_from):
    TranslationState.objects.update_or_create(
        kind=record.record_kind(),
        record_id=record.pk,
        field=field,
        language=language,
        defaults={"source_language": source, "source_hash": text_hash(made_from)},
    )
