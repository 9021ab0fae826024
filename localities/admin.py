from django import forms
from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cooperation.core.editing.forms import RecordForm
from cooperation.core.editing.formsets import OrderedFormSet
from cooperation.core.editing.inlines import PartInline, PlainPartInline, languages
from cooperation.core.editing.record_admin import PUBLICATION, RecordAdmin
from cooperation.core.localized_text import columns
from cooperation.news.admin import EvidenceAdminMixin

from .countries import country_choices
from .lineage import creates_cycle
from .models import AgreementSuccession, Locality, LocalityCode, LocalityLevel, LocalityName, Succession


class NameInline(PlainPartInline):
    model = LocalityName


class CodeInline(PlainPartInline):
    model = LocalityCode


class LevelInline(PartInline):
    model = LocalityLevel


class SuccessionFormSet(OrderedFormSet):
    def clean(self):
        super().clean()
        for form in self.forms:
            row = form.instance
            is_complete = form.is_valid() and form.has_changed() and row.predecessor_id and row.successor_id
            if is_complete and creates_cycle(row.predecessor_id, row.successor_id):
                form.add_error(None, _("This would create a loop: the locality would become its own successor."))


class SuccessorInline(PartInline):
    model = Succession
    fk_name = "predecessor"
    formset = SuccessionFormSet
    verbose_name = _("successor")
    verbose_name_plural = _("successors")
    autocomplete_fields = ["successor"]


class PredecessorInline(PartInline):
    model = Succession
    fk_name = "successor"
    formset = SuccessionFormSet
    verbose_name = _("predecessor")
    verbose_name_plural = _("predecessors")
    autocomplete_fields = ["predecessor"]


class AgreementSuccessorInline(PartInline):
    model = AgreementSuccession
    fk_name = "predecessor"
    verbose_name = _("responsible locality")
    verbose_name_plural = _("responsible for its agreements by law")
    autocomplete_fields = ["successor"]


class AgreementPredecessorInline(PartInline):
    model = AgreementSuccession
    fk_name = "successor"
    verbose_name = _("locality whose agreements it has taken over by law")
    verbose_name_plural = _("responsible by law for the agreements of")
    autocomplete_fields = ["predecessor"]


class LocalityForm(RecordForm):
    country = forms.ChoiceField(label=capfirst(_("country")), choices=country_choices)


@admin.register(Locality)
class LocalityAdmin(EvidenceAdminMixin, RecordAdmin):
    form = LocalityForm
    list_display = ["__str__", "country", "administrative_level", "until", "publication_state"]
    list_filter = ["publication_state", "country", "administrative_level"]
    search_fields = ["key", *columns("name"), "names__text"]
    autocomplete_fields = ["parent", "photos"]
    readonly_fields = ["evidence"]
    inlines = [
        *(NameInline, CodeInline, LevelInline, PredecessorInline, SuccessorInline),
        *(AgreementPredecessorInline, AgreementSuccessorInline),
    ]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    languages("name"),
                    ("country", "administrative_level", "epci_kind"),
                    "parent",
                    ("since", "until"),
                ]
            },
        ),
        (_("Public description"), {"fields": [languages("description"), "website", "photos"]}),
        (_("Location and population"), {"fields": [("latitude", "longitude"), ("population", "population_year")]}),
        (_("Evidence"), {"fields": ["evidence"]}),
        PUBLICATION,
    ]
