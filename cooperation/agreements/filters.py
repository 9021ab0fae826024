from collections import defaultdict

from django.utils.translation import gettext_lazy as _

from cooperation.core.filters import Facet, FacetedFilterSet, Words, YearFacet, choice_names
from cooperation.library.models import Theme
from events.models import Conference
from localities.filters import locality_names
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


class AgreementFilter(FacetedFilterSet):
    q = Words()
    locality = PartyFacet(label=_("locality"), counted="signatures__locality__key", names=locality_names)
    theme = Facet(label=_("theme"), counted="themes__key", names=theme_names)
    conference = Facet(label=_("conference"), counted="conference__key", names=conference_names)
    state = Facet(label=_("status"), counted="state", names=choice_names(State))
    kind = Facet(label=_("kind"), counted="kind", names=choice_names(AgreementKind))
    year = YearFacet("signed_on")

    class Meta:
        model = Agreement
        fields = []


class PartnershipFilter(FacetedFilterSet):
    q = Words()
    locality = Facet(label=_("locality"), counted="parties__key", names=locality_names)
    kind = Facet(label=_("kind"), counted="kind", names=choice_names(PartnershipKind))

    class Meta:
        model = Partnership
        fields = []
