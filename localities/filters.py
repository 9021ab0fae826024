from django.utils.translation import gettext_lazy as _

from cooperation.core.filters import Facet, FacetedFilterSet, Words, choice_names

from .choices import Tier, country_name, is_country
from .models import Locality


def countries(values):
    return {code: country_name(code) for code in sorted(values, key=country_name) if is_country(code)}


def locality_names(values):
    """{key: name} of public localities, as the reader's language writes and sorts them."""
    return {locality.key: str(locality) for locality in Locality.objects.public().filter(key__in=values).by_name()}


class LocalityFilter(FacetedFilterSet):
    q = Words()
    country = Facet(label=_("country"), counted="country", names=countries)
    tier = Facet(label=_("level"), counted="tier", names=choice_names(Tier))

    class Meta:
        model = Locality
        fields = []
