"""From which text each translation was made, and whether that text has changed since."""

from hashlib import sha256

from django.db import models
from django.utils.translation import gettext_lazy as _

from .languages import LANGUAGE_CODES, fallback_order
from .localized_text import column, translated_fields, translations


class TranslationStatus(models.TextChoices):
    COMPLETE = "complete", _("complete")
    PARTIAL = "partial", _("partial")
    MISSING = "missing", _("missing")
    OUT_OF_DATE = "out_of_date", _("out of date: the text it was translated from has changed")


class TranslationState(models.Model):
    """From which text a translation was made: its language, and the hash it had then."""

    kind = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    field = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    source_language = models.CharField(max_length=2)
    source_hash = models.CharField(max_length=64)

    class Meta:
        app_label = "core"
        verbose_name = _("state of a translation")
        verbose_name_plural = _("states of translations")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record_id", "field", "language"], name="unique_translation_state_per_text"
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.record_id} {self.field} {self.language}"


def text_hash(text):
    return sha256(text.encode()).hexdigest()


def source_language(record, field, language):
    """The language that a text is a translation of: the record's original, else English, else any; empty for itself."""
    texts = translations(record, field)
    original = getattr(record, "original_language", "")
    for code in fallback_order(original or "en", original):
        if texts[code]:
            return "" if code == language else code
    return ""


def stored_states(record):
    return TranslationState.objects.filter(kind=record.record_kind(), record_id=record.pk)


def translation_statuses(record):
    """{language: TranslationStatus} over all texts of a record that stand in any language."""
    texts = {field: translations(record, field) for field in translated_fields(type(record))}
    filled = [field for field, by_language in texts.items() if any(by_language.values())]
    outdated = {
        row.language
        for row in stored_states(record)
        if texts[row.field][row.language] and text_hash(texts[row.field][row.source_language]) != row.source_hash
    }
    return {code: status_of_texts(code, [texts[field][code] for field in filled], outdated) for code in LANGUAGE_CODES}


def status_of_texts(language, texts, outdated):
    if not any(texts):
        return TranslationStatus.MISSING
    if language in outdated:
        return TranslationStatus.OUT_OF_DATE
    return TranslationStatus.COMPLETE if all(texts) else TranslationStatus.PARTIAL


def record_source_texts(record, before, *, translations_unchanged=False):
    """After an edit: note for each translation the text that it was made from.

    `before` holds the old texts of the columns that were changed: {"title_fr": …}. A translation that was changed too,
    or that staff call still right, goes with the new text; any other stays with the text that stood there before.
    """
    known = {(row.field, row.language): row for row in stored_states(record)}
    for field in translated_fields(type(record)):
        texts = translations(record, field)
        for language in LANGUAGE_CODES:
            source = source_language(record, field, language)
            if not texts[language] or not source:
                continue
            row = known.get((field, language))
            renewed = translations_unchanged or column(field, language) in before
            if row is None or renewed or row.source_language != source:
                made_from = texts[source] if renewed else before.get(column(field, source), texts[source])
                store_source_text(record, field, language, source, made_from or "")


def store_source_text(record, field, language, source, made_from):
    TranslationState.objects.update_or_create(
        kind=record.record_kind(),
        record_id=record.pk,
        field=field,
        language=language,
        defaults={"source_language": source, "source_hash": text_hash(made_from)},
    )
