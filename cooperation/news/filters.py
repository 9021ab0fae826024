from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from cooperation.core.collation import in_order
from cooperation.core.filters import DayAsked, Facet, FacetedFilterSet, Words, YearBound, YearFacet
from cooperation.core.languages import reading_language
from cooperation.core.ordering import by_name, newest, oldest
from cooperation.core.templatetags.register import languages_named

from .evidence import disputed_keys
from .facts import KINDS_IN_WORDS
from .models import Claim, NewsItem


def publishers(values):
    return {value: value for value in in_order(values, reading_language())}


def kinds(values):
    return {kind: label for kind, label in KINDS_IN_WORDS.items() if kind in values}


class AboutFacet(Facet):
    """The kinds of record on which a report makes a claim that the public may read."""

    def filter(self, records, value):
        if not value:
            return records
        return records.filter(pk__in=Claim.objects.public().filter(subject_kind=value).values("news_item"))

    def counts(self, records):
        claims = Claim.objects.public().filter(news_item__in=records.order_by().values("pk")).exclude(subject_kind="")
        return dict(claims.order_by().values_list("subject_kind").annotate(Count("news_item", distinct=True)))


def on_which_reports_differ(records):
    """Records of any one model on which public reports answer a question differently."""
    return records.filter(key__in=disputed_keys(records.model.record_kind()))


class NewsFilter(FacetedFilterSet):
    q = Words()
    about = AboutFacet(label=_("what it speaks of"), counted="claims__subject_kind", names=kinds)
    publisher = Facet(label=_("publisher"), counted="publisher", names=publishers)
    language = Facet(label=_("language of the original"), counted="original_language", names=languages_named)
    year = YearFacet("appeared_on")
    since = YearBound("appeared_on", "since")
    until = YearBound("appeared_on", "until")
    on = DayAsked()

    class Meta:
        model = NewsItem
        fields = []

    @classmethod
    def orders(cls):
        return [newest("appeared_on"), oldest("appeared_on"), by_name(NewsItem)]
