from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cooperation.core.dates import today
from cooperation.core.editing.inlines import PartInline, PlainPartInline, languages
from cooperation.core.editing.record_admin import PUBLICATION, RecordAdmin
from cooperation.core.folding import slug
from cooperation.core.localized_text import columns
from cooperation.news.admin import EvidenceAdminMixin
from localities.countries import VIET_NAM

from .models import Agreement, AgreementParty, AgreementText, Milestone, Partnership


class AgreementPartyInline(PartInline):
    model = AgreementParty
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("order", "locality", "organisation"),
                    ("name_as_signed", "signed_by", "withdrew_on"),
                    languages("position"),
                ]
            },
        )
    ]
    autocomplete_fields = ["locality", "organisation"]


class TextInline(PlainPartInline):
    model = AgreementText
    autocomplete_fields = ["document"]


class MilestoneInline(PartInline):
    model = Milestone
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("order", "kind", "on"),
                    ("entry_method", "ends_on", "added_years"),
                    languages("note"),
                ]
            },
        )
    ]


@admin.register(Agreement)
class AgreementAdmin(EvidenceAdminMixin, RecordAdmin):
    list_display = ["__str__", "kind", "signed_on", "conference", "publication_state"]
    list_select_related = ["conference"]
    list_filter = ["publication_state", "kind", "term_rule", "themes"]
    search_fields = ["key", *columns("title", "summary"), *columns("parties__locality__name")]
    autocomplete_fields = ["partnership", "conference", "themes", "earlier_agreement", "photos"]
    readonly_fields = ["status_today", "evidence"]
    inlines = [AgreementPartyInline, TextInline, MilestoneInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    languages("title"),
                    ("kind", "partnership"),
                    ("signed_on", "is_signed_undated", "conference"),
                    languages("signature_place"),
                    languages("summary"),
                    "themes",
                ]
            },
        ),
        (
            _("Duration"),
            {
                "fields": [
                    ("term_rule", "term_years", "notice_months"),
                    "ends_on",
                    ("earlier_agreement", "relation_type"),
                    "status_today",
                ]
            },
        ),
        (_("Photos"), {"fields": ["photos"]}),
        (_("Evidence"), {"fields": ["evidence"]}),
        PUBLICATION,
    ]

    @admin.display(description=_("status today"))
    def status_today(self, agreement):
        if not agreement.pk:
            return _("Calculated when you save.")
        status = agreement.status_on(today())
        return f"{status.label}. {status.reason}"

    def default_key(self, obj):
        parties = [row.locality for row in obj.parties.select_related("locality") if row.locality_id]
        return "-".join(filter(None, [partnership_key(parties) or slug(str(obj)), obj.signed_on]))


def partnership_key(localities):
    """The keys of the parties without their country prefixes, Vietnamese parties first."""
    parties = sorted(localities, key=lambda locality: locality.country != VIET_NAM)
    return "-".join(party.key.split("-", 1)[-1] for party in parties)


@admin.register(Partnership)
class PartnershipAdmin(EvidenceAdminMixin, RecordAdmin):
    list_display = ["__str__", "kind", "since", "publication_state"]
    list_filter = ["publication_state", "kind"]
    search_fields = ["key", *columns("description"), *columns("parties__name")]
    autocomplete_fields = ["parties", "photos"]
    readonly_fields = ["evidence"]
    fieldsets = [
        (None, {"fields": ["parties", ("kind", "since"), languages("description"), "photos"]}),
        (_("Evidence"), {"fields": ["evidence"]}),
        PUBLICATION,
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("parties")

    def default_key(self, obj):
        return partnership_key(obj.parties.all())
