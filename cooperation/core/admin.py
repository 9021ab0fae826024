"""What all admin pages of the register share. Each subject's own admin only declares."""

from http import HTTPStatus
from uuid import uuid4

from django.contrib import admin, messages
from django.db import models
from django.db.models import F
from django.db.models.functions import Now
from django.shortcuts import get_object_or_404
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, override
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline
from reversion.admin import VersionAdmin
from reversion.models import Version

from .admin_forms import OrderedFormSet, RecordForm, at_least_one_language
from .folding import slug
from .languages import OWN_NAMES, columns, translated_fields
from .records import Record, Status, raise_version
from .translating import language_states, remember


def languages(field):
    """The three columns of a translated field, side by side."""
    return tuple(columns(field))


class ThreeLanguages:
    """No language is required more than another: one of the three is enough."""

    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name in columns(*translated_fields(self.model)):
            field.required = False
            field.widget.attrs["lang"] = db_field.name.rsplit("_", 1)[1]
        return field


class PartInline(ThreeLanguages, TranslationStackedInline):
    extra = 0
    formset = OrderedFormSet
    show_change_link = False

    def get_formset(self, request, obj=None, **kwargs):
        return super().get_formset(request, obj, **{"form": at_least_one_language(self.form)} | kwargs)


class PlainPartInline(admin.TabularInline):
    """For parts without translated texts."""

    extra = 0
    formset = OrderedFormSet


class RecordAdmin(ThreeLanguages, VersionAdmin, TranslationAdmin):
    form = RecordForm
    change_form_template = "admin/record_change_form.html"
    list_filter = ["status"]
    actions = ["publish", "send_to_review", "withdraw"]
    save_on_top = True

    class Media:
        css = {"all": ["admin_register/admin.css"]}

    def get_readonly_fields(self, request, obj=None):
        fixed = ["key"] if obj else []
        return [*super().get_readonly_fields(request, obj), *fixed, "status", "languages_today"]

    @admin.display(description=_("languages"))
    def languages_today(self, record):
        if not record.pk:
            return "–"
        states = language_states(record).items()
        return format_html_join("", "<p><b>{}</b> – {}</p>", ((OWN_NAMES[code], state.label) for code, state in states))

    def get_view_on_site_url(self, obj=None):
        """Only what is public has a page to be seen on."""
        shown = obj is not None and obj.is_public and hasattr(obj, "get_absolute_url")
        return obj.get_absolute_url() if shown else None

    def save_model(self, request, obj, form, change):
        form.wants_key = not obj.key
        obj.key = obj.key or f"new-{uuid4()}"
        super().save_model(request, obj, form, change)
        if change:
            raise_version(obj)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        remember(form.instance, texts_before(form), still_right=form.cleaned_data.get("still_right", False))
        if form.wants_key:
            record = form.instance
            record.key = free_key(type(record), self.suggested_key(type(record).objects.get(pk=record.pk)))
            record.save(update_fields=["key"])

    def suggested_key(self, obj):
        """The key of a new record whose key was left empty; asked when its parts are saved too."""
        return slug(str(obj))

    def save_formset(self, request, form, formset, change):
        """Rows that change places are taken out and put back: no two may stand in one place, not even for a moment."""
        unique = {name for rule in formset.model._meta.constraints for name in getattr(rule, "fields", [])}
        moved = [row.instance.pk for row in formset.initial_forms if unique & set(row.changed_data)]
        if moved:
            formset.model.objects.filter(pk__in=moved).delete()
        super().save_formset(request, form, formset, change)

    def recover_view(self, request, version_id, extra_context=None):
        """A deleted record comes back as a draft: what was public once is not public again unseen."""
        response = super().recover_view(request, version_id, extra_context)
        if response.status_code == HTTPStatus.FOUND:
            key = get_object_or_404(Version, pk=version_id).object_id
            self.model.objects.filter(pk=key).update(status=Status.DRAFT)
        return response

    def response_change(self, request, obj):
        for button, act in [("_publish", self.publish), ("_review", self.send_to_review), ("_withdraw", self.withdraw)]:
            if button in request.POST:
                act(request, type(obj).objects.filter(pk=obj.pk))
        return super().response_change(request, obj)

    @admin.action(description=_("Publish: show to everybody"), permissions=["change"])
    def publish(self, request, records):
        published = [record for record in records if self.may_publish(request, record)]
        ids = [record.pk for record in published]
        self.model.objects.filter(pk__in=ids, published_at=None).update(published_at=Now())
        self.set_status(request, Status.PUBLISHED, ids)

    def may_publish(self, request, record):
        hindrances = record.hindrances()
        if hindrances:
            reasons = format_html_join(" ", "{}", ((reason,) for reason in hindrances))
            message = _("“%(record)s” cannot be published yet. %(reasons)s")
            self.message_user(request, message % {"record": record, "reasons": reasons}, messages.ERROR)
        return not hindrances

    @admin.action(description=_("Send to review"), permissions=["change"])
    def send_to_review(self, request, records):
        self.set_status(request, Status.IN_REVIEW, list(records.values_list("pk", flat=True)))

    @admin.action(description=_("Withdraw: hide from the public, keep the record"), permissions=["change"])
    def withdraw(self, request, records):
        self.set_status(request, Status.WITHDRAWN, list(records.values_list("pk", flat=True)))

    def set_status(self, request, status, ids):
        if not ids:
            return
        records = self.model.objects.filter(pk__in=ids)
        records.update(status=status, version=F("version") + 1, updated_at=Now())
        with override("en"):  # the history translates what it shows
            change = [{"changed": {"fields": [str(status.label)]}}]
        for record in records:
            self.log_change(request, record, change)
        message = ngettext("%(count)s record is now: %(status)s.", "%(count)s records are now: %(status)s.", len(ids))
        self.message_user(request, message % {"count": len(ids), "status": status.label}, messages.SUCCESS)


def texts_before(form):
    """The texts that an edit has changed, as they were: {"title_fr": …}."""
    names = columns(*translated_fields(type(form.instance)))
    return {name: form.initial.get(name) or "" for name in form.changed_data if name in names}


def free_key(model: type[Record], wanted):
    """`wanted`, with a number after it where another record has it already."""
    wanted = wanted[:90] or model.record_kind()
    key, number = wanted, 2
    while model.objects.filter(key=key).exists():
        key, number = f"{wanted}-{number}", number + 1
    return key


PUBLICATION = (_("Publication"), {"fields": ["key", "status", "languages_today", "still_right", "read_version"]})
