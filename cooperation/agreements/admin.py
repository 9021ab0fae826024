from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cooperation.core.admin import PUBLICATION, PartInline, PlainPartInline, RecordAdmin, languages
from cooperation.core.days import today
from cooperation.core.folding import slug
from cooperation.core.languages import columns
from cooperation.news.admin import WithEvidence
from localities.choices import VIET_NAM

from .models import Agreement, AgreementText, Milestone, Partnership, Signature


class SignatureInline(PartInline):
    model = Signature
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("order", "locality", "body"),
                    ("name_as_signed", "signatory"),
                    languages("office"),
                ]
            },
        )
    ]
    autocomplete_fields = ["locality"]


class TextInline(PlainPartInline):
    model = AgreementText
    autocomplete_fields = ["document"]


class MilestoneInline(PartInline):
    model = Milestone
    fieldsets = [(None, {"fields": [("order", "kind", "on"), languages("note")]})]


@admin.register(Agreement)
class AgreementAdmin(WithEvidence, RecordAdmin):
    list_display = ["__str__", "kind", "signed_on", "conference", "status"]
    list_select_related = ["conference"]
    list_filter = ["status", "kind", "term_rule", "themes"]
    search_fields = ["key", *columns("title", "summary"), *columns("signatures__locality__name")]
    autocomplete_fields = ["partnership", "conference", "themes", "follows", "photos"]
    readonly_fields = ["state_today", "evidence"]
    inlines = [SignatureInline, TextInline, MilestoneInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    languages("title"),
                    ("kind", "partnership"),
                    ("signed_on", "conference"),
                    languages("signed_at"),
                    languages("summary"),
                    "themes",
                ]
            },
        ),
        (
            _("How long it lasts"),
            {
                "fields": [
                    ("term_rule", "term_years", "notice_months"),
                    "ends_on",
                    ("follows", "follows_as"),
                    "state_today",
                ]
            },
        ),
        (_("Photos"), {"fields": ["photos"]}),
        (_("Evidence"), {"fields": ["evidence"]}),
        PUBLICATION,
    ]

    @admin.display(description=_("status today"))
    def state_today(self, agreement):
        if not agreement.pk:
            return _("Computed once it is saved.")
        state = agreement.state_on(today())
        return f"{state.label}. {state.reason}"

    def suggested_key(self, obj):
        parties = [row.locality for row in obj.signatures.select_related("locality") if row.locality_id]
        return "-".join(filter(None, [tie_key(parties) or slug(str(obj)), obj.signed_on]))


def tie_key(localities):
    """The keys of the parties without their countries, the Vietnamese ones first."""
    ordered = sorted(localities, key=lambda locality: locality.country != VIET_NAM)
    return "-".join(locality.key.split("-", 1)[-1] for locality in ordered)


@admin.register(Partnership)
class PartnershipAdmin(WithEvidence, RecordAdmin):
    list_display = ["__str__", "kind", "since", "status"]
    list_filter = ["status", "kind"]
    search_fields = ["key", *columns("presentation"), *columns("parties__name")]
    autocomplete_fields = ["parties", "photos"]
    readonly_fields = ["evidence"]
    fieldsets = [
        (None, {"fields": ["parties", ("kind", "since"), languages("presentation"), "photos"]}),
        (_("Evidence"), {"fields": ["evidence"]}),
        PUBLICATION,
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("parties")

    def suggested_key(self, obj):
        return tie_key(obj.parties.all())
