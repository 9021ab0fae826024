"""Deletion at the desk: what points at a record is told in words, what is used stays, and all can be recovered."""

from typing import NamedTuple

from django.http import QueryDict
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cooperation.core.localized_text import columns
from cooperation.core.unpublishing import UnpublishingReason, unpublish
from cooperation.core.uses import find_uses

from .publication import UnpublishingForm


class DeletedRecord(NamedTuple):
    """What the page that asks before deleting says about one record.

    `parts` are (name of the parts, their number); `uses` (name of the relation, links to the records that point at it);
    `mentions` links to the reports that make claims on it, which stay. A link is (name, address).
    """

    record: object
    parts: list
    uses: list
    mentions: list

    @property
    def unpublishing_form(self):
        return UnpublishingForm()


class DeletionMixin:
    """Deletes records that nothing uses, and keeps their last state for recovery."""

    delete_confirmation_template = "admin/record_delete.html"
    delete_selected_confirmation_template = "admin/record_delete_selected.html"

    def get_mentions(self, record):
        """The reports that make claims on a record."""
        return []

    def describe_deletion(self, record):
        parts = []
        for relation in record._meta.related_objects:
            owners = getattr(relation.related_model, "owners", list)()
            if owners == [relation.field.name]:
                count = relation.related_model._base_manager.filter(**{relation.field.name: record.pk}).count()
                parts += [(capfirst(str(relation.related_model._meta.verbose_name_plural)), count)] if count else []
        uses = [(capfirst(use.label), self.link(use.records)) for use in find_uses(record)]
        return DeletedRecord(record, parts, uses, self.link(self.get_mentions(record)))

    def link(self, records):
        return [(str(record), admin_url(self.admin_site, record)) for record in records]

    def get_deleted_objects(self, objs, request):
        """The descriptions in place of Django's tree, counts, missing rights, and the records that use these."""
        records = [self.describe_deletion(record) for record in objs]
        missing = {str(self.opts.verbose_name) for record in objs if not self.has_delete_permission(request, record)}
        protected = [user for record in records for _label, users in record.uses for user in users]
        return records, {str(self.opts.verbose_name_plural): len(records)}, missing, protected

    def delete_view(self, request, object_id, extra_context=None):
        """What is public is deleted with the reason for readers; one that cannot be shown is refused."""
        form = UnpublishingForm(request.POST if "reason" in request.POST else None)
        if form.is_bound and not form.is_valid():
            request.POST = QueryDict()  # asks again
        context = {"unpublishing_form": form} | (extra_context or {})
        with self.create_revision(request):  # the version of the last state names who deleted it
            return super().delete_view(request, object_id, context)

    def delete_model(self, request, obj):
        if getattr(obj, "is_public", False):
            form = UnpublishingForm(request.POST)
            reason = form.cleaned_data if form.is_valid() else {"reason": UnpublishingReason.OTHER}
            unpublish(obj, reason["reason"], {name: reason.get(name, "") for name in columns("note")})
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for record in queryset:
            self.delete_model(request, record)

    def response_delete(self, request, obj_display, obj_id):
        url = reverse(f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_recoverlist")
        message = _('“{record}” is deleted. <a href="{url}">It can be recovered.</a>')
        request.act_message = format_html(message, record=obj_display, url=url)
        return super().response_delete(request, obj_display, obj_id)


def admin_url(site, record):
    """The address of the form of a record of any kind; empty where it has none."""
    try:
        return reverse(f"{site.name}:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])
    except NoReverseMatch:
        return ""
