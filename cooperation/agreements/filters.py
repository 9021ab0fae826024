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
from localities.lineage import ANSWERING, Lineage
from localities.models import Locality

from .choices import AgreementKind, AgreementStatus, PartnershipKind
from .models import Agreement, AgreementParty, Partnership


def theme_names(values):
    return {theme.key: str(theme) for theme in Theme.objects.public().filter(key__in=values).by_name()}


def conference_names(values):
    conferences = Conference.objects.public().filter(key__in=values).newest_first()
    return {conference.key: str(conference) for conference in conferences}


class PartyFacet(LocalityFacet):
    """Localities as parties: a record counts for its parties and for those who answer for them on the list's date.

    `parties` is the model of the rows, each with a locality; `record` the name of their foreign key to the record.
    """

    def __init__(self, *, parties, record, **options):
        super().__init__(**options)
        self.parties, self.record = parties, record

    def filter(self, records, value):
        if not value:
            return records
        locality = Locality.objects.public().filter(key=value).first()
        if locality is None:
            return records.none()
        party_ids = Lineage().parties_of(locality.pk, self.parent.as_of.day)
        rows = self.parties.objects.filter(locality__in=party_ids)
        return records.filter(pk__in=rows.values(self.record))

    def counts(self, records):
        """Those of the parties as signed are counted by the database, those of their successors here."""
        counts, lineage, day = super().counts(records), Lineage(), self.parent.as_of.day
        former = [locality for locality in lineage.former if locality.has_ended(day)]
        answering = {
            relation.locality.pk: relation.locality
            for locality in former
            for relation in lineage.relations(locality, day)
            if relation.kind in ANSWERING
        }
        involved = {pk: lineage.parties_of(pk, day) for pk in answering}
        rows = self.parties.objects.filter(
            locality__in=set().union(*involved.values()), **{f"{self.record}__in": records.order_by().values("pk")}
        )
        record_ids = defaultdict(set)
        for record_id, locality_id in rows.values_list(f"{self.record}_id", "locality_id"):
            record_ids[locality_id].add(record_id)
        for pk, party_ids in involved.items():
            number = len(set().union(*(record_ids[party_id] for party_id in party_ids)))
            if number:
                counts[answering[pk].key] = number
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
    locality = PartyFacet(
        label=_("locality"), expression="parties__locality__key", parties=AgreementParty, record="agreement"
    )
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
    locality = PartyFacet(
        label=_("locality"), expression="parties__key", parties=Partnership.parties.through, record="partnership"
    )
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
