"""Rows of parts in the form of their record."""

from django.forms.models import BaseInlineFormSet


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
