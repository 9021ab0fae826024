from collections import Counter

from django.utils.translation import gettext_lazy as _

from cooperation.core.collation import in_order
from cooperation.core.filters import Facet, FacetedFilterSet, Words, choice_names
from cooperation.core.languages import reading_language

from .choices import Tier, country_name, is_country
from .models import Locality


def countries(values):
    names = {country_name(code): code for code in values if is_country(code)}
    return {names[name]: name for name in in_order(names, reading_language())}


def locality_names(values):
    """{key: name} of public localities, in the reader's order; of two with one name each tells its level."""
    found = in_order(Locality.objects.public().filter(key__in=values), reading_language())
    names = Counter(map(str, found))
    return {each.key: str(each) if names[str(each)] == 1 else f"{each} ({each.level})" for each in found}


class LocalityFilter(FacetedFilterSet):
    q = Words()
    country = Facet(label=_("country"), counted="country", names=countries)
    tier = Facet(label=_("level"), counted="tier", names=choice_names(Tier))

    class Meta:
        model = Locality
        fields = []
