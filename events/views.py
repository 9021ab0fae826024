from functools import cache
from itertools import groupby

from cooperation.core.localized_text import translations
from cooperation.core.views import RecordDetail, RecordList
from cooperation.news.disputes import disputes
from cooperation.news.evidence import evidence_for, evidence_of
from cooperation.news.facts import KEY
from localities.choices import country_name
from localities.lineage import Lineage
from localities.models import Locality

from .filters import ConferenceFilter
from .models import Conference


class ConferenceList(RecordList):
    model = Conference
    filterset_class = ConferenceFilter

    def get_queryset(self):
        return super().get_queryset().with_card_relations()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["evidence_by_key"] = evidence_of("conference", [each.key for each in context["object_list"]])
        return context


class ConferenceDetail(RecordDetail):
    """A conference with the agreements signed there, which are followed by their reverse name."""

    model = Conference

    def get_queryset(self):
        return (
            super()
            .get_queryset()
            .select_related("place")
            .prefetch_related("sessions__theme", "commitments__theme", "speakers__locality")
        )

    def get_context_data(self, **kwargs):
        context, conference = super().get_context_data(**kwargs), self.object
        evidence = evidence_for(conference)
        agreements = list(conference.agreements.public().with_card_relations().newest_first())
        around = Conference.objects.public().with_card_relations()
        previous = around.filter(number__lt=conference.number).order_by("-number").first()
        return context | {
            "evidence": evidence,
            "disputes": disputes(evidence, conference, words_of(evidence)),
            "conference_themes": [
                localized for localized in translations(conference, "conference_theme").items() if localized[1]
            ],
            "commitments": by_theme(conference.commitments.all()),
            "participants": conference.participants.public().by_name(),
            "documents": conference.documents.public(),
            "agreements": agreements,
            "agreement_evidence": evidence_of("agreement", [each.key for each in agreements]),
            "lineage": Lineage(),
            "places": [conference.place] if conference.place_id and conference.place.is_public else [],
            "previous": previous,
            "promised": by_theme(previous.commitments.select_related("theme")) if previous else [],
            "next": around.filter(number__gt=conference.number).order_by("number").first(),
        }


def by_theme(commitments):
    """[(theme or None, its commitments)], in the order of the statement."""
    ordered = sorted(commitments, key=lambda each: (each.theme_id is None, each.theme_id or 0, each.order))
    groups = [(theme, list(some)) for theme, some in groupby(ordered, key=lambda each: each.theme)]
    return sorted(groups, key=lambda group: group[1][0].order)


def words_of(evidence):
    """How keys and countries among the claimed values are told to the reader."""

    @cache
    def names():
        keys = {claim.value for claim in evidence.claims if evidence.value_type_of(claim) == KEY}
        return {locality.key: str(locality) for locality in Locality.objects.public().filter(key__in=keys)}

    def words(fact, value):
        if fact == "country":
            return country_name(value)
        return names().get(str(getattr(value, "key", value)), str(value))

    return words
