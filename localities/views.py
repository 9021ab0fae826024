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
        return super().get_queryset().by_name()

    def get_context_data(self, **kwargs):
        context, lineage = super().get_context_data(**kwargs), Lineage()
        day = context["today"]
        context["rows"] = [
            (locality, lineage.now(locality.pk, day) if locality.has_ended(day) else [])
            for locality in context["object_list"]
        ]
        return context


class LocalityDetail(RecordDetail):
    """A locality with its own and its inherited agreements; these are followed by their reverse names."""

    model = Locality

    def get_queryset(self):
        return super().get_queryset().select_related("parent").prefetch_related("names", "codes", "tiers")

    def get_context_data(self, **kwargs):
        context, lineage = super().get_context_data(**kwargs), Lineage()
        locality = self.object
        own = signed_agreements(locality, {locality.pk})
        inherited = signed_agreements(locality, lineage.family(locality.pk) - {locality.pk})
        inherited = [agreement for agreement in inherited if agreement not in own]
        around = signed_agreements(locality, lineage.territories(locality, context["today"]))
        agreements = [*own, *inherited, *around]
        return context | {
            "evidence": evidence_for(locality),
            "has_ended": locality.has_ended(context["today"]),
            "now": lineage.now(locality.pk, context["today"]) if locality.until else [],
            "within": lineage.within(locality.pk, context["today"]) if locality.until else [],
            "before": both_public(lineage.steps_before(locality.pk)),
            "after": both_public(lineage.steps_after(locality.pk)),
            "own": own,
            "inherited": inherited,
            "of_territory": around,
            "lineage": lineage,
            "agreement_evidence": evidence_of("agreement", [agreement.key for agreement in agreements]),
            "partnerships": ties_of(locality, lineage.family(locality.pk)),
            "conferences": locality.conferences.public().for_cards().newest_first(),
            "news": NewsItem.objects.public().about("locality", locality.key).newest_first(),
        }


def ties_of(locality, locality_ids):
    """Public partnerships of any of these localities."""
    ties = locality.partnerships.model.objects.public()
    return ties.filter(parties__in=locality_ids).distinct().for_cards()


def signed_agreements(locality, locality_ids):
    """Public agreements that any of these localities signed, newest first, with what their cards show."""
    signed = locality.signatures.model.objects.filter(locality__in=locality_ids)
    signed = signed.filter(RecordQuerySet.public_condition("agreement__"))
    signed = signed.select_related("agreement").prefetch_related(
        "agreement__signatures__locality", "agreement__milestones", "agreement__followers"
    )
    agreements = {row.agreement_id: row.agreement for row in signed}
    return sorted(agreements.values(), key=lambda agreement: (agreement.signed_on, agreement.key), reverse=True)
