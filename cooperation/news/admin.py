from django import forms
from django.contrib import admin
from django.utils.html import format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cooperation.core.admin import PUBLICATION, PartInline, RecordAdmin, languages
from cooperation.core.localized_text import columns

from .facts import FACTS
from .models import Claim, NewsItem


def kinds():
    return [("", _("the cooperation as a whole")), *((kind, SUBJECT_NAMES[kind]) for kind in FACTS if kind)]


def fact_choices():
    return [
        (SUBJECT_NAMES[kind], [(name, fact.label) for name, fact in facts.items()]) for kind, facts in FACTS.items()
    ]


SUBJECT_NAMES = {
    "": _("the cooperation as a whole"),
    "conference": _("conference"),
    "agreement": _("agreement"),
    "partnership": _("partnership"),
    "locality": _("locality"),
}


class ClaimForm(forms.ModelForm):
    subject_kind = forms.ChoiceField(label=capfirst(_("kind of subject")), choices=kinds, required=False)
    fact = forms.ChoiceField(label=capfirst(_("fact")), choices=fact_choices)

    def clean(self):
        cleaned = super().clean()
        kind, fact = cleaned.get("subject_kind"), cleaned.get("fact")
        if fact and kind in FACTS and fact not in FACTS[kind]:
            self.add_error("fact", _("This kind of subject has no such fact."))
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
                    ("value", "value_language", "as_of", "decision"),
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
    search_fields = ["key", "publisher", "original_title", *columns("title", "summary", "body")]
    autocomplete_fields = ["photos"]
    inlines = [ClaimInline]
    fieldsets = [
        (None, {"fields": [languages("title"), languages("summary"), languages("body")]}),
        (
            _("The original"),
            {
                "fields": [
                    ("publisher", "author"),
                    ("appeared_on", "appeared_at"),
                    ("original_language", "original_title"),
                    "original_url",
                ]
            },
        ),
        (_("Photos"), {"fields": ["photos"]}),
        PUBLICATION,
    ]


class EvidenceAdminMixin:
    """An admin page that shows, below the fields, what reports say of the record."""

    @admin.display(description=_("what reports say"))
    def evidence(self, record):
        claims = Claim.objects.on(record.record_kind(), [record.key]).select_related("news_item") if record.pk else []
        return format_html_join(
            "",
            "<p>{}: <b>{}</b> · {} · {}</p>",
            ((facts_label(claim), claim.value, claim.news_item, claim.get_decision_display()) for claim in claims),
        ) or _("No report speaks of it yet.")


def facts_label(claim):
    fact = FACTS.get(claim.subject_kind, {}).get(claim.fact)
    return fact.label if fact else claim.fact
