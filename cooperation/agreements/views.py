from cooperation.core.views import RecordDetail, RecordList
from cooperation.news.disputes import disputes
from cooperation.news.evidence import get_evidence, get_evidence_by_key
from cooperation.news.reported import list_reported_facts
from localities.lineage import Lineage
from localities.models import Locality

from .cards import prefetch_for_cards
from .choices import MilestoneKind
from .claim_labels import claim_label_lookup
from .filters import AgreementFilter, PartnershipFilter
from .inferences import infer_signing_date
from .models import Agreement, Partnership
from .terms import end_by_rule, end_of_term, milestones_until
from .timeline import partnership_timeline, timeline


class AgreementList(RecordList):
    model = Agreement
    filterset_class = AgreementFilter

    def get_context_data(self, **kwargs):
        context = super().get_context_data(lineage=Lineage(self.cutoff), **kwargs)
        prefetch_for_cards(context["object_list"], self.as_of)
        context["evidence_by_key"] = get_evidence_by_key(
            "agreement", [agreement.key for agreement in context["object_list"]]
        )
        return context


class AgreementDetail(RecordDetail):
    model = Agreement

    def get_queryset(self):
        agreements = super().get_queryset().select_related("partnership", "conference", "earlier_agreement")
        return agreements.prefetch_related(
            Locality.prefetch("conference__place", self.cutoff),
            Locality.prefetch("parties__locality", self.cutoff),
            "parties__locality__levels",
            "parties__organisation",
            "milestones",
            "later_agreements__milestones",
            "texts__document",
            "themes",
            Locality.prefetch("partnership__parties", self.cutoff),
            "partnership__agreements__milestones",
        )

    def get_context_data(self, **kwargs):
        context, agreement = super().get_context_data(**kwargs), self.object
        evidence, lineage = get_evidence(agreement), Lineage(self.cutoff)
        get_label = claim_label_lookup(evidence, self.cutoff)
        parties = agreement.parties_on(lineage, self.day)
        conference = agreement.conference if agreement.conference and agreement.conference.is_public else None
        return context | {
            "evidence": evidence,
            "disputes": disputes(evidence, agreement, get_label),
            "reported_facts": list_reported_facts(evidence, get_label),
            "parties": parties,
            "places": [party.locality for party in parties if party.locality],
            "timeline": timeline(agreement, parties, self.cutoff),
            "signing_inference": infer_signing_date(agreement, evidence),
            "signers_known": any(row.signed_by for row in agreement.parties.all()),
            "status": agreement.status_as_of(self.as_of),
            "new_end": get_new_end(agreement, self.cutoff),
            "entries_into_force": [
                row for row in milestones_until(agreement, self.cutoff) if row.kind == MilestoneKind.ENTERED_INTO_FORCE
            ],
            "conference": conference,
            "conference_differs": bool(conference) and "dates" in get_evidence(conference).get_disputed_questions(),
            "themes": [theme for theme in agreement.themes.all() if theme.is_public],
            "texts": [text for text in agreement.texts.all() if text.document.is_public],
            "later_agreements": self.filter_known(agreement.later_agreements.all()),
            "related": self.get_related_agreements(),
        }

    def get_related_agreements(self):
        """Other public agreements of the same partnership, newest first."""
        if not self.object.partnership_id:
            return []
        known = self.filter_known(self.object.partnership.agreements.all())
        others = [row for row in known if row.pk != self.object.pk]
        return sorted(others, key=lambda row: (row.signed_on, row.key), reverse=True)

    def filter_known(self, agreements):
        """The public ones that were known on the page's date."""
        return [row for row in agreements if row.is_public and row.is_known_by(self.cutoff)]


def get_new_end(agreement, cutoff):
    """The partial date to which extensions and amendments have moved the end of the term; empty if none has."""
    milestones = milestones_until(agreement, cutoff)
    end = end_of_term(agreement, cutoff)
    return end if end != end_by_rule(agreement, milestones) else ""


class PartnershipList(RecordList):
    model = Partnership
    filterset_class = PartnershipFilter

    def get_queryset(self):
        return super().get_queryset().with_card_relations(self.cutoff)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["evidence_by_key"] = get_evidence_by_key(
            "partnership", [partnership.key for partnership in context["object_list"]]
        )
        return context


class PartnershipDetail(RecordDetail):
    model = Partnership

    def get_queryset(self):
        return super().get_queryset().with_card_relations(self.cutoff)

    def get_context_data(self, **kwargs):
        context, partnership = super().get_context_data(lineage=Lineage(self.cutoff), **kwargs), self.object
        evidence = get_evidence(partnership)
        get_label = claim_label_lookup(evidence, self.cutoff)
        agreements = partnership.agreements.public_as_of(self.cutoff).newest_first()
        agreements = list(agreements.with_card_relations(self.cutoff))
        return context | {
            "evidence": evidence,
            "disputes": disputes(evidence, partnership, get_label),
            "reported_facts": list_reported_facts(evidence, get_label),
            "ended_parties": [
                (party, context["lineage"].relations(party, self.day))
                for party in partnership.parties_shown()
                if party.has_ended(self.day)
            ],
            "timeline": partnership_timeline(partnership, context["lineage"], self.day),
            "agreements": agreements,
            "agreement_evidence": get_evidence_by_key("agreement", [agreement.key for agreement in agreements]),
        }
