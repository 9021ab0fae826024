from cooperation.core.views import RecordDetail, RecordList
from cooperation.news.disputes import disputes
from cooperation.news.evidence import get_evidence, get_evidence_by_key
from localities.lineage import Lineage

from .cards import prefetch_for_cards
from .claim_labels import claim_label_lookup
from .filters import AgreementFilter, PartnershipFilter
from .models import Agreement, Partnership
from .timeline import partnership_timeline, timeline


class AgreementList(RecordList):
    model = Agreement
    filterset_class = AgreementFilter

    def get_queryset(self):
        return super().get_queryset()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(lineage=Lineage(), **kwargs)
        prefetch_for_cards(context["object_list"], self.day)
        context["evidence_by_key"] = get_evidence_by_key(
            "agreement", [agreement.key for agreement in context["object_list"]]
        )
        return context


class AgreementDetail(RecordDetail):
    model = Agreement

    def get_queryset(self):
        agreements = super().get_queryset().select_related("partnership", "conference__place", "earlier_agreement")
        return agreements.prefetch_related(
            "parties__locality__levels",
            "milestones",
            "later_agreements",
            "texts__document",
            "themes",
            "partnership__parties",
            "partnership__agreements",
        )

    def get_context_data(self, **kwargs):
        context, agreement = super().get_context_data(**kwargs), self.object
        evidence, lineage, day = get_evidence(agreement), Lineage(), self.day
        parties = agreement.parties_on(lineage, day)
        conference = agreement.conference if agreement.conference and agreement.conference.is_public else None
        return context | {
            "evidence": evidence,
            "disputes": disputes(evidence, agreement, claim_label_lookup(evidence)),
            "parties": parties,
            "places": [party.locality for party in parties if party.locality],
            "timeline": timeline(agreement, parties),
            "signing_reported": bool(evidence.get_claims("signed_on")),
            "signers_known": any(row.signed_by for row in agreement.parties.all()),
            "status": agreement.status_on(day),
            "conference": conference,
            "conference_differs": bool(conference) and "dates" in get_evidence(conference).get_disputed_questions(),
            "themes": [theme for theme in agreement.themes.all() if theme.is_public],
            "texts": [text for text in agreement.texts.all() if text.document.is_public],
            "later_agreements": [later for later in agreement.later_agreements.all() if later.is_public],
            "related": get_related_agreements(agreement),
        }


def get_related_agreements(agreement):
    """Other public agreements of the same partnership, newest first."""
    if not agreement.partnership_id:
        return []
    others = [row for row in agreement.partnership.agreements.all() if row.is_public and row.pk != agreement.pk]
    return sorted(others, key=lambda row: (row.signed_on, row.key), reverse=True)


class PartnershipList(RecordList):
    model = Partnership
    filterset_class = PartnershipFilter

    def get_queryset(self):
        return super().get_queryset().with_card_relations()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["evidence_by_key"] = get_evidence_by_key(
            "partnership", [partnership.key for partnership in context["object_list"]]
        )
        return context


class PartnershipDetail(RecordDetail):
    model = Partnership

    def get_queryset(self):
        return super().get_queryset().with_card_relations()

    def get_context_data(self, **kwargs):
        context, partnership = super().get_context_data(lineage=Lineage(), **kwargs), self.object
        evidence = get_evidence(partnership)
        agreements = list(partnership.agreements.public().with_card_relations().newest_first())
        return context | {
            "evidence": evidence,
            "disputes": disputes(evidence, partnership, claim_label_lookup(evidence)),
            "timeline": partnership_timeline(partnership, context["lineage"], self.day),
            "agreements": agreements,
            "agreement_evidence": get_evidence_by_key("agreement", [agreement.key for agreement in agreements]),
        }
