from collections import defaultdict

from django.utils.translation import gettext_lazy as _

from cooperation.core.days import reading_day
from cooperation.core.filters import (
    DayAsked,
    Facet,
    FacetedFilterSet,
    Parted,
    Tick,
    Words,
    YearBound,
    YearFacet,
    choice_names,
)
from cooperation.core.ordering import by_name, newest, oldest
from cooperation.core.records import RecordQuerySet
from cooperation.core.templatetags.register import languages_named
from cooperation.library.goals import goal_names
from cooperation.library.models import Theme
from cooperation.news.filters import on_which_reports_differ
from events.models import Conference
from localities.choices import Tier
from localities.filters import countries, locality_names
from localities.lineage import Lineage
from localities.models import Locality

from .choices import AgreementKind, PartnershipKind, State
from .models import Agreement, Partnership, Signature


def theme_names(values):
    return {theme.key: str(theme) for theme in Theme.objects.public().filter(key__in=values).by_name()}


def conference_names(values):
    found = Conference.objects.public().filter(key__in=values).newest_first()
    return {conference.key: str(conference) for conference in found}


class PartyFacet(Facet):
    """Localities as parties: an agreement counts for who signed it, and for every unit that inherits it."""

    def filter(self, records, value):
        if not value:
            return records
        locality = Locality.objects.public().filter(key=value).first()
        return records.of(Lineage().family(locality.pk)) if locality else records.none()

    def counts(self, records):
        counts, lineage = super().counts(records), Lineage()
        related = set(lineage.before) | set(lineage.after)
        rows = Signature.objects.filter(agreement__in=records.order_by().values("pk"), locality__in=related)
        signed = defaultdict(set)
        for agreement_id, locality_id in rows.values_list("agreement_id", "locality_id"):
            signed[locality_id].add(agreement_id)
        for locality_id, successions in lineage.before.items():
            family = lineage.family(locality_id)
            inherited = set().union(*(signed[member] for member in family))
            if inherited:
                counts[successions[0].successor.key] = len(inherited)
        return counts


public = RecordQuerySet.public_condition


def with_a_text(agreements):
    """Agreements of which the public may read a text that the secretariat holds."""
    held = Agreement.objects.filter(public("texts__document__"))
    return agreements.filter(pk__in=held.values("pk"))


class StateFacet(Facet):
    """What agreements are on the page's day, which is worked out only where it is asked for."""

    def filter(self, records, value):
        return super().filter(self.with_state(records), value) if value else records

    def counts(self, records):
        return super().counts(self.with_state(records))

    def with_state(self, records):
        if self.counted in records.query.annotations:
            return records
        return records.with_state(reading_day(self.parent.request))


class AgreementFilter(FacetedFilterSet):
    q = Words()
    locality = PartyFacet(label=_("locality"), counted="signatures__locality__key", names=locality_names)
    state = StateFacet(label=_("status"), counted="state", names=choice_names(State))
    theme = Parted(label=_("theme"), counted="themes__key", names=theme_names, among=public("themes__"))
    year = YearFacet("signed_on")
    kind = Facet(label=_("kind"), counted="kind", names=choice_names(AgreementKind))
    conference = Facet(label=_("conference"), counted="conference__key", names=conference_names)
    tier = Parted(
        label=_("level of a party"),
        counted="signatures__locality__tier",
        names=choice_names(Tier),
        among=public("signatures__locality__"),
    )
    country = Parted(
        label=_("country"),
        counted="signatures__locality__country",
        names=countries,
        among=public("signatures__locality__"),
    )
    goal = Parted(
        label=_("Sustainable Development Goal"),
        counted="themes__goals__goal",
        names=goal_names,
        among=public("themes__"),
    )
    language = Parted(
        label=_("language of the text"),
        counted="texts__document__language",
        names=languages_named,
        among=public("texts__document__"),
    )
    since = YearBound("signed_on", "since")
    until = YearBound("signed_on", "until")
    differ = Tick(label=_("only where reports differ"), narrow=on_which_reports_differ)
    text = Tick(label=_("only those whose text is held"), narrow=with_a_text)
    on = DayAsked()

    class Meta:
        model = Agreement
        fields = []

    @classmethod
    def orders(cls):
        return [newest("signed_on"), oldest("signed_on"), by_name(Agreement)]


class PartnershipFilter(FacetedFilterSet):
    q = Words()
    locality = Facet(label=_("locality"), counted="parties__key", names=locality_names)
    country = Parted(label=_("country"), counted="parties__country", names=countries, among=public("parties__"))
    tier = Parted(
        label=_("level of a party"), counted="parties__tier", names=choice_names(Tier), among=public("parties__")
    )
    kind = Facet(label=_("kind"), counted="kind", names=choice_names(PartnershipKind))
    since = YearBound("since", "since")
    until = YearBound("since", "until")
    differ = Tick(label=_("only where reports differ"), narrow=on_which_reports_differ)
    on = DayAsked()

    class Meta:
        model = Partnership
        fields = []

    @classmethod
    def orders(cls):
        return [newest("since"), oldest("since"), by_name(Partnership)]
