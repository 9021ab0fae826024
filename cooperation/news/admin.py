from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.urls import path
from django.utils.html import format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from cooperation.core.editing.inlines import PartInline, languages
from cooperation.core.editing.record_admin import PUBLICATION, RecordAdmin
from cooperation.core.localized_text import columns
from cooperation.kinds import get_kind

from .facts import FACTS
from .models import Claim, NewsItem
from .qualifiers import qualify_claim
from .subject_chooser import SubjectField, find_subjects, join_subject, split_subject
from .typed_values import read_typed_value


def fact_choices():
    return [
        (subject_label(kind), [(name, fact.label) for name, fact in facts.items()]) for kind, facts in FACTS.items()
    ]


def subject_label(kind_name):
    return get_kind(kind_name).label if kind_name else _("cooperation as a whole")


class ClaimForm(forms.ModelForm):
    subject = SubjectField()
    fact = forms.ChoiceField(label=capfirst(_("field")), choices=fact_choices)

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.initial["subject"] = join_subject(self.instance.subject_kind, self.instance.subject_key)

    def clean(self):
        cleaned = super().clean()
        if "subject" not in cleaned:
            return cleaned
        self.instance.subject_kind, self.instance.subject_key = kind, _key = split_subject(cleaned["subject"])
        fact = cleaned.get("fact")
        if fact and fact not in FACTS[kind]:
            self.add_error("fact", _("This type of record does not have this field."))
        elif fact and cleaned.get("value") and {"value", "fact", "subject"} & set(self.changed_data):
            self.read_value(kind, fact)
        return cleaned

    def read_value(self, kind, fact):
        """A value is checked when it, its fact or its subject changes: old rows are told by `check_records`."""
        try:
            self.cleaned_data["value"] = read_typed_value(kind, fact, self.cleaned_data.get("value", ""))
        except ValidationError as error:
            self.add_error("value", error)


class ClaimInline(PartInline):
    model = Claim
    form = ClaimForm
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("order", "subject", "fact"),
                    ("value", "value_language", "decision"),
                    ("comparator", "nature", "as_of", "inference"),
                    languages("passage"),
                ]
            },
        )
    ]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "value":
            kwargs["widget"] = forms.Textarea(attrs={"rows": 2})
        return super().formfield_for_dbfield(db_field, request, **kwargs)


@admin.register(NewsItem)
class NewsItemAdmin(RecordAdmin):
    list_display = ["__str__", "publisher", "appeared_on", "original_language", "publication_state"]
    list_filter = ["publication_state", "original_language", "publisher"]
    search_fields = ["key", "original_title", *columns("publisher__name", "title", "summary", "body")]
    autocomplete_fields = ["photos", "publisher", "agency"]
    inlines = [ClaimInline]
    fieldsets = [
        (None, {"fields": [languages("title"), languages("summary"), languages("body")]}),
        (
            _("Original report"),
            {
                "fields": [
                    ("publisher", "agency", "author"),
                    ("appeared_on", "appeared_at"),
                    ("original_language", "original_title"),
                    "original_url",
                    "unrecorded_signings",
                ]
            },
        ),
        (_("Photos"), {"fields": ["photos"]}),
        PUBLICATION,
    ]

    def get_urls(self):
        view = self.admin_site.admin_view(self.subjects_view)
        return [path("subjects/", view, name="news_newsitem_subjects"), *super().get_urls()]

    def subjects_view(self, request):
        """The records that a claim can be about, for its chooser."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        results = find_subjects(self.admin_site, request, request.GET.get("term", ""))
        return JsonResponse({"results": results, "pagination": {"more": False}})


class EvidenceAdminMixin:
    """Adds a read-only field with the claims that reports make on the record, and names these before it is deleted."""

    def get_mentions(self, record):
        return list(NewsItem.objects.about(record.record_kind(), record.key))

    @admin.display(description=_("what reports say"))
    def evidence(self, record):
        claims = Claim.objects.on(record.record_kind(), [record.key]).select_related("news_item") if record.pk else []
        return format_html_join(
            "",
            "<p>{}{} <b>{}</b> · {} · {}</p>",
            (
                (
                    get_fact_label(claim),
                    pgettext("before a reason", ":"),
                    qualify_claim(claim, claim.value),
                    claim.news_item,
                    claim.get_decision_display(),
                )
                for claim in claims
            ),
        ) or _("Not mentioned in any report yet.")


def get_fact_label(claim):
    fact = FACTS.get(claim.subject_kind, {}).get(claim.fact)
    return fact.label if fact else claim.fact
