import hashlib
from functools import partial
from typing import NamedTuple

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminFileWidget
from django.db import models, transaction
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin
from reversion.admin import VersionAdmin

from cooperation.core.editing.deletion import DeletionMixin
from cooperation.core.editing.fields import FORM_FIELDS
from cooperation.core.editing.forms import LockedForm
from cooperation.core.editing.inlines import PlainPartInline, TypedFieldsMixin, languages
from cooperation.core.editing.record_admin import PUBLICATION, RecordAdmin
from cooperation.core.localized_text import columns

from .documents import clean_document
from .images import clean_picture
from .models import Document, Organisation, Page, Photo, Secretariat, Theme, ThemeGoal
from .renditions import UNREADABLE, has_renditions, make_renditions
from .stored_files import desk_file_url


class ThemeGoalInline(PlainPartInline):
    model = ThemeGoal


@admin.register(Theme)
class ThemeAdmin(RecordAdmin):
    list_display = ["__str__", "key", "publication_state"]
    search_fields = ["key", *columns("name")]
    fieldsets = [(None, {"fields": [languages("name"), languages("description")]}), PUBLICATION]
    inlines = [ThemeGoalInline]


@admin.register(Organisation)
class OrganisationAdmin(DeletionMixin, TypedFieldsMixin, VersionAdmin, TranslationAdmin):
    form = LockedForm
    list_display = ["__str__", "kind", "key"]
    list_filter = ["kind"]
    search_fields = ["key", *columns("name")]
    fieldsets = [(None, {"fields": ["key", languages("name"), ("kind", "website"), "loaded_state"]})]

    def get_readonly_fields(self, request, obj=None):
        return ["key"] if obj else []


class DeskFileWidget(AdminFileWidget):
    """Links to the stored file at the desk: that of a draft has no public address."""

    def format_value(self, value):
        return StoredFile(desk_file_url(value.name), value.name) if self.is_initial(value) else None


class StoredFile(NamedTuple):
    url: str
    name: str

    def __str__(self):
        return self.name


class PhotoField(forms.FileField):
    """An image, checked by its size, then its pixels, and then by decoding it."""

    def to_python(self, data):
        upload = super().to_python(data)
        return clean_picture(upload) if upload else upload


class DocumentField(forms.FileField):
    """A document of a type that is allowed by its content."""

    def to_python(self, data):
        upload = super().to_python(data)
        return clean_document(upload) if upload else upload


FILE_FIELDS = {
    models.ImageField: {"form_class": PhotoField, "widget": DeskFileWidget},
    models.FileField: {"form_class": DocumentField, "widget": DeskFileWidget},
}


@admin.register(Photo)
class PhotoAdmin(RecordAdmin):
    formfield_overrides = FORM_FIELDS | FILE_FIELDS
    list_display = ["preview", "__str__", "credit", "publication_state"]
    list_display_links = ["preview", "__str__"]
    search_fields = ["key", "credit", *columns("alternative_text", "caption")]
    readonly_fields = ["preview"]
    fieldsets = [
        (None, {"fields": ["image", "preview", languages("alternative_text"), languages("caption"), "credit"]}),
        (_("Cropping"), {"fields": [("focus_x", "focus_y")]}),
        PUBLICATION,
    ]

    @admin.display(description=_("preview"))
    def preview(self, photo):
        if not photo.image:
            return "–"
        picture = photo.whole
        url = desk_file_url(picture.smallest_file)
        return format_html('<img class="photo-preview" src="{}" alt="{}">', url, picture.alternative)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if getattr(form.cleaned_data.get("image"), "is_animated", False):
            self.message_user(request, _("The image is animated. Only its first picture is kept."), messages.WARNING)

    def save_related(self, request, form, formsets, change):
        """Renditions are made after the commit, so that other writers need not wait for them."""
        super().save_related(request, form, formsets, change)
        transaction.on_commit(partial(self.make_renditions, request, form.instance.pk))

    def make_renditions(self, request, photo_id):
        photo = Photo.objects.get(pk=photo_id)
        try:
            if not has_renditions(photo):
                make_renditions(photo)
        except UNREADABLE:
            message = _(
                "The photo has been saved, but resized versions could not be created. The original is shown instead."
            )
            self.message_user(request, message, messages.WARNING)


@admin.register(Document)
class DocumentAdmin(RecordAdmin):
    formfield_overrides = FORM_FIELDS | FILE_FIELDS
    list_display = ["__str__", "language", "size", "publication_state"]
    list_filter = ["publication_state", "language"]
    search_fields = ["key", *columns("title")]
    readonly_fields = ["size", "sha256"]
    fieldsets = [(None, {"fields": [languages("title"), "file", "language", ("size", "sha256")]}), PUBLICATION]

    def save_model(self, request, obj, form, change):
        if "file" in form.changed_data:
            obj.size = obj.file.size
            obj.sha256 = hashlib.file_digest(obj.file.open("rb"), "sha256").hexdigest()
        super().save_model(request, obj, form, change)


@admin.register(Page)
class PageAdmin(RecordAdmin):
    list_display = ["__str__", "key", "publication_state"]
    search_fields = ["key", *columns("title", "body")]
    fieldsets = [(None, {"fields": [languages("title"), languages("body")]}), PUBLICATION]


@admin.register(Secretariat)
class SecretariatAdmin(TypedFieldsMixin, VersionAdmin, TranslationAdmin):
    """A single row: it can be edited, but neither added again nor deleted."""

    form = LockedForm

    fieldsets = [
        (None, {"fields": [languages("name"), languages("address"), ("email", "telephone")]}),
        (_("Open data"), {"fields": ["data_licence", "loaded_state"]}),
    ]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Secretariat.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False
