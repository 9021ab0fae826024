from collections import Counter

from django.utils.translation import gettext_lazy as _

from cooperation.core.filters import Facet, FacetedFilterSet, Words, choice_names
from cooperation.core.folding import fold

from .choices import Tier, country_name, is_country
from .models import Locality


def countries(values):
    return {code: country_name(code) for code in sorted(values, key=country_name) if is_country(code)}


def locality_names(values):
    """{key: name} of public localities, sorted without their accents; of two with one name each tells its level."""
    found = sorted(Locality.objects.public().filter(key__in=values), key=lambda locality: fold(str(locality)))
    names = Counter(map(str, found))
    return {each.key: str(each) if names[str(each)] == 1 else f"{each} ({each.level})" for each in found}


class LocalityFilter(FacetedFilterSet):
    q = Words()
    country = Facet(label=_("country"), counted="country", names=countries)
    tier = Facet(label=_("level"), counted="tier", names=choice_names(Tier))

    class Meta:
        model = Locality
        fields = []
