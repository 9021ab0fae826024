"""The base class of the admin of records; the apps' own admin modules only declare options."""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import Q
from django.template.response import TemplateResponse
from django.utils.html import format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin
from reversion.admin import VersionAdmin

from cooperation.core.filters import MAX_QUERY_LENGTH
from cooperation.core.languages import language_name
from cooperation.core.localized_text import translated_fields
from cooperation.core.translating import get_outdated_texts, get_translation_statuses
from cooperation.core.word_differences import mark_differences

from .collisions import CollisionMixin
from .deletion import DeletionMixin
from .form_values import describe
from .forms import SOURCE_FIELD, RecordForm, add_source_fields
from .held import get_held, hold, submit
from .inlines import TypedFieldsMixin
from .keys import refuse_impossible_keys
from .publication import PublicationMixin
from .restoring import RestoringMixin
from .saving import SavingMixin

PUBLICATION = (
    _("Publication"),
    {"fields": ["key", "publication_state", "translation_status", "translations_unchanged", "loaded_version"]},
)


class RecordAdmin(
    CollisionMixin,
    RestoringMixin,
    DeletionMixin,
    PublicationMixin,
    SavingMixin,
    TypedFieldsMixin,
    VersionAdmin,
    TranslationAdmin,
):
    """The forms and lists of one kind of record; what each act does is in the mixins."""

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

    def get_search_results(self, request, queryset, search_term):
        """What the search of the site finds, in any spelling, and what contains the words as they are typed."""
        results, may_repeat = super().get_search_results(request, queryset, search_term)
        if not search_term.strip():
            return results, may_repeat
        matching = self.model.objects.search(search_term[:MAX_QUERY_LENGTH])
        return queryset.filter(Q(pk__in=results.values("pk")) | Q(pk__in=matching.values("pk"))), False

    def take_back(self, request):
        """Put what was typed before the session ended into the form again (`desk.site`)."""
        if getattr(request, "kept_form", None) is not None:
            submit(request, request.kept_form)
            request.kept_form = None
            hold(request, [_("Your session had ended. What you typed is kept, and nothing is saved yet.")])

    def add_view(self, request, form_url="", extra_context=None):
        self.take_back(request)
        refuse_impossible_keys(self, request)
        return self.answer_refusal(super().add_view, request, form_url, extra_context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        self.take_back(request)
        refuse_impossible_keys(self, request)
        collision = self.find_collision(request, object_id)
        if collision:
            return collision
        if request.method == "POST" and self.get_object(request, unquote(object_id)) is None:
            return self.show_orphaned_form(request)
        self.hold_check(request)
        return self.answer_refusal(super().change_view, request, object_id, form_url, extra_context)

    def restoring_view(self, request, *args):
        self.hold_check(request)
        return self.answer_refusal(super().restoring_view, request, *args)

    def hold_check(self, request):
        if request.method == "POST" and "_check" in request.POST:
            hold(request, [_("Nothing is saved yet. This is what you have changed:")])

    def show_orphaned_form(self, request):
        """What was typed into the form of a record that somebody has deleted in the meantime."""
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
        context = {
            **self.admin_site.each_context(request),
            "title": _("This record has been deleted"),
            "opts": self.opts,
            "fields": [(name, value) for name, value in fields if name != "csrfmiddlewaretoken"],
        }
        return TemplateResponse(request, "admin/kept_form.html", context, status=410)

    def render_change_form(self, request, context, *args, **kwargs):
        record = context.get("original")
        if get_held(request) and not has_other_errors(context):
            context["errors"] = None
        context |= {
            "held": get_held(request),
            "may_publish": self.has_publish_permission(request),
            "unpublish_url": self.get_unpublish_url([record]) if record is not None and record.is_public else "",
            "lost_files": list(request.FILES),
            "changes": self.describe_changes(context) if get_held(request) else [],
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def describe_changes(self, context):
        """[(label, before, after)] of the fields that the form of a context would change."""
        forms = [context["adminform"].form]
        for inline in context["inline_admin_formsets"]:
            forms += inline.formset.forms
        return [
            (name_field(form, bound), describe(bound.field, bound.initial), describe(bound.field, bound.value()))
            for form in forms
            for bound in form
            if bound.name in form.changed_data and not bound.is_hidden
        ]


def name_field(form, bound):
    """The label of a field, of a row of parts with its name before it."""
    row = str(form.instance) if bound.html_name != bound.name and form.instance.pk else ""
    return f"{row}: {bound.label}" if row else bound.label


def has_other_errors(context):
    """Whether the form of a context has errors besides the reasons for which it is held."""
    form = context["adminform"].form
    own = [error for error in form.errors.as_data().get("__all__", []) if error.code != "held"]
    formsets = [inline.formset for inline in context["inline_admin_formsets"]]
    in_rows = any(formset.total_error_count() for formset in formsets)
    return bool(own or set(form.errors) - {"__all__"} or in_rows)
