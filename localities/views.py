from cooperation.core.collation import sort_names
from cooperation.core.languages import current_language
from cooperation.core.partial_dates import first_day
from cooperation.core.records import RecordQuerySet
from cooperation.core.views import RecordDetail, RecordList
from cooperation.news.evidence import evidence_for, evidence_of
from cooperation.news.models import NewsItem

from .filters import LocalityFilter
from .lineage import Lineage, both_public
from .models import Locality


class LocalityList(RecordList):
    model = Locality
    filterset_class = LocalityFilter

    def get_queryset(self):
        return super().get_queryset().with_agreements_signed()

    def get_context_data(self, **kwargs):
        context, lineage = super().get_context_data(**kwargs), Lineage()
        context["rows"] = [
            (locality, lineage.now(locality.pk, self.day) if locality.has_ended(self.day) else [])
            for locality in context["object_list"]
        ]
        return context


class LocalityDetail(RecordDetail):
    """A locality with its own and its inherited agreements; these are followed by their reverse names."""

    model = Locality

    def get_queryset(self):
        return super().get_queryset().select_related("parent").prefetch_related("names", "codes", "levels")

    def get_context_data(self, **kwargs):
        context, lineage, day = super().get_context_data(**kwargs), Lineage(), self.day
        locality, family = self.object, lineage.with_predecessors_on(self.object.pk, self.day)
        own = self.signed({locality.pk})
        inherited = [agreement for agreement in self.signed(family - {locality.pk}) if agreement not in own]
        around = self.signed(lineage.territories(locality, day))
        agreements = [*own, *inherited, *around]
        return context | {
            "evidence": evidence_for(locality),
            "places": [locality],
            "has_ended": locality.has_ended(day),
            "now": lineage.now(locality.pk, day) if locality.until else [],
            "within": lineage.within(locality.pk, day) if locality.until else [],
            "before": self.by_then(both_public(lineage.successions_to(locality.pk))),
            "after": self.by_then(both_public(lineage.successions_from(locality.pk))),
            "own": own,
            "inherited": inherited,
            "of_territory": around,
            "themes": themes_of([*own, *inherited]),
            "lineage": lineage,
            "agreement_evidence": evidence_of("agreement", [agreement.key for agreement in agreements]),
            "partnerships": ties_of(locality, family),
            "conferences": locality.conferences.public().with_card_relations().newest_first(),
            "hosted": locality.conferences_held.public().newest_first(),
            "news": NewsItem.objects.public().about("locality", locality.key).newest_first(),
        }

    def by_then(self, rows):
        """Successions that had taken effect on the day, where the page is about one in the past."""
        return [row for row in rows if not self.requested_date or first_day(row.effective_on) <= self.requested_date]

    def signed(self, locality_ids):
        agreements = signed_agreements(self.object, locality_ids)
        if not self.requested_date:
            return agreements
        return [each for each in agreements if each.signed_on and first_day(each.signed_on) <= self.requested_date]


def themes_of(agreements):
    """The public themes of these agreements, each once, in the reader's order."""
    themes = {theme for agreement in agreements for theme in agreement.themes.all() if theme.is_public}
    return sort_names(themes, current_language())


def ties_of(locality, locality_ids):
    """Public partnerships of any of these localities."""
    ties = locality.partnerships.model.objects.public()
    return ties.filter(parties__in=locality_ids).distinct().with_card_relations()


def signed_agreements(locality, locality_ids):
    """Public agreements that any of these localities signed, newest first, with what their cards show."""
    signed = locality.agreement_parties.model.objects.filter(locality__in=locality_ids)
    signed = signed.filter(RecordQuerySet.public_condition("agreement__"))
    signed = signed.select_related("agreement").prefetch_related(
        "agreement__parties__locality",
        "agreement__milestones",
        "agreement__later_agreements",
        "agreement__themes",
    )
    agreements = {row.agreement_id: row.agreement for row in signed}
    return sorted(agreements.values(), key=lambda agreement: (agreement.signed_on, agreement.key), reverse=True)
