"""The base class of the admin of records; the apps' own admin modules only declare options."""

import errno
from uuid import uuid4

import reversion
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import F, FileField
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from modeltranslation.admin import TranslationAdmin
from reversion.admin import VersionAdmin

from cooperation.core.fields import MAX_ORDER
from cooperation.core.folding import slug
from cooperation.core.languages import ENGLISH, language_name
from cooperation.core.localized_text import columns, translated_fields
from cooperation.core.records import PublicationState, Record, increment_version
from cooperation.core.translating import get_outdated_texts, get_translation_statuses, record_source_texts
from cooperation.core.word_differences import mark_differences

from .collisions import CollisionMixin
from .deletion import DeletionMixin
from .form_values import describe
from .forms import SOURCE_FIELD, RecordForm, add_source_fields
from .held import SaveRefusedError, get_held, hold, submit
from .inlines import TypedFieldsMixin
from .publication import PublicationMixin
from .restoring import RestoringMixin

PUBLICATION = (
    _("Publication"),
    {"fields": ["key", "publication_state", "translation_status", "translations_unchanged", "loaded_version"]},
)


class RecordAdmin(
    CollisionMixin, RestoringMixin, DeletionMixin, PublicationMixin, TypedFieldsMixin, VersionAdmin, TranslationAdmin
):
    """One save is one transaction: it writes a record with its parts and its publication state, or nothing."""

    form = RecordForm
    change_form_template = "admin/record_change_form.html"
    object_history_template = "admin/record_history.html"
    list_filter = ["publication_state"]
    save_on_top = True
    history_latest_first = True

    class Media:
        css = {"all": ["admin_register/admin.css"]}
        js = ["admin_register/leaving.js"]

    def get_readonly_fields(self, request, obj=None):
        fixed = ["key"] if obj else []
        return [*super().get_readonly_fields(request, obj), *fixed, "publication_state", "translation_status"]

    def get_fieldsets(self, request, obj=None):
        """With the choice of the source languages, once there are texts."""
        sources = [SOURCE_FIELD % field for field in translated_fields(self.model)]
        chosen = [
            (
                _("Languages in which the texts were written first"),
                {"fields": [tuple(sources)], "classes": ["collapse"]},
            )
        ]
        return [*super().get_fieldsets(request, obj), *(chosen if obj and sources else [])]

    def get_form(self, request, obj=None, **kwargs):
        form_class = add_source_fields(self.form, self.model)
        form_class.held = get_held(request)
        return super().get_form(request, obj, **{"form": form_class} | kwargs)

    @admin.display(description=_("languages"))
    def translation_status(self, record):
        if not record.pk:
            return "–"
        outdated = get_outdated_texts(record)
        statuses = get_translation_statuses(record, outdated).items()
        states = ((capfirst(language_name(code)), status.label) for code, status in statuses)
        changes = (
            (
                self.model._meta.get_field(text.field).verbose_name,
                language_name(text.language),
                text.source_language,
                mark_differences(text.before, text.after),
            )
            for text in outdated
        )
        return format_html_join("", "<p><b>{}</b> – {}</p>", states) + format_html_join(
            "", '<p class="source-change">{} ({}): <span lang="{}">{}</span></p>', changes
        )

    def get_view_on_site_url(self, obj=None):
        """Only public records have a page."""
        has_page = obj is not None and obj.is_public and hasattr(obj, "get_absolute_url")
        return obj.get_absolute_url() if has_page else None

    def take_back(self, request):
        """Put what was typed before the session ended into the form again (`desk.site`)."""
        if getattr(request, "kept_form", None) is not None:
            submit(request, request.kept_form)
            request.kept_form = None
            hold(request, [_("Your session had ended. What you typed is kept, and nothing is saved yet.")])

    def add_view(self, request, form_url="", extra_context=None):
        self.take_back(request)
        return self.answer_refusal(super().add_view, request, form_url, extra_context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        self.take_back(request)
        collision = self.find_collision(request, object_id)
        if collision:
            return collision
        if request.method == "POST" and "_check" in request.POST:
            hold(request, [_("Nothing is saved yet. This is what you have changed:")])
        return self.answer_refusal(super().change_view, request, object_id, form_url, extra_context)

    def restoring_view(self, request, *args):
        return self.answer_refusal(super().restoring_view, request, *args)

    def answer_refusal(self, view, request, *args):
        """The view's answer; where a save was refused, and so undone, the form as it was sent, with the reasons."""
        request.stored_files = []
        try:
            return view(request, *args)
        except Exception as error:
            for file in request.stored_files:
                file.storage.delete(file.name)
            reasons = get_refusal(error)
            if not reasons:
                raise
            hold(request, reasons, is_refusal=True)
            return view(request, *args)

    def render_change_form(self, request, context, *args, **kwargs):
        record = context.get("original")
        context |= {
            "held": get_held(request),
            "may_publish": self.has_publish_permission(request),
            "unpublish_url": self.get_unpublish_url([record]) if record is not None and record.is_public else "",
            "lost_files": [name for name in request.FILES if context["errors"]],
            "changes": self.describe_changes(context) if get_held(request) else [],
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        form.needs_key = not obj.key
        obj.key = obj.key or self.provisional_key(obj)
        if not change or form.has_changed() or hasattr(request, "restored_over"):
            super().save_model(request, obj, form, change)
            files = [field.name for field in self.opts.fields if isinstance(field, FileField)]
            request.stored_files += [getattr(obj, name) for name in files if name in form.changed_data]

    def provisional_key(self, obj):
        """The key until the child rows are saved, from which `default_key` may be made."""
        return f"new-{uuid4()}"

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        record = form.instance
        if not change:
            self.give_key(record, form)
        is_restored = hasattr(request, "restored_over")
        is_untouched = change and not is_restored and not form.has_changed() and not any(map(has_changed, formsets))
        if not is_untouched:
            before = getattr(request, "restored_over", None)
            record_source_texts(
                record,
                get_restored_texts(before, record) if is_restored else get_previous_texts(form),
                translations_unchanged=form.cleaned_data.get("translations_unchanged", False),
                chosen=form.get_chosen_sources(),
            )
            if change:
                increment_version(record)
        acted = self.act(request, self.model.objects.get(pk=record.pk))
        if not is_untouched and not acted:
            self.add_version(record)
        self.describe_save(request, self.model.objects.get(pk=record.pk), is_untouched=is_untouched and not acted)

    def give_key(self, record, form):
        if form.needs_key:
            wanted = self.default_key(self.model.objects.get(pk=record.pk))
            record.key = wanted if wanted == record.key else unique_key(self.model, wanted)
            record.save(update_fields=["key"])

    def default_key(self, obj):
        """The key of a new record whose key was left empty; called after its child rows have been saved."""
        return slug(str(obj))

    def act(self, request, record):
        """Publish the record or send it to review if that was asked for; return whether anything was done.

        Raises SaveRefusedError where it cannot be public, also if it is public already and the save would break it.
        """
        state = next((state for button, state in BUTTONS.items() if button in request.POST), None)
        if state == PublicationState.PUBLISHED and not self.has_publish_permission(request):
            raise PermissionDenied
        if state == PublicationState.PUBLISHED or record.is_public:
            blockers = self.find_blockers(record)
            if blockers:
                raise SaveRefusedError(blockers)
        if state is None or record.is_public:
            return False
        self.write_publication_state(request, state, [record])
        return True

    def add_version(self, record):
        """The version of a save holds the state that it leaves, with its number."""
        if reversion.is_active():
            reversion.add_to_revision(self.model.objects.get(pk=record.pk))

    def describe_save(self, request, record, *, is_untouched):
        """One message says what the save did to the public."""
        if is_untouched:
            text = _("Nothing was changed in {record}.")
        elif record.is_public:
            text = _("{record} is saved and public: readers see it as it is now.")
        elif record.publication_state == PublicationState.IN_REVIEW:
            text = _("{record} is saved and in review. It is not public.")
        else:
            text = _("{record} is saved. It is not public.")
        address = record.get_absolute_url() if record.is_public and hasattr(record, "get_absolute_url") else ""
        link = format_html('<a href="{}">{}</a>', address or self.get_record_url(record), record)
        request.act_message = format_html(str(text), record=link)
        if not is_untouched:
            for warning in record.warnings():
                self.message_user(request, warning, messages.WARNING)

    def message_user(self, request, message, level=messages.INFO, *args, **kwargs):
        """The message of the present act (`act_message`) in place of Django's, which says nothing of the public."""
        own = getattr(request, "act_message", "") if level == messages.SUCCESS else ""
        super().message_user(request, own or message, level, *args, **kwargs)

    def log_change(self, request, obj, message):
        """Nothing changed, nothing logged."""
        if hasattr(request, "restored_over"):
            with override(ENGLISH):  # log entries are stored in English, and translated when they are shown
                message = [{"changed": {"fields": [str(_("an earlier version"))]}}]
        return super().log_change(request, obj, message) if message else None

    def describe_changes(self, context):
        """[(label, before, after)] of the fields that the form of a context would change."""
        forms = [context["adminform"].form]
        for inline in context["inline_admin_formsets"]:
            forms += inline.formset.forms
        return [
            (bound.label, describe(bound.field, bound.initial), describe(bound.field, bound.value()))
            for form in forms
            for bound in form
            if bound.name in form.changed_data and not bound.is_hidden
        ]

    def save_formset(self, request, form, formset, change):
        """Make room for reordered rows first, because (owner, order) is unique and not deferrable.

        Rows that exchange another unique value are deleted and created again.
        """
        unique = {name for rule in formset.model._meta.constraints for name in getattr(rule, "fields", [])}
        moved = [row for row in formset.initial_forms if unique & set(row.changed_data)]
        rewritten = [row.instance.pk for row in moved if unique & set(row.changed_data) - {"order"}]
        reordered = [row.instance.pk for row in moved if row.instance.pk not in rewritten]
        if rewritten:
            formset.model.objects.filter(pk__in=rewritten).delete()
        if reordered:
            formset.model._base_manager.filter(pk__in=reordered).update(order=F("order") + MAX_ORDER + 1)
        super().save_formset(request, form, formset, change)


#: {button of the form: the publication state that it leads to}.
BUTTONS = {"_publish": PublicationState.PUBLISHED, "_review": PublicationState.IN_REVIEW}


def get_refusal(error):
    """The reasons for staff why a save failed; empty for an error that is none of theirs."""
    if isinstance(error, SaveRefusedError):
        return error.reasons
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return [_("There is no room left for files. Nothing was changed; tell whoever runs the site.")]
    return []


def has_changed(formset):
    return formset.has_changed()


def get_previous_texts(form):
    """The previous texts of the translated columns that an edit has changed, by column."""
    names = columns(*translated_fields(type(form.instance)))
    return {name: form.initial.get(name) or "" for name in form.changed_data if name in names}


def get_restored_texts(before, record):
    """The texts of a record that an earlier version has replaced, by column."""
    names = columns(*translated_fields(type(record)))
    texts = {name: getattr(before, name) or "" for name in names}
    return {name: text for name, text in texts.items() if text != (getattr(record, name) or "")}


def unique_key(model: type[Record], wanted):
    """`wanted`, with a number appended if another record already has that key."""
    wanted = wanted[:90] or model.record_kind()
    key, number = wanted, 2
    while model.objects.filter(key=key).exists():
        key, number = f"{wanted}-{number}", number + 1
    return key
