"""Form fields that understand what people type, and store it in one form."""

import re
import unicodedata

from django import forms
from django.contrib.admin.widgets import AdminIntegerFieldWidget, AdminTextareaWidget, AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from cooperation.core.partial_dates import PartialDateField
from cooperation.core.typed_dates import parse_typed_date

GROUPED_THOUSANDS = re.compile(r"\d{1,3}(?:[.,\s]\d{3})+")
MINUS_SIGNS = str.maketrans("−–", "--")


def normalize_text(text: str) -> str:
    """One form for line ends (LF) and Unicode (NFC), so that a text that a browser sends back equals itself.

    >>> normalize_text("Ho\\u0300a\\r\\nbình")
    'Hòa\\nbình'
    """
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


class NormalizedTextField(forms.CharField):
    def to_python(self, value):
        text = super().to_python(value)
        return normalize_text(text) if isinstance(text, str) else text

    def has_changed(self, initial, data):
        return super().has_changed(normalize_text(initial) if isinstance(initial, str) else initial, data)


class TypedDateField(NormalizedTextField):
    """A partial date as people type it; its value is in the stored form."""

    def __init__(self, **options):
        super().__init__(**options | {"max_length": None})

    def to_python(self, value):
        text = super().to_python(value)
        if text in self.empty_values:
            return self.empty_value
        try:
            return parse_typed_date(text)
        except ValueError:
            raise ValidationError(
                _("“%(value)s” is not a date. Write 2023, April 2023 or 15/4/2023."),
                code="typed_date",
                params={"value": text},
            ) from None

    def has_changed(self, initial, data):
        try:
            return (initial or "") != self.to_python(data)
        except ValidationError:
            return True


class TypedDecimalField(forms.DecimalField):
    """A decimal number with a point or a comma (48.8566, 48,8566), rounded to the places that are stored."""

    def to_python(self, value):
        number = super().to_python(value.translate(MINUS_SIGNS).replace(",", ".") if isinstance(value, str) else value)
        return number if number is None or self.decimal_places is None else round(number, self.decimal_places)


class TypedIntegerField(forms.IntegerField):
    """A whole number, whose thousands may be grouped: 1 234 567, 1.234.567 or 1,234,567."""

    def to_python(self, value):
        if isinstance(value, str) and GROUPED_THOUSANDS.fullmatch(value.strip()):
            value = re.sub(r"\D", "", value)
        return super().to_python(value)


#: `formfield_overrides` of the admin: {model field: options of its form field}.
FORM_FIELDS = {
    models.CharField: {"form_class": NormalizedTextField, "widget": AdminTextInputWidget},
    models.TextField: {"form_class": NormalizedTextField, "widget": AdminTextareaWidget},
    models.SlugField: {"widget": AdminTextInputWidget},
    models.EmailField: {"widget": AdminTextInputWidget},
    models.URLField: {"assume_scheme": "https"},
    PartialDateField: {"form_class": TypedDateField, "widget": AdminTextInputWidget},
    models.DecimalField: {
        "form_class": TypedDecimalField,
        "widget": AdminTextInputWidget(attrs={"inputmode": "decimal"}),
    },
    models.PositiveIntegerField: {
        "form_class": TypedIntegerField,
        "widget": AdminIntegerFieldWidget(attrs={"inputmode": "numeric", "type": "text"}),
    },
}
