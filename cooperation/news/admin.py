from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.html import format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from cooperation.core.editing.inlines import PartInline, languages
from cooperation.core.editing.record_admin import PUBLICATION, RecordAdmin
from cooperation.core.localized_text import columns
from cooperation.kinds import get_kind

from .facts import FACTS, validate_value
from .models import Claim, NewsItem
from .qualifiers import qualify_claim


def kinds():
    return [(kind, subject_label(kind)) for kind in FACTS]


def fact_choices():
    return [
        (subject_label(kind), [(name, fact.label) for name, fact in facts.items()]) for kind, facts in FACTS.items()
    ]


def subject_label(kind_name):
    return get_kind(kind_name).label if kind_name else _("cooperation as a whole")


class ClaimForm(forms.ModelForm):
    subject_kind = forms.ChoiceField(label=capfirst(_("type of record")), choices=kinds, required=False)
    fact = forms.ChoiceField(label=capfirst(_("field")), choices=fact_choices)

    def clean(self):
        cleaned = super().clean()
        kind, fact = cleaned.get("subject_kind"), cleaned.get("fact")
        if fact and kind in FACTS and fact not in FACTS[kind]:
            self.add_error("fact", _("This type of record does not have this field."))
        elif fact and cleaned.get("value"):
            try:
                validate_value(cleaned["value"], FACTS[kind][fact].value_type)
            except ValidationError as error:
                self.add_error("value", error)
        return cleaned


class ClaimInline(PartInline):
    model = Claim
    form = ClaimForm
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("order", "subject_kind", "subject_key", "fact"),
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
