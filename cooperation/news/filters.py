from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from cooperation.core.filters import AsOfDateFilter, Facet, FacetedFilterSet, SearchFilter, YearFacet, YearRangeFilter
from cooperation.core.languages import labels_by_code
from cooperation.core.ordering import by_name, newest, oldest
from cooperation.kinds import CLAIMS, kinds_with
from cooperation.library.organisations import get_organisation_labels

from .evidence import disputed_keys
from .models import Claim, NewsItem


def get_kind_labels(values):
    return {kind.name: kind.plural_label for kind in kinds_with(CLAIMS) if kind.name in values}


class AboutFacet(Facet):
    """The kinds of record on which a report makes a public claim."""

    def filter(self, records, value):
        if not value:
            return records
        return records.filter(pk__in=Claim.objects.public().filter(subject_kind=value).values("news_item"))

    def counts(self, records):
        claims = Claim.objects.public().filter(news_item__in=records.order_by().values("pk")).exclude(subject_kind="")
        return dict(claims.order_by().values_list("subject_kind").annotate(Count("news_item", distinct=True)))


def with_differing_reports(records):
    """Those of `records` (of any one model) on which public reports differ."""
    return records.filter(key__in=disputed_keys(records.model.record_kind()))


class NewsFilter(FacetedFilterSet):
    q = SearchFilter()
    about = AboutFacet(label=_("records mentioned"), expression="claims__subject_kind", get_labels=get_kind_labels)
    publisher = Facet(label=_("publisher"), expression="publisher__key", get_labels=get_organisation_labels)
    language = Facet(label=_("language of the original"), expression="original_language", get_labels=labels_by_code)
    year = YearFacet("appeared_on")
    since = YearRangeFilter("appeared_on", "since")
    until = YearRangeFilter("appeared_on", "until")
    on = AsOfDateFilter()

    class Meta:
        model = NewsItem
        fields = []

    @classmethod
    def orders(cls):
        return [newest("appeared_on"), oldest("appeared_on"), by_name(NewsItem)]
