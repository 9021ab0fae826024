from django.db.models import F, FilteredRelation, Q

from cooperation.core.records import RecordQuerySet

from .cards import card_relations
from .parts import AgreementParty, Milestone


class AgreementQuerySet(RecordQuerySet):
    def newest_first(self):
        return self.order_by("-signed_on", "key")

    def as_of(self, day):
        """Agreements that were signed or announced by a date."""
        announced = Milestone.objects.filter(on__lte=day.isoformat())
        return self.filter(
            Q(signed_on__gt="", signed_on__lte=day.isoformat()) | Q(pk__in=announced.values("agreement"))
        )

    def with_status(self, day):
        """Annotated with `status` on a date, from the stored periods."""
        contains_day = Q(status_periods__since__lte=day, status_periods__until__gte=day)
        period = FilteredRelation("status_periods", condition=contains_day)
        return self.annotate(period_on_day=period, status=F("period_on_day__status"))

    def with_card_relations(self, cutoff=None):
        return self.prefetch_related(*card_relations(cutoff))

    def of(self, locality_ids):
        """Agreements to which any of these localities is a party."""
        rows = AgreementParty.objects.filter(locality__in=locality_ids)
        return self.filter(pk__in=rows.values("agreement"))
