"""Publication at the desk: who may publish, what it takes, and the reason that readers get when it ends."""

from django.contrib import admin, messages
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import F
from django.db.models.functions import Now
from django.forms import modelform_factory
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, override

from cooperation.core.languages import ENGLISH
from cooperation.core.localized_text import columns
from cooperation.core.records import PublicationState
from cooperation.core.unpublishing import Unpublishing, forget_unpublishing, unpublish

from .fields import FORM_FIELDS
from .keys import is_key


def build_form_field(field, **options):
    """Notes in one form of line ends and Unicode, as the texts of records; see `FORM_FIELDS`."""
    return field.formfield(**({} if field.choices else FORM_FIELDS[models.TextField]) | options)


UnpublishingForm = modelform_factory(
    Unpublishing, fields=["reason", *columns("note")], formfield_callback=build_form_field
)
#: {state: (message about one record, message about several)} after an act on lists.
ACTS = {
    PublicationState.PUBLISHED: lambda count: ngettext(
        "%(count)s record is now public: %(records)s", "%(count)s records are now public: %(records)s", count
    ),
    PublicationState.IN_REVIEW: lambda count: ngettext(
        "%(count)s record is submitted for review, and not public: %(records)s",
        "%(count)s records are submitted for review, and not public: %(records)s",
        count,
    ),
    PublicationState.UNPUBLISHED: lambda count: ngettext(
        "%(count)s record is no longer public: %(records)s. Its page gives the reason.",
        "%(count)s records are no longer public: %(records)s. Their pages give the reason.",
        count,
    ),
}


class PublicationMixin:
    """Publishing, sending to review and unpublishing, each on one record or several."""

    actions = ["publish", "send_to_review", "unpublish"]
    unpublish_template = "admin/unpublish.html"

    def has_publish_permission(self, request):
        return request.user.has_perm(f"{self.opts.app_label}.{get_permission_codename('publish', self.opts)}")

    def has_save_permission(self, request, obj=None):
        """Whether this user may save a record: what is public changes only with the right to publish."""
        if obj is None:
            return self.has_add_permission(request)
        return self.has_change_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self.may_touch(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self.may_touch(request, obj)

    def may_touch(self, request, obj):
        is_public = isinstance(obj, self.model) and obj.is_public
        return not is_public or self.has_publish_permission(request)

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_unpublish"
        return [path("unpublish/", self.admin_site.admin_view(self.unpublish_view), name=name), *super().get_urls()]

    def find_blockers(self, record):
        """Why a record cannot be public, as messages; empty if it can."""
        reasons = format_html_join(" ", "{}", ((reason,) for reason in record.publication_blockers()))
        message = _("“%(record)s” is not published, and nothing was changed. %(reasons)s")
        if record.is_public:
            message = _("“%(record)s” is public, and could not be after this change. Nothing was changed. %(reasons)s")
        return [message % {"record": record, "reasons": reasons}] if reasons else []

    @admin.action(description=_("Publish selected records"), permissions=["publish"])
    def publish(self, request, records):
        ready, hidden = [], records.exclude(publication_state=PublicationState.PUBLISHED)
        if not hidden:
            self.message_user(request, _("These records are public already."), messages.INFO)
        for record in hidden:
            blockers = self.find_blockers(record)
            if blockers:
                self.message_user(request, blockers[0], messages.ERROR)
            else:
                ready.append(record)
        self.set_publication_state(request, PublicationState.PUBLISHED, ready)

    @admin.action(description=_("Submit selected records for review"), permissions=["change"])
    def send_to_review(self, request, records):
        public = records.filter(publication_state=PublicationState.PUBLISHED)
        for record in public:
            message = _("“%(record)s” is public and stays so. Unpublish it first.") % {"record": record}
            self.message_user(request, message, messages.ERROR)
        drafts = records.exclude(publication_state=PublicationState.PUBLISHED)
        self.set_publication_state(request, PublicationState.IN_REVIEW, list(drafts))

    @admin.action(description=_("Unpublish selected records…"), permissions=["publish"])
    def unpublish(self, request, records):
        return redirect(self.get_unpublish_url(records))

    def get_unpublish_url(self, records):
        url = reverse(f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_unpublish")
        return f"{url}?ids={','.join(str(record.pk) for record in records)}"

    def unpublish_view(self, request):
        """Ask for the reason that readers see, then unpublish."""
        if not self.has_publish_permission(request):
            raise PermissionDenied
        ids = [pk for pk in request.GET.get("ids", "").split(",") if is_key(pk)]
        records = list(self.get_queryset(request).filter(pk__in=ids, publication_state=PublicationState.PUBLISHED))
        blockers = [blocker for record in records for blocker in record.unpublication_blockers()]
        form = UnpublishingForm(request.POST or None)
        if request.method == "POST" and records and not blockers and form.is_valid():
            with transaction.atomic(), self.create_revision(request):
                self.set_publication_state(request, PublicationState.UNPUBLISHED, records, form.cleaned_data)
            return redirect(f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": _("Unpublish"),
            "opts": self.opts,
            "records": records,
            "has_page": hasattr(self.model, "get_absolute_url"),
            "blockers": blockers,
            "form": form,
            "media": self.media,
        }
        return TemplateResponse(request, self.unpublish_template, context, status=400 if form.errors else 200)

    def set_publication_state(self, request, state, records, reason=None):
        """Change the state of records, and say what became public or ceased to be; `reason` is for readers."""
        if not records:
            return
        self.write_publication_state(request, state, records, reason)
        names = format_html_join(", ", '<a href="{}">{}</a>', ((self.get_record_url(row), row) for row in records))
        message = ACTS[state](len(records))
        text = format_html(
            message.replace("%(count)s", "{count}").replace("%(records)s", "{records}"),
            count=len(records),
            records=names,
        )
        self.message_user(request, text, messages.SUCCESS)

    def write_publication_state(self, request, state, records, reason=None):
        rows = self.model.objects.filter(pk__in=[record.pk for record in records])
        if state == PublicationState.PUBLISHED:
            rows.filter(published_at=None).update(published_at=Now())
            forget_unpublishing(records)
        rows.update(publication_state=state, version=F("version") + 1, updated_at=Now())
        with override(ENGLISH):  # log entries are stored in English, and translated when they are shown
            change = [{"changed": {"fields": [str(state.label)]}}]
        for record in rows:
            if reason:
                unpublish(record, reason["reason"], {name: reason[name] for name in columns("note")})
            self.log_change(request, record, change)
            self.add_version(record)

    def get_record_url(self, record):
        return reverse(f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_change", args=[record.pk])
