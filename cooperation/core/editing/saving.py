"""Saving at the desk: one save is one transaction, which writes a record with its parts and its publication state."""

import errno
from uuid import uuid4

import reversion
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import F, FileField
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cooperation.core.fields import MAX_ORDER
from cooperation.core.folding import slug
from cooperation.core.languages import ENGLISH
from cooperation.core.localized_text import columns, translated_fields
from cooperation.core.records import PublicationState, Record, increment_version
from cooperation.core.translating import record_source_texts

from .held import SaveRefusedError, hold

#: {button of the form: the publication state that it leads to}.
BUTTONS = {"_publish": PublicationState.PUBLISHED, "_review": PublicationState.IN_REVIEW}


class SavingMixin:
    """Writes all or nothing. A save that is refused is undone, and its form shown again with the reasons."""

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
        url = record.get_absolute_url() if record.is_public and hasattr(record, "get_absolute_url") else ""
        link = format_html('<a href="{}">{}</a>', url or self.get_record_url(record), record)
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
        return self.keep_comment(super().log_change(request, obj, message)) if message else None

    def log_addition(self, request, obj, message):
        return self.keep_comment(super().log_addition(request, obj, message))

    def keep_comment(self, entry):
        """The comment of a version is the stored message, not its words in the language of whoever saved."""
        if reversion.is_active():
            reversion.set_comment(entry.change_message)
        return entry

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
