from collections import defaultdict

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cooperation.core.filters import (
    AsOfDateFilter,
    Facet,
    FacetedFilterSet,
    FlagFilter,
    RelatedFacet,
    SearchFilter,
    YearFacet,
    YearRangeFilter,
    choice_labels,
)
from cooperation.core.languages import labels_by_code
from cooperation.core.ordering import by_name, newest, oldest
from cooperation.core.records import RecordQuerySet
from cooperation.library.goals import goal_names
from cooperation.library.models import Theme
from cooperation.news.filters import with_differing_reports
from events.models import Conference
from localities.filters import LocalityFacet, build_party_level_facet, country_names
from localities.lineage import Lineage
from localities.models import Locality

from .choices import AgreementKind, AgreementStatus, PartnershipKind
from .models import Agreement, AgreementParty, Partnership


def theme_names(values):
    return {theme.key: str(theme) for theme in Theme.objects.public().filter(key__in=values).by_name()}


def conference_names(values):
    conferences = Conference.objects.public().filter(key__in=values).newest_first()
    return {conference.key: str(conference) for conference in conferences}


class PartyFacet(LocalityFacet):
    """Localities as parties: an agreement counts for its parties and for their successors by the list's date."""

    def filter(self, records, value):
        if not value:
            return records
        locality = Locality.objects.public().filter(key=value).first()
        if locality is None:
            return records.none()
        return records.of(Lineage().with_predecessors_on(locality.pk, self.parent.as_of.day))

    def counts(self, records):
        counts, lineage, day = super().counts(records), Lineage(), self.parent.as_of.day
        locality_ids = set(lineage.before) | set(lineage.after)
        rows = AgreementParty.objects.filter(agreement__in=records.order_by().values("pk"), locality__in=locality_ids)
        agreement_ids = defaultdict(set)
        for agreement_id, locality_id in rows.values_list("agreement_id", "locality_id"):
            agreement_ids[locality_id].add(agreement_id)
        for locality_id, successions in lineage.before.items():
            own_and_inherited = set().union(
                *(agreement_ids[pk] for pk in lineage.with_predecessors_on(locality_id, day))
            )
            if own_and_inherited:
                counts[successions[0].successor.key] = len(own_and_inherited)
        return counts


public = RecordQuerySet.public_condition


def with_a_text(agreements):
    """Agreements with a public text held by the secretariat."""
    with_public_text = Agreement.objects.filter(public("texts__document__"))
    return agreements.filter(pk__in=with_public_text.values("pk"))


class StatusFacet(Facet):
    """The status on the page's date. Records are annotated with it only where the facet needs it."""

    def filter(self, records, value):
        return super().filter(self.with_status(records), value) if value else records

    def counts(self, records):
        return super().counts(self.with_status(records))

    def with_status(self, records):
        if self.expression in records.query.annotations:
            return records
        return records.with_status(self.parent.as_of.day)


class AgreementFilter(FacetedFilterSet):
    q = SearchFilter()
    locality = PartyFacet(label=_("locality"), expression="parties__locality__key")
    status = StatusFacet(
        label=pgettext_lazy("an agreement", "status"), expression="status", get_labels=choice_labels(AgreementStatus)
    )
    theme = RelatedFacet(
        label=_("topic"),
        expression="themes__key",
        get_labels=theme_names,
        visible=public("themes__"),
    )
    year = YearFacet("signed_on")
    kind = Facet(
        label=pgettext_lazy("an agreement", "type"), expression="kind", get_labels=choice_labels(AgreementKind)
    )
    conference = Facet(label=_("conference"), expression="conference__key", get_labels=conference_names)
    level = build_party_level_facet("parties__locality__")
    country = RelatedFacet(
        label=_("country"),
        expression="parties__locality__country",
        get_labels=country_names,
        visible=public("parties__locality__"),
    )
    goal = RelatedFacet(
        label=_("Sustainable Development Goal"),
        expression="themes__goals__goal",
        get_labels=goal_names,
        visible=public("themes__"),
    )
    language = RelatedFacet(
        label=_("language of the text"),
        expression="texts__document__language",
        get_labels=labels_by_code,
        visible=public("texts__document__"),
    )
    since = YearRangeFilter("signed_on", "since")
    until = YearRangeFilter("signed_on", "until")
    differ = FlagFilter(label=_("only records on which reports differ"), apply=with_differing_reports)
    text = FlagFilter(label=_("only agreements whose text is available"), apply=with_a_text)
    on = AsOfDateFilter()

    class Meta:
        model = Agreement
        fields = []

    @classmethod
    def orders(cls):
        return [newest("signed_on"), oldest("signed_on"), by_name(Agreement)]


class PartnershipFilter(FacetedFilterSet):
    q = SearchFilter()
    locality = LocalityFacet(label=_("locality"), expression="parties__key")
    country = RelatedFacet(
        label=_("country"), expression="parties__country", get_labels=country_names, visible=public("parties__")
    )
    level = build_party_level_facet("parties__")
    kind = Facet(
        label=pgettext_lazy("a partnership", "type"), expression="kind", get_labels=choice_labels(PartnershipKind)
    )
    since = YearRangeFilter("since", "since")
    until = YearRangeFilter("since", "until")
    differ = FlagFilter(label=_("only records on which reports differ"), apply=with_differing_reports)
    on = AsOfDateFilter()

    class Meta:
        model = Partnership
        fields = []

    @classmethod
    def orders(cls):
        return [newest("since"), oldest("since"), by_name(Partnership)]
