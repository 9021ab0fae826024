"""Translation status: which source text each translation was made from, and whether it has changed since.

The source of a text is the language that it was written in first, kept for each field of a record.
"""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from .fields import language_field
from .languages import DEFAULT_LANGUAGE, LANGUAGE_CODES, current_language, fallback_order
from .localized_text import column, translated_fields, translations


class TranslationStatus(models.TextChoices):
    COMPLETE = "complete", _("complete")
    PARTIAL = "partial", _("partial")
    MISSING = "missing", _("missing")
    OUT_OF_DATE = "out_of_date", _("out of date: the source text has changed")


class TextSource(models.Model):
    """The language in which a text of a record was written first; staff can change it."""

    kind = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    field = models.CharField(max_length=60)
    language = language_field(_("language"), blank=False)

    class Meta:
        app_label = "core"
        verbose_name = _("source of a text")
        verbose_name_plural = _("sources of texts")
        constraints = [
            models.UniqueConstraint(fields=["kind", "record_id", "field"], name="unique_text_source_per_field")
        ]

    def __str__(self):
        return f"{self.kind} {self.record_id} {self.field}"


class TranslationState(models.Model):
    """The text that a translation was made from, and its language; the text is empty where it is not known."""

    kind = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    field = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    source_language = models.CharField(max_length=2)
    source_text = models.TextField(default="")

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


class OutdatedText(NamedTuple):
    """A translation whose source has changed: from `before` (empty where it is not known) to `after`."""

    field: str
    language: str
    source_language: str
    before: str
    after: str


def rows_of(model, record):
    """The rows about a record's translated fields: a site from before may hold some of a field that is none now."""
    rows = model.objects.filter(kind=record.record_kind(), record_id=record.pk)
    return rows.filter(field__in=translated_fields(type(record)))


def get_source_languages(record):
    """{field: language of its source} of the translated fields that have a text in any language."""
    stored = dict(rows_of(TextSource, record).values_list("field", "language")) if record.pk else {}
    sources = {}
    for field in translated_fields(type(record)):
        texts = translations(record, field)
        source = stored.get(field) if texts.get(stored.get(field)) else guess_source_language(record, texts)
        if source:
            sources[field] = source
    return sources


def guess_source_language(record, texts):
    """The language of a text whose source nobody has told: the only one, the original, the default; "" for no text."""
    original = getattr(record, "original_language", "")
    return next((code for code in fallback_order(original or DEFAULT_LANGUAGE, original) if texts[code]), "")


def find_first_language(record, texts, previous):
    """The language in which a text was written first, from its texts before and after an edit."""
    before = [code for code, text in previous.items() if text]
    if before:
        return guess_source_language(record, previous)
    own = current_language()
    return own if texts[own] and not getattr(record, "original_language", "") else guess_source_language(record, texts)


def get_outdated_texts(record):
    """The translations of a record whose source text has changed since (`OutdatedText`)."""
    outdated = []
    for row in rows_of(TranslationState, record):
        texts = translations(record, row.field)
        source = texts.get(row.source_language, "")
        if texts[row.language] and source != row.source_text:
            outdated.append(OutdatedText(row.field, row.language, row.source_language, row.source_text, source))
    return sorted(outdated, key=lambda text: (text.field, LANGUAGE_CODES.index(text.language)))


def get_translation_statuses(record, outdated=None):
    """{language: TranslationStatus} of a record, over all its fields that have a text in any language."""
    texts = {field: translations(record, field) for field in translated_fields(type(record))}
    filled = [field for field, by_language in texts.items() if any(by_language.values())]
    languages = {text.language for text in (get_outdated_texts(record) if outdated is None else outdated)}
    return {code: get_status(code, [texts[field][code] for field in filled], languages) for code in LANGUAGE_CODES}


def get_status(language, texts, outdated):
    if not any(texts):
        return TranslationStatus.MISSING
    if language in outdated:
        return TranslationStatus.OUT_OF_DATE
    return TranslationStatus.COMPLETE if all(texts) else TranslationStatus.PARTIAL


def record_source_texts(record, previous_texts, *, translations_unchanged=False, chosen=None):
    """After an edit: store the source of each text, and for each translation the text that it was made from.

    `previous_texts` contains the old texts of the columns that were changed, by column; `chosen` {field: language} the
    sources that staff chose. A translation that was changed too, or that staff declare unchanged (a minor edit),
    belongs to the new source text; any other to the previous one.
    """
    states = {(row.field, row.language): row for row in rows_of(TranslationState, record)}
    stored = dict(rows_of(TextSource, record).values_list("field", "language"))
    for field in translated_fields(type(record)):
        texts = translations(record, field)
        previous = {code: previous_texts.get(column(field, code), text) or "" for code, text in texts.items()}
        wanted = (chosen or {}).get(field) or stored.get(field, "")
        source = wanted if texts.get(wanted) else find_first_language(record, texts, previous)
        source = source if texts.get(source) else guess_source_language(record, texts)
        if source and source != stored.get(field):
            store(TextSource, record, {"field": field}, {"language": source})
        for language in LANGUAGE_CODES:
            if not texts[language] or language == source:
                continue
            row = states.get((field, language))
            was_current = row is None or row.source_text == previous[row.source_language]
            is_current = column(field, language) in previous_texts or (translations_unchanged and was_current)
            if row is None or is_current or row.source_language != source:
                source_text = texts[source] if is_current else previous[source] if was_current else ""
                names = {"field": field, "language": language}
                store(TranslationState, record, names, {"source_language": source, "source_text": source_text})
        rows_of(TranslationState, record).filter(field=field, language=source).delete()


def store(model, record, names, values):
    model.objects.update_or_create(kind=record.record_kind(), record_id=record.pk, **names, defaults=values)
