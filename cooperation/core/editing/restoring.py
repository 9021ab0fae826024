"""History at the desk: the versions of a record, going back to one, and recovering what was deleted."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from reversion.models import Version
from reversion.revisions import set_comment

from cooperation.core import history
from cooperation.core.records import PublicationState

from .change_messages import describe_change


class RolledBackError(Exception):
    """Undoes the transaction in which a stored state was written back only to be shown; carries the response."""

    def __init__(self, response: HttpResponse):
        super().__init__()
        self.response = response


class RestoringMixin:
    """Restores a version through the form of its record, so that it passes the checks and rights of a save."""

    def revision_view(self, request, object_id, version_id, extra_context=None):
        version = self.get_version(version_id, object_id=unquote(object_id))
        record = get_object_or_404(self.model, pk=version.object_id)
        if not (self.has_change_permission(request, record) and self.has_publish_permission(request)):
            raise PermissionDenied
        context = self.describe_stored(version, _("Go back to an earlier version")) | (extra_context or {})
        return self.restoring_view(request, version, "admin/record_restore.html", context)

    def recover_view(self, request, version_id, extra_context=None):
        version = self.get_version(version_id)
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        conflict = history.find_conflict(version)
        if conflict or self.model.objects.filter(pk=version.object_id).exists():
            return self.refuse_restoring(request, conflict or _("This record has been recovered already."))
        context = self.describe_stored(version, _("Recover a deleted record")) | (extra_context or {})
        return self.restoring_view(request, version, "admin/record_restore.html", context)

    def describe_stored(self, version, title):
        return {"title": title, "stored_version": version, "lost_relations": ", ".join(history.find_lost(version))}

    def get_version(self, version_id, **lookups):
        return get_object_or_404(Version.objects.get_for_model(self.model), pk=version_id, **lookups)

    def restoring_view(self, request, version, template, context):
        """Write the stored state back, show or save its form, and undo all unless it was saved."""
        try:
            with transaction.atomic():
                before = self.model.objects.filter(pk=version.object_id).first()
                record = history.restore(version)
                if before is None:
                    self.model._base_manager.filter(pk=record.pk).update(publication_state=PublicationState.DRAFT)
                request.restored_over = before or self.model(pk=record.pk)
                with self.create_revision(request):
                    response = self.changeform_view(request, quote(version.object_id), request.path, context)
                    if response.status_code != HTTPStatus.FOUND:
                        response.template_name = template
                        raise RolledBackError(response.render())  # noqa: TRY301 -- it ends the transaction above
                    set_comment(history.RESTORED)
        except history.RestoreError as error:
            return self.refuse_restoring(request, str(error))
        except RolledBackError as rolled_back:
            return rolled_back.response
        return response

    def refuse_restoring(self, request, reason):
        messages.error(request, reason)
        return redirect(f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def history_view(self, request, object_id, extra_context=None):
        record = self.get_object(request, unquote(object_id))
        may_restore = record is not None and self.has_change_permission(request, record)
        context = {"may_restore": may_restore and self.has_publish_permission(request)} | (extra_context or {})
        response = super().history_view(request, object_id, context)
        for action in getattr(response, "context_data", {}).get("action_list", []):
            comment = action["revision"].comment
            action["label"] = history.COMMENTS.get(comment) or describe_change(self.model, comment)
        return response
