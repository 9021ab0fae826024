from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cooperation.core.admin import PUBLICATION, PlainPartInline, RecordAdmin, languages
from cooperation.core.admin_forms import OrderedFormSet, RecordForm
from cooperation.core.languages import columns
from cooperation.news.admin import WithEvidence

from .choices import country_choices
from .lineage import makes_a_circle
from .models import Locality, LocalityCode, LocalityName, LocalityTier, Succession


class NameInline(PlainPartInline):
    model = LocalityName


class CodeInline(PlainPartInline):
    model = LocalityCode


class TierInline(PlainPartInline):
    model = LocalityTier


class SuccessionFormSet(OrderedFormSet):
    def clean(self):
        super().clean()
        for form in self.forms:
            row = form.instance
            complete = form.is_valid() and form.has_changed() and row.predecessor_id and row.successor_id
            if complete and makes_a_circle(row.predecessor_id, row.successor_id):
                form.add_error(None, _("This would make a locality its own successor, over other ones."))


class SuccessorInline(PlainPartInline):
    model = Succession
    fk_name = "predecessor"
    formset = SuccessionFormSet
    verbose_name = _("successor")
    verbose_name_plural = _("what became of it")
    autocomplete_fields = ["successor"]


class PredecessorInline(PlainPartInline):
    model = Succession
    fk_name = "successor"
    formset = SuccessionFormSet
    verbose_name = _("predecessor")
    verbose_name_plural = _("what it was before")
    autocomplete_fields = ["predecessor"]


class LocalityForm(RecordForm):
    country = forms.ChoiceField(label=_("country"), choices=country_choices)


@admin.register(Locality)
class LocalityAdmin(WithEvidence, RecordAdmin):
    form = LocalityForm
    list_display = ["__str__", "country", "tier", "until", "status"]
    list_filter = ["status", "country", "tier"]
    search_fields = ["key", *columns("name"), "names__text"]
    autocomplete_fields = ["parent", "photos"]
    readonly_fields = ["evidence"]
    inlines = [NameInline, CodeInline, TierInline, PredecessorInline, SuccessorInline]
    fieldsets = [
        (None, {"fields": [languages("name"), ("country", "tier", "epci_kind"), "parent", ("since", "until")]}),
        (_("For the public"), {"fields": [languages("presentation"), "website", "photos"]}),
        (_("Place and people"), {"fields": [("latitude", "longitude"), ("population", "population_year")]}),
        (_("Evidence"), {"fields": ["evidence"]}),
        PUBLICATION,
    ]
