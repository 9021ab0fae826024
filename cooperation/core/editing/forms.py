"""Forms of records: text in at least one language, the source of each text, and the optimistic lock."""

import re
from hashlib import sha256

from django import forms
from django.core import serializers
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cooperation.core.languages import LANGUAGES
from cooperation.core.localized_text import columns, translated_fields
from cooperation.core.translating import get_source_languages

SOURCE_FIELD = "source_of_%s"
OUTDATED = _("Someone else has changed this record since you opened it, so your changes have not been saved.")
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class AnyLanguageRequiredForm(forms.ModelForm):
    """Requires each mandatory translated field in at least one language."""

    def clean(self):
        cleaned = super().clean()
        model = self._meta.model
        for field in translated_fields(model):
            names = [name for name in columns(field) if name in self.fields]
            required = not model._meta.get_field(field).blank
            if required and names and not any(cleaned.get(name) for name in names):
                self.add_error(names[-1], _("Enter this in at least one of the three languages."))
        return cleaned


class LockedForm(AnyLanguageRequiredForm):
    """For what has no version number: rejects the edit if the stored row is not the one that the form was made from."""

    loaded_state = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["loaded_state"].initial = hash_state(self.instance) if self.instance.pk else ""

    def clean(self):
        cleaned = super().clean()
        stored = type(self.instance)._base_manager.select_for_update().filter(pk=self.instance.pk).first()
        if stored is not None and cleaned.get("loaded_state") != hash_state(stored):
            raise ValidationError(OUTDATED, code="outdated")
        return cleaned


def hash_state(row):
    """A text that changes with anything that is stored of a row."""
    return sha256(serializers.serialize("json", [row]).encode()).hexdigest()


class RecordForm(AnyLanguageRequiredForm):
    """The form of a record. `held` (`editing.held.Held`) is set where it is shown again instead of saved."""

    held = None

    translations_unchanged = forms.BooleanField(
        label=capfirst(_("Minor edit: translations are still correct")),
        required=False,
        help_text=_("If not ticked, translations of the text you change are marked as out of date for staff."),
    )
    loaded_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["loaded_version"].initial = self.instance.version if self.instance.pk else None
        if "key" in self.fields:
            self.fields["key"].required = False
            self.fields["key"].help_text += " " + _("Leave blank to create it from the title.")
        sources = get_source_languages(self.instance)
        for field in translated_fields(type(self.instance)):
            if SOURCE_FIELD % field in self.fields:
                self.fields[SOURCE_FIELD % field].initial = sources.get(field, "")

    def clean_key(self):
        """Lower-case letters, digits and hyphens: it is a part of the address for good."""
        key = self.cleaned_data["key"]
        if key and not KEY.fullmatch(key):
            raise ValidationError(_("Use lower-case letters without accents, digits and hyphens only."))
        return key

    def clean(self):
        cleaned = super().clean()
        if self.held:
            raise ValidationError([ValidationError(str(reason), code="held") for reason in self.held.reasons])
        if self.instance.pk and self.is_outdated(cleaned.get("loaded_version")):
            raise ValidationError(OUTDATED, code="outdated")
        return cleaned

    def is_outdated(self, loaded_version):
        stored = type(self.instance)._base_manager.select_for_update().filter(pk=self.instance.pk)
        return stored.values_list("version", flat=True).first() != loaded_version

    def get_chosen_sources(self):
        """{field: language} that staff chose as the sources of the texts; others keep theirs."""
        names = {SOURCE_FIELD % field: field for field in translated_fields(type(self.instance))}
        return {names[name]: self.cleaned_data[name] for name in names if name in self.changed_data}


def add_source_fields(form_class, model):
    """`form_class` with a field for the source language of each translated field."""
    choices = [("", "–"), *((language.code, language.own_name) for language in LANGUAGES)]
    fields = {
        SOURCE_FIELD % field: forms.ChoiceField(
            label=capfirst(str(model._meta.get_field(field).verbose_name)), choices=choices, required=False
        )
        for field in translated_fields(model)
    }
    return type(form_class.__name__, (form_class,), fields)


def require_any_language(form_class):
    """`form_class`, combined with `AnyLanguageRequiredForm`."""
    if issubclass(form_class, AnyLanguageRequiredForm):
        return form_class
    return type("PartForm", (AnyLanguageRequiredForm, form_class), {})
