"""Shared base classes of the admin pages of records; the apps' own admin modules only declare options."""

from http import HTTPStatus
from uuid import uuid4

from django.contrib import admin, messages
from django.db import models
from django.db.models import F
from django.db.models.functions import Now
from django.shortcuts import get_object_or_404
from django.utils.html import format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, override
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline
from reversion.admin import VersionAdmin
from reversion.models import Version

from .admin_forms import OrderedFormSet, RecordForm, require_any_language
from .folding import slug
from .languages import ENGLISH, language_name
from .localized_text import columns, translated_fields
from .records import PublicationState, Record, increment_version
from .translating import get_translation_statuses, record_source_texts


def languages(field):
    """The columns of a translated field, one for each language, on one row of a form."""
    return tuple(columns(field))


class TranslatedFieldsMixin:
    """Makes the column of each language optional: a text in any language is enough."""

    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name in columns(*translated_fields(self.model)):
            field.required = False
            field.widget.attrs["lang"] = db_field.name.rsplit("_", 1)[1]
        return field


class PartInline(TranslatedFieldsMixin, TranslationStackedInline):
    extra = 0
    formset = OrderedFormSet
    show_change_link = False

    def get_formset(self, request, obj=None, **kwargs):
        return super().get_formset(request, obj, **{"form": require_any_language(self.form)} | kwargs)


class PlainPartInline(admin.TabularInline):
    """For child rows without translated texts."""

    extra = 0
    formset = OrderedFormSet


class RecordAdmin(TranslatedFieldsMixin, VersionAdmin, TranslationAdmin):
    form = RecordForm
    change_form_template = "admin/record_change_form.html"
    list_filter = ["publication_state"]
    actions = ["publish", "send_to_review", "unpublish"]
    save_on_top = True

    class Media:
        css = {"all": ["admin_register/admin.css"]}

    def get_readonly_fields(self, request, obj=None):
        fixed = ["key"] if obj else []
        return [*super().get_readonly_fields(request, obj), *fixed, "publication_state", "translation_status"]

    @admin.display(description=_("languages"))
    def translation_status(self, record):
        if not record.pk:
            return "–"
        statuses = get_translation_statuses(record).items()
        return format_html_join(
            "", "<p><b>{}</b> – {}</p>", ((capfirst(language_name(code)), status.label) for code, status in statuses)
        )

    def get_view_on_site_url(self, obj=None):
        """Only public records have a page."""
        has_page = obj is not None and obj.is_public and hasattr(obj, "get_absolute_url")
        return obj.get_absolute_url() if has_page else None

    def save_model(self, request, obj, form, change):
        form.needs_key = not obj.key
        obj.key = obj.key or f"new-{uuid4()}"
        super().save_model(request, obj, form, change)
        if change:
            increment_version(obj)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        record_source_texts(
            form.instance,
            get_previous_texts(form),
            translations_unchanged=form.cleaned_data.get("translations_unchanged", False),
        )
        if form.needs_key:
            record = form.instance
            record.key = unique_key(type(record), self.default_key(type(record).objects.get(pk=record.pk)))
            record.save(update_fields=["key"])

    def default_key(self, obj):
        """The key of a new record whose key was left empty; called after its child rows have been saved."""
        return slug(str(obj))

    def save_formset(self, request, form, formset, change):
        """Delete and re-create reordered rows, because (owner, order) is unique and not deferrable."""
        unique_fields = {name for rule in formset.model._meta.constraints for name in getattr(rule, "fields", [])}
        moved_ids = [row.instance.pk for row in formset.initial_forms if unique_fields & set(row.changed_data)]
        if moved_ids:
            formset.model.objects.filter(pk__in=moved_ids).delete()
        super().save_formset(request, form, formset, change)

    def recover_view(self, request, version_id, extra_context=None):
        """Recovered records are restored as drafts, never published directly."""
        response = super().recover_view(request, version_id, extra_context)
        if response.status_code == HTTPStatus.FOUND:
            record_id = get_object_or_404(Version, pk=version_id).object_id
            self.model.objects.filter(pk=record_id).update(publication_state=PublicationState.DRAFT)
        return response

    def response_change(self, request, obj):
        buttons = {"_publish": self.publish, "_review": self.send_to_review, "_unpublish": self.unpublish}
        for button, action in buttons.items():
            if button in request.POST:
                action(request, type(obj).objects.filter(pk=obj.pk))
        return super().response_change(request, obj)

    @admin.action(description=_("Publish selected records"), permissions=["change"])
    def publish(self, request, records):
        ids = [record.pk for record in records if self.may_publish(request, record)]
        self.model.objects.filter(pk__in=ids, published_at=None).update(published_at=Now())
        self.set_publication_state(request, PublicationState.PUBLISHED, ids)

    def may_publish(self, request, record):
        """Whether nothing blocks the publication; otherwise shows the reasons."""
        blockers = record.publication_blockers()
        if blockers:
            reasons = format_html_join(" ", "{}", ((reason,) for reason in blockers))
            message = _("“%(record)s” cannot be published yet. %(reasons)s")
            self.message_user(request, message % {"record": record, "reasons": reasons}, messages.ERROR)
        return not blockers

    @admin.action(description=_("Submit selected records for review"), permissions=["change"])
    def send_to_review(self, request, records):
        self.set_publication_state(request, PublicationState.IN_REVIEW, list(records.values_list("pk", flat=True)))

    @admin.action(
        description=_("Unpublish selected records (hidden from the public, kept here)"), permissions=["change"]
    )
    def unpublish(self, request, records):
        self.set_publication_state(request, PublicationState.UNPUBLISHED, list(records.values_list("pk", flat=True)))

    def set_publication_state(self, request, state, ids):
        if not ids:
            return
        records = self.model.objects.filter(pk__in=ids)
        records.update(publication_state=state, version=F("version") + 1, updated_at=Now())
        with override(ENGLISH):  # log entries are stored in English, and translated when they are shown
            change = [{"changed": {"fields": [str(state.label)]}}]
        for record in records:
            self.log_change(request, record, change)
        message = ngettext(
            "%(count)s record changed to “%(status)s”.", "%(count)s records changed to “%(status)s”.", len(ids)
        )
        self.message_user(request, message % {"count": len(ids), "status": state.label}, messages.SUCCESS)


def get_previous_texts(form):
    """The previous texts of the translated columns that an edit has changed, by column."""
    names = columns(*translated_fields(type(form.instance)))
    return {name: form.initial.get(name) or "" for name in form.changed_data if name in names}


def unique_key(model: type[Record], wanted):
    """`wanted`, with a number appended if another record already has that key."""
    wanted = wanted[:90] or model.record_kind()
    key, number = wanted, 2
    while model.objects.filter(key=key).exists():
        key, number = f"{wanted}-{number}", number + 1
    return key


PUBLICATION = (
    _("Publication"),
    {"fields": ["key", "publication_state", "translation_status", "translations_unchanged", "loaded_version"]},
)
