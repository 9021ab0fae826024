"""Which language a text is shown in, and translated fields as SQL."""

from typing import NamedTuple

from django.conf import settings
from django.db.models import CharField, F, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language
from modeltranslation.translator import NotRegistered, translator
from modeltranslation.utils import build_localized_fieldname

CODES = [code for code, _name in settings.LANGUAGES]
OWN_NAMES = {"vi": "Tiếng Việt", "fr": "Français", "en": "English"}


class Wording(NamedTuple):
    """A text and the language that it is in; both empty where nobody has written it yet."""

    text: str
    language: str

    def __str__(self):
        return self.text


NOTHING = Wording("", "")


def reading_language():
    """One of our three, whatever is active: commands and errors run without any."""
    language = (get_language() or settings.LANGUAGE_CODE)[:2]
    return language if language in CODES else settings.LANGUAGE_CODE


def preference(language, original=""):
    """The order in which languages are tried: asked for, original, English, any.

    >>> preference("fr", original="vi")
    ['fr', 'vi', 'en']
    """
    return list(dict.fromkeys(code for code in [language, original, "en", *CODES] if code in CODES))


def column(field, language):
    """
    >>> column("parent__name", "vi")
    'parent__name_vi'
    """
    return build_localized_fieldname(field, language)


def columns(*fields):
    return [column(field, language) for field in fields for language in CODES]


def wording(record, field, language=None):
    """The text of `field` for a reader of `language` (the active one), with the language it is really in."""
    for code in preference(language or reading_language(), getattr(record, "original_language", "")):
        text = getattr(record, column(field, code))
        if text:
            return Wording(text, code)
    return NOTHING


def translations(record, field):
    """All three: {"vi": …, "fr": …, "en": …}, empty where there is none."""
    return {code: getattr(record, column(field, code)) or "" for code in CODES}


def translated(field, language=None):
    """`field` as an SQL expression in the reader's language, falling back as `wording` does without an original.

    The unsuffixed column holds whatever language was active at the last save: no query may use it.
    """
    tried = [NullIf(F(column(field, code)), Value("")) for code in preference(language or reading_language())]
    return Coalesce(*tried, Value(""), output_field=CharField())


def written_in(record):
    """The languages of a record's page: those of its title; all, where that is a name or it has none of its own."""
    if record.is_called_by_name or record.title_name not in translated_fields(type(record)):
        return CODES
    return [code for code, text in translations(record, record.title_name).items() if text]


def translated_fields(model):
    try:
        return sorted(translator.get_options_for_model(model).get_field_names())
    except NotRegistered:
        return []
