from itertools import groupby

from cooperation.core.localized_text import translations
from cooperation.core.views import RecordDetail, RecordList
from cooperation.news.disputes import disputes
from cooperation.news.evidence import get_evidence, get_evidence_by_key
from cooperation.news.reported import list_reported_facts
from localities.lineage import Lineage
from localities.models import Locality

from .claim_labels import claim_label_lookup
from .filters import ConferenceFilter
from .models import Conference


class ConferenceList(RecordList):
    model = Conference
    filterset_class = ConferenceFilter

    def get_queryset(self):
        return super().get_queryset().with_card_relations(self.cutoff)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["evidence_by_key"] = get_evidence_by_key(
            "conference", [conference.key for conference in context["object_list"]]
        )
        return context


class ConferenceDetail(RecordDetail):
    """A conference with the agreements signed there, through the reverse relation."""

    model = Conference

    def get_queryset(self):
        conferences = super().get_queryset().with_card_relations(self.cutoff)
        return conferences.prefetch_related(
            "sessions__theme",
            "commitments__theme",
            Locality.prefetch("speakers__locality", self.cutoff),
            "speakers__organisation",
            Locality.prefetch("hosts", self.cutoff),
            "partners",
        )

    def get_context_data(self, **kwargs):
        context, conference = super().get_context_data(**kwargs), self.object
        evidence = get_evidence(conference)
        get_label = claim_label_lookup(evidence, self.cutoff)
        agreements = conference.agreements.public_as_of(self.cutoff).newest_first()
        agreements = list(agreements.with_card_relations(self.cutoff))
        conferences = Conference.objects.public_as_of(self.cutoff)
        previous = conferences.filter(number__lt=conference.number).order_by("-number").first()
        return context | {
            "evidence": evidence,
            "disputes": disputes(evidence, conference, get_label),
            "reported_facts": list_reported_facts(evidence, get_label),
            "complete_list_sources": evidence.find_source_numbers("signings_complete"),
            "conference_themes": [
                (code, text) for code, text in translations(conference, "conference_theme").items() if text
            ],
            "commitments": group_by_theme(conference.commitments.all()),
            "participants": conference.participants.public().dated(self.cutoff).by_name(self.cutoff),
            "hosts": [locality for locality in conference.hosts.all() if locality.is_public],
            "documents": conference.documents.public(),
            "agreements": agreements,
            "agreement_evidence": get_evidence_by_key("agreement", [agreement.key for agreement in agreements]),
            "lineage": Lineage(self.cutoff),
            "places": [conference.place] if conference.place_id and conference.place.is_public else [],
            "previous": previous,
            "promised": group_by_theme(previous.commitments.select_related("theme")) if previous else [],
            "next": conferences.filter(number__gt=conference.number).order_by("number").first(),
        }


def group_by_theme(commitments):
    """[(theme or None, its commitments)], in the order of the statement."""
    rows = sorted(commitments, key=lambda row: (row.theme_id is None, row.theme_id or 0, row.order))
    groups = [(theme, list(group)) for theme, group in groupby(rows, key=lambda row: row.theme)]
    return sorted(groups, key=lambda group: group[1][0].order)
