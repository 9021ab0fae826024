from django import forms
from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cooperation.core.editing.forms import RecordForm
from cooperation.core.editing.inlines import PartInline, languages
from cooperation.core.editing.record_admin import PUBLICATION, RecordAdmin
from cooperation.core.localized_text import columns
from cooperation.news.admin import EvidenceAdminMixin
from localities.countries import country_choices

from .models import Commitment, Conference, Session, Speaker


class SessionInline(PartInline):
    model = Session
    fieldsets = [(None, {"fields": [("order", "theme"), languages("title"), languages("summary")]})]
    autocomplete_fields = ["theme"]


class SpeakerInline(PartInline):
    model = Speaker
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("order", "name", "locality", "organisation"),
                    languages("position"),
                    languages("line"),
                ]
            },
        )
    ]
    autocomplete_fields = ["locality", "organisation"]


class CommitmentInline(PartInline):
    model = Commitment
    fieldsets = [(None, {"fields": [("order", "theme"), languages("text")]})]
    autocomplete_fields = ["theme"]


class ConferenceForm(RecordForm):
    country = forms.ChoiceField(
        label=capfirst(_("country")),
        choices=lambda: [("", "–"), *country_choices()],
        required=False,
        help_text=_("If only the country is known so far."),
    )


@admin.register(Conference)
class ConferenceAdmin(EvidenceAdminMixin, RecordAdmin):
    form = ConferenceForm
    list_display = ["__str__", "number", "starts_on", "ends_on", "status", "publication_state"]
    list_filter = ["publication_state", "status"]
    search_fields = ["key", *columns("title", "conference_theme")]
    autocomplete_fields = ["place", "hosts", "partners", "participants", "themes", "photos", "documents"]
    readonly_fields = ["evidence"]
    inlines = [SessionInline, SpeakerInline, CommitmentInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("number", "status"),
                    languages("title"),
                    languages("conference_theme"),
                    ("starts_on", "ends_on"),
                    ("place", "country"),
                    languages("venue"),
                    "hosts",
                    "partners",
                ]
            },
        ),
        (
            _("Public description"),
            {"fields": [languages("description"), languages("declaration"), "photos", "documents"]},
        ),
        (_("Participants and topics"), {"fields": ["participants", "themes"]}),
        (_("Evidence"), {"fields": ["evidence"]}),
        PUBLICATION,
    ]

    def provisional_key(self, obj):
        return self.default_key(obj)

    def default_key(self, obj):
        return str(obj.number)

    def get_readonly_fields(self, request, obj=None):
        fixed = ["number"] if obj else ["key"]
        return [*super().get_readonly_fields(request, obj), *fixed]
