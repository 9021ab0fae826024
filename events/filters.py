from django.utils.translation import gettext_lazy as _

from cooperation.core.filters import Facet, FacetedFilterSet, Words, YearFacet, choice_names
from localities.filters import locality_names

from .models import Conference, ConferenceState


class ConferenceFilter(FacetedFilterSet):
    q = Words()
    place = Facet(label=_("place"), counted="place__key", names=locality_names)
    state = Facet(label=_("state"), counted="state", names=choice_names(ConferenceState))
    year = YearFacet("starts_on")

    class Meta:
        model = Conference
        fields = []
