"""The value of a claim as staff type it: checked by the type of its fact, and brought into the stored form."""

import re
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cooperation.core.editing.fields import TypedDateField, normalize_text
from cooperation.core.folding import fold
from cooperation.kinds import get_kind

from .facts import CHOICE, DATE, FACTS, KEY, KINDS_OF_KEYS, MAX_DIGITS, MENTION, NUMBER, YES

KEY_OF_LOCALITY = re.compile(r"[a-z]{2}-.*")
MAX_LENGTH, MAX_NAME_LENGTH = 2000, 200
GROUPED_DIGITS = re.compile(r"[0-9]{1,3}(?:[.,\s][0-9]{3})+|[0-9]+")


def read_typed_value(kind: str, name: str, text: str, is_known: Callable[[str], bool] = lambda key: False) -> str:
    """The value in the stored form. Raises ValidationError in the words of the field where it is none.

    `is_known` tells keys that are not in the register but may become drafts, such as those of the official tables.
    """
    text = normalize_text(text).strip()
    if not text:
        raise ValidationError(_("Enter the value of the claim."))
    value_type = FACTS[kind][name].value_type
    if len(text) > (MAX_NAME_LENGTH if value_type == KEY else MAX_LENGTH):
        raise ValidationError(_("This value is too long."))
    read = READERS.get(value_type)
    return read(kind, name, text, is_known) if read and name != MENTION else text


def read_date(kind, name, text, is_known):
    return TypedDateField().clean(text)


def read_number(kind, name, text, is_known):
    digits = re.sub(r"\D", "", text)
    if not GROUPED_DIGITS.fullmatch(text) or len(digits) > MAX_DIGITS:
        message = _("“%(value)s” is not a number. Enter a whole number, such as 800.")
        raise ValidationError(message, params={"value": text})
    return digits


def read_choice(kind, name, text, is_known):
    """A choice by its stored value or by its label in the reader's language."""
    choices = get_choices(kind, name)
    for value, label in choices:
        if text == value or fold(text) == fold(str(label)):
            return value
    if not choices:
        return text
    labels = ", ".join(str(label) for _value, label in choices)
    message = _("“%(value)s” is not one of these: %(choices)s.")
    raise ValidationError(message, params={"value": text, "choices": labels})


def read_key(kind, name, text, is_known):
    """The key of a record, given as such or as the name of a single record."""
    model = get_kind(KINDS_OF_KEYS.get(name, "locality")).model
    if is_known(text) or model.objects.filter(key=text).exists():
        return text
    named = [record.key for record in model.objects.search(text) if fold(str(record)) == fold(text)]
    if len(named) == 1:
        return named[0]
    if name not in KINDS_OF_KEYS and not KEY_OF_LOCALITY.fullmatch(text):
        return text  # the name of a place or body that is not in the register
    message = _("There is no %(kind)s “%(value)s” in the register, or there are several. Enter its identifier.")
    raise ValidationError(message, params={"kind": model._meta.verbose_name, "value": text})


def read_yes(kind, name, text, is_known):
    if fold(text) not in YES_WORDS:
        raise ValidationError(_("Enter “yes”: the report says so. Otherwise delete the claim."))
    return YES_WORD


YES_WORD = "yes"
YES_WORDS = {"yes", "co", "oui"}
READERS = {DATE: read_date, NUMBER: read_number, CHOICE: read_choice, KEY: read_key, YES: read_yes}


def get_choices(kind: str, name: str) -> list[tuple]:
    """[(value, label)] of the model field that is named after the fact; empty if it has none."""
    model = get_kind(kind).model
    return next((list(field.choices or []) for field in model._meta.fields if field.name == name), [])
