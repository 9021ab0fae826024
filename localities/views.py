from cooperation.core.collation import sort_names
from cooperation.core.languages import current_language
from cooperation.core.partial_dates import first_day
from cooperation.core.views import RecordDetail, RecordList
from cooperation.news.evidence import get_evidence, get_evidence_by_key
from cooperation.news.models import NewsItem

from .filters import LocalityFilter
from .lineage import Lineage, filter_public_successions
from .models import Locality


class LocalityList(RecordList):
    model = Locality
    filterset_class = LocalityFilter

    def get_queryset(self):
        return super().get_queryset().with_agreements_signed(self.cutoff)

    def get_context_data(self, **kwargs):
        context, lineage = super().get_context_data(**kwargs), Lineage(self.cutoff)
        context["rows"] = [
            (locality, lineage.now(locality.pk, self.day) if locality.has_ended(self.day) else [])
            for locality in context["object_list"]
        ]
        return context


class LocalityDetail(RecordDetail):
    """A locality with its own agreements and those of its predecessors, through reverse relations."""

    model = Locality

    def get_queryset(self):
        localities = super().get_queryset().dated(self.cutoff)
        return localities.prefetch_related(Locality.prefetch("parent", self.cutoff), "names", "codes", "levels")

    def get_context_data(self, **kwargs):
        context, lineage, day = super().get_context_data(**kwargs), Lineage(self.cutoff), self.day
        locality = self.object
        locality_ids = lineage.with_predecessors_on(locality.pk, day)
        own = self.get_agreements({locality.pk})
        inherited = [row for row in self.get_agreements(locality_ids - {locality.pk}) if row not in own]
        of_territory = self.get_agreements(lineage.territories(locality, day))
        agreements = [*own, *inherited, *of_territory]
        return context | {
            "evidence": get_evidence(locality),
            "places": [locality],
            "has_ended": locality.has_ended(day),
            "now": lineage.now(locality.pk, day) if locality.until else [],
            "within": lineage.within(locality.pk, day) if locality.until else [],
            "before": self.filter_by_date(filter_public_successions(lineage.successions_to(locality.pk))),
            "after": self.filter_by_date(filter_public_successions(lineage.successions_from(locality.pk))),
            "own": own,
            "inherited": inherited,
            "of_territory": of_territory,
            "themes": get_public_themes([*own, *inherited]),
            "lineage": lineage,
            "agreement_evidence": get_evidence_by_key("agreement", [agreement.key for agreement in agreements]),
            "partnerships": self.get_partnerships(locality_ids),
            "conferences": locality.conferences.public_as_of(self.cutoff).newest_first(),
            "hosted": locality.conferences_held.public_as_of(self.cutoff).newest_first(),
            "news": NewsItem.objects.public_as_of(self.cutoff).about("locality", locality.key).newest_first(),
        }

    def filter_by_date(self, rows):
        """Successions that had taken effect by the page's date, if it is past; otherwise all of them."""
        return [row for row in rows if not self.cutoff or first_day(row.effective_on) <= self.cutoff]

    def get_agreements(self, locality_ids):
        """Public agreements to which any of these localities is a party, newest first, with card relations."""
        agreements = Locality.objects.agreements_as_of(self.cutoff)
        agreements = agreements.of(locality_ids).with_card_relations(self.cutoff)
        return list(agreements.prefetch_related("themes").newest_first())

    def get_partnerships(self, locality_ids):
        """Public partnerships of any of these localities."""
        partnerships = self.object.partnerships.model.objects.public_as_of(self.cutoff)
        return partnerships.filter(parties__in=locality_ids).distinct().with_card_relations(self.cutoff)


def get_public_themes(agreements):
    """The distinct public themes of these agreements, in the reader's order."""
    themes = {theme for agreement in agreements for theme in agreement.themes.all() if theme.is_public}
    return sort_names(themes, current_language())
