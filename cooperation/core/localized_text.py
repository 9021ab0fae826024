"""Translated fields: the text that a reader is shown with the language it is really in, and the same as SQL."""

from typing import NamedTuple

from django.db.models import CharField, F, Value
from django.db.models.functions import Coalesce, NullIf
from modeltranslation.translator import NotRegistered, translator
from modeltranslation.utils import build_localized_fieldname

from .languages import LANGUAGE_CODES, current_language, fallback_order


class LocalizedText(NamedTuple):
    """A text and the code of its language; both empty where nobody has written it yet."""

    text: str
    language: str

    def __str__(self):
        return self.text


EMPTY_TEXT = LocalizedText("", "")
#: A queryset on a date annotates records with {language: text or None} under this name; no text: the same as now.
THEN = "%s_then"


def column(field, language):
    """
    >>> column("parent__name", "vi")
    'parent__name_vi'
    """
    return build_localized_fieldname(field, language)


def columns(*fields):
    return [column(field, language) for field in fields for language in LANGUAGE_CODES]


def localized(record, field, language=None):
    """The text of `field` for a reader of `language` (the active one), with the language it is really in."""
    texts = translations(record, field)
    for code in fallback_order(language or current_language(), getattr(record, "original_language", "")):
        if texts[code]:
            return LocalizedText(texts[code], code)
    return EMPTY_TEXT


def translations(record, field):
    """The text of `field` by language, empty where there is none; that of the date if the record was loaded for one."""
    then = record.__dict__.get(THEN % field) or {}
    if any(then.values()):
        return {code: then[code] or "" for code in LANGUAGE_CODES}
    return {code: getattr(record, column(field, code)) or "" for code in LANGUAGE_CODES}


def translated(field, language=None):
    """`field` as an SQL expression in the reader's language, falling back as `localized` does without an original.

    The unsuffixed column contains whatever language was active at the last save: no query may use it.
    """
    codes = fallback_order(language or current_language())
    return Coalesce(*[NullIf(F(column(field, code)), Value("")) for code in codes], Value(""), output_field=CharField())


def title_languages(record):
    """The languages in which a record's page exists: those of its title; all for a proper name."""
    if record.is_called_by_name or record.title_field not in translated_fields(type(record)):
        return LANGUAGE_CODES
    return [code for code, text in translations(record, record.title_field).items() if text]


def translated_fields(model):
    """Names of the model's translated fields, without language suffix."""
    try:
        return sorted(translator.get_options_for_model(model).get_field_names())
    except NotRegistered:
        return []
