"""Translation status: which source text each translation was made from, and whether it has changed since."""

from hashlib import sha256

from django.db import models
from django.utils.translation import gettext_lazy as _

from .languages import DEFAULT_LANGUAGE, LANGUAGE_CODES, fallback_order
from .localized_text import column, translated_fields, translations


class TranslationStatus(models.TextChoices):
    COMPLETE = "complete", _("complete")
    PARTIAL = "partial", _("partial")
    MISSING = "missing", _("missing")
    OUT_OF_DATE = "out_of_date", _("out of date: the source text has changed")


class TranslationState(models.Model):
    """The source text of a translation: its language, and its hash at the time."""

    kind = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    field = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    source_language = models.CharField(max_length=2)
    source_hash = models.CharField(max_length=64)

    class Meta:
        app_label = "core"
        verbose_name = _("translation status")
        verbose_name_plural = _("translation statuses")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record_id", "field", "language"], name="unique_translation_state_per_text"
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.record_id} {self.field} {self.language}"


def text_hash(text):
    return sha256(text.encode()).hexdigest()


def find_source_language(record, field, language):
    """The language of the source text: the original, else the default, else any; empty if that is `language`."""
    texts = translations(record, field)
    original = getattr(record, "original_language", "")
    for code in fallback_order(original or DEFAULT_LANGUAGE, original):
        if texts[code]:
            return "" if code == language else code
    return ""


def get_stored_states(record):
    """Those of its translated fields: a site from before may hold states of a text that has become a relation."""
    states = TranslationState.objects.filter(kind=record.record_kind(), record_id=record.pk)
    return states.filter(field__in=translated_fields(type(record)))


def get_translation_statuses(record):
    """{language: TranslationStatus} of a record, over all its fields that have a text in any language."""
    texts = {field: translations(record, field) for field in translated_fields(type(record))}
    filled = [field for field, by_language in texts.items() if any(by_language.values())]
    outdated = {
        row.language
        for row in get_stored_states(record)
        if texts[row.field][row.language] and text_hash(texts[row.field][row.source_language]) != row.source_hash
    }
    return {code: get_status(code, [texts[field][code] for field in filled], outdated) for code in LANGUAGE_CODES}


def get_status(language, texts, outdated):
    if not any(texts):
        return TranslationStatus.MISSING
    if language in outdated:
        return TranslationStatus.OUT_OF_DATE
    return TranslationStatus.COMPLETE if all(texts) else TranslationStatus.PARTIAL


def record_source_texts(record, previous_texts, *, translations_unchanged=False):
    """After an edit: store for each translation the text that it was made from.

    `previous_texts` contains the old texts of the columns that were changed, by column. A translation that was changed
    too, or that staff declare unchanged (a minor edit), belongs to the new source text; any other to the previous one.
    """
    states = {(row.field, row.language): row for row in get_stored_states(record)}
    for field in translated_fields(type(record)):
        texts = translations(record, field)
        for language in LANGUAGE_CODES:
            source = find_source_language(record, field, language)
            if not texts[language] or not source:
                continue
            row = states.get((field, language))
            is_current = translations_unchanged or column(field, language) in previous_texts
            if row is None or is_current or row.source_language != source:
                previous_text = previous_texts.get(column(field, source), texts[source])
                source_text = texts[source] if is_current else previous_text
                store_source_text(record, field, language, source, source_text or "")


def store_source_text(record, field, language, source, source_text):
    TranslationState.objects.update_or_create(
        kind=record.record_kind(),
        record_id=record.pk,
        field=field,
        language=language,
        defaults={"source_language": source, "source_hash": text_hash(source_text)},
    )
