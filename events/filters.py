from django.db.models import CharField, F, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cooperation.core.filters import (
    AsOfDateFilter,
    Facet,
    FacetedFilterSet,
    FlagFilter,
    SearchFilter,
    YearFacet,
    YearRangeFilter,
    choice_labels,
)
from cooperation.core.ordering import Order
from cooperation.news.filters import with_differing_reports
from localities.filters import LocalityFacet, country_names

from .models import Conference, ConferenceStatus

#: The country of the place, or the conference's own country if it has no place.
COUNTRY = Coalesce(F("place__country"), NullIf(F("country"), Value("")), output_field=CharField())


class ConferenceFilter(FacetedFilterSet):
    q = SearchFilter()
    place = LocalityFacet(label=_("place"), expression="place__key")
    country = Facet(label=_("country"), expression=COUNTRY, get_labels=country_names)
    status = Facet(
        label=pgettext_lazy("a conference", "status"), expression="status", get_labels=choice_labels(ConferenceStatus)
    )
    year = YearFacet("starts_on")
    since = YearRangeFilter("starts_on", "since")
    until = YearRangeFilter("starts_on", "until")
    differ = FlagFilter(label=_("only records on which reports differ"), apply=with_differing_reports)
    on = AsOfDateFilter()

    class Meta:
        model = Conference
        fields = []

    @classmethod
    def orders(cls):
        return [
            Order("newest", _("newest first"), lambda cutoff: ["-number"]),
            Order("oldest", _("oldest first"), lambda cutoff: ["number"]),
        ]
