from django.utils.translation import gettext_lazy as _

from cooperation.core.collation import in_order
from cooperation.core.filters import Facet, FacetedFilterSet, Words, YearFacet
from cooperation.core.languages import reading_language
from cooperation.core.templatetags.register import language_name

from .models import NewsItem


def publishers(values):
    return {value: value for value in in_order(values, reading_language())}


def languages(values):
    return {code: language_name(code) for code in ["vi", "fr", "en"] if code in values}


class NewsFilter(FacetedFilterSet):
    q = Words()
    publisher = Facet(label=_("publisher"), counted="publisher", names=publishers)
    language = Facet(label=_("language of the original"), counted="original_language", names=languages)
    year = YearFacet("appeared_on")

    class Meta:
        model = NewsItem
        fields = []
