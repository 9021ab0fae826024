"""Admin forms: optimistic locking, and required text in at least one language."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from .localized_text import columns, translated_fields


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


class RecordForm(AnyLanguageRequiredForm):
    """Optimistic lock: rejects the edit if the record has been changed since the form was loaded."""

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

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk and self.is_outdated(cleaned.get("loaded_version")):
            raise ValidationError(
                _(
                    "Someone else has changed this record since you opened it, so your changes have not been saved. "
                    "Open the record in another tab, compare the two, and enter your changes there."
                ),
                code="outdated",
            )
        return cleaned

    def is_outdated(self, loaded_version):
        stored = type(self.instance)._base_manager.select_for_update().filter(pk=self.instance.pk)
        return loaded_version is not None and stored.values_list("version", flat=True).first() != loaded_version


def require_any_language(form_class):
    """`form_class`, combined with `AnyLanguageRequiredForm`."""
    if issubclass(form_class, AnyLanguageRequiredForm):
        return form_class
    return type("PartForm", (AnyLanguageRequiredForm, form_class), {})


class OrderedFormSet(BaseInlineFormSet):
    """Rows whose order is left empty go to the end."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "order" in form.fields:
            form.fields["order"].required = False
            if not form.instance.pk:
                form.fields["order"].initial = None
                form.initial.pop("order", None)

    def get_unique_error_message(self, unique_check):
        """The custom message of the constraint that two rows violate, if it has one."""
        for constraint in self.model._meta.constraints:
            message = getattr(constraint, "violation_error_message", "")
            has_own_message = message not in ("", constraint.default_violation_error_message)
            if has_own_message and set(unique_check) == set(getattr(constraint, "fields", [])):
                return message
        return super().get_unique_error_message(unique_check)

    def clean(self):
        super().clean()
        forms = [
            form for form in self.forms if (form not in self.deleted_forms and form.has_changed()) or form.instance.pk
        ]
        orders = [form.cleaned_data.get("order") or 0 for form in forms if form.is_valid()]
        last = max(orders, default=0)
        for form in forms:
            if "order" in form.fields and form.is_valid() and form.cleaned_data.get("order") is None:
                last += 1
                form.cleaned_data["order"] = form.instance.order = last
