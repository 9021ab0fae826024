from cooperation.core.collation import sort_names
from cooperation.core.languages import current_language
from cooperation.core.partial_dates import first_day
from cooperation.core.views import RecordDetail, RecordList
from cooperation.news.evidence import get_evidence, get_evidence_by_key
from cooperation.news.models import NewsItem

from .choices import PartyRelation
from .filters import LocalityFilter
from .lineage import ANSWERING, Lineage, filter_public_successions
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
        groups = self.group_agreements(lineage)
        agreements = [agreement for rows in groups.values() for agreement in rows]
        party_ids = lineage.parties_of(locality.pk, day)
        return context | {
            "evidence": get_evidence(locality),
            "places": [locality],
            "has_ended": locality.has_ended(day),
            "relations": lineage.relations(locality, day) if locality.has_ended(day) else [],
            "before": self.filter_by_date(filter_public_successions(lineage.successions_to(locality.pk))),
            "after": self.filter_by_date(filter_public_successions(lineage.successions_from(locality.pk))),
            "own": groups[PartyRelation.SAME],
            "inherited": groups[PartyRelation.SUCCEEDED],
            "by_law": groups[PartyRelation.RESPONSIBLE],
            "of_territory": groups[PartyRelation.TERRITORY],
            "legal_bases": get_legal_bases(lineage, locality, day),
            "signed_ids": {row.locality_id for agreement in agreements for row in agreement.parties.all()},
            "themes": get_public_themes(agreements),
            "lineage": lineage,
            "agreement_evidence": get_evidence_by_key("agreement", [agreement.key for agreement in agreements]),
            "partnerships": self.get_partnerships(party_ids),
            "conferences": locality.conferences.public_as_of(self.cutoff).newest_first(),
            "hosted": locality.conferences_held.public_as_of(self.cutoff).newest_first(),
            "news": NewsItem.objects.public_as_of(self.cutoff).about("locality", locality.key).newest_first(),
        }

    def group_agreements(self, lineage):
        """{relation: agreements of the parties to which this locality has it}, each agreement once."""
        groups, seen = {}, set()
        for kind in [*ANSWERING, PartyRelation.TERRITORY]:
            party_ids = lineage.parties_of(self.object.pk, self.day, [kind]) - {self.object.pk}
            rows = self.get_agreements({self.object.pk} if kind == PartyRelation.SAME else party_ids)
            groups[kind] = [row for row in rows if row.pk not in seen]
            seen |= {row.pk for row in rows}
        return groups

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


def get_legal_bases(lineage, locality, day):
    """The provisions by which a locality is responsible for the agreements of others on a date, each once."""
    return [
        relation.row
        for former in lineage.former
        for relation in lineage.relations(former, day)
        if relation.locality.pk == locality.pk and relation.kind == PartyRelation.RESPONSIBLE
    ]


def get_public_themes(agreements):
    """The distinct public themes of these agreements, in the reader's order."""
    themes = {theme for agreement in agreements for theme in agreement.themes.all() if theme.is_public}
    return sort_names(themes, current_language())
