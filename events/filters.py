from django.db.models import CharField, F, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _

from cooperation.core.filters import DayAsked, Facet, FacetedFilterSet, Tick, Words, YearBound, YearFacet, choice_names
from cooperation.core.ordering import Order
from cooperation.news.filters import on_which_reports_differ
from localities.filters import countries, locality_names

from .models import Conference, ConferenceState

#: The country of its place, else the one that is known without a place.
COUNTRY = Coalesce(F("place__country"), NullIf(F("country"), Value("")), output_field=CharField())


class ConferenceFilter(FacetedFilterSet):
    q = Words()
    place = Facet(label=_("place"), counted="place__key", names=locality_names)
    country = Facet(label=_("country"), counted=COUNTRY, names=countries)
    state = Facet(label=_("state"), counted="state", names=choice_names(ConferenceState))
    year = YearFacet("starts_on")
    since = YearBound("starts_on", "since")
    until = YearBound("starts_on", "until")
    differ = Tick(label=_("only where reports differ"), narrow=on_which_reports_differ)
    on = DayAsked()

    class Meta:
        model = Conference
        fields = []

    @classmethod
    def orders(cls):
        return [
            Order("newest", _("newest first"), lambda: ["-number"]),
            Order("oldest", _("oldest first"), lambda: ["number"]),
        ]
