"""Base classes for what the forms of records are made of: translated fields side by side, rows of parts."""

from django.contrib import admin
from modeltranslation.admin import TranslationStackedInline

from cooperation.core.localized_text import columns, translated_fields

from .fields import FORM_FIELDS
from .forms import require_any_language
from .formsets import OrderedFormSet


def languages(field):
    """The columns of a translated field, one for each language, on one row of a form."""
    return tuple(columns(field))


class TypedFieldsMixin:
    """Fields that understand what people type; the column of each language is optional: a text in any is enough."""

    formfield_overrides = FORM_FIELDS

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name in columns(*translated_fields(self.model)):
            field.required = False
            field.widget.attrs["lang"] = db_field.name.rsplit("_", 1)[1]
        return field


class PartRightsMixin:
    """Whoever may change a record may change its parts: they have no rights of their own."""

    extra = 0
    formset = OrderedFormSet

    @property
    def owner_admin(self):
        return self.admin_site.get_model_admin(self.parent_model)

    def has_view_permission(self, request, obj=None):
        return self.owner_admin.has_view_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        return self.owner_admin.has_save_permission(request, obj)

    def has_add_permission(self, request, obj):
        return self.owner_admin.has_save_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.owner_admin.has_save_permission(request, obj)


class PartInline(TypedFieldsMixin, PartRightsMixin, TranslationStackedInline):
    def get_formset(self, request, obj=None, **kwargs):
        return super().get_formset(request, obj, **{"form": require_any_language(self.form)} | kwargs)


class PlainPartInline(TypedFieldsMixin, PartRightsMixin, admin.TabularInline):
    """For child rows without translated texts."""
