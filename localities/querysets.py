"""Queries of localities: as of a date, and with their agreements."""

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from cooperation.core.records import RecordQuerySet
from cooperation.core.search import name_sort_key

from .as_of import existence_on, level_on, name_on, names_on
from .choices import Existence


class LocalityQuerySet(RecordQuerySet):
    def in_country(self, code):
        return self.filter(country=code)

    def as_of(self, day):
        """Localities that existed on a date or had ended before it, as they were on it."""
        return self.dated(day).exclude(existence=Existence.NOT_YET)

    def dated(self, day):
        """All localities, annotated with what they were on a date: `name_then`, `level_then`, `existence`."""
        if day is None:
            return self
        return self.annotate(name_then=name_on(day), level_then=level_on(day), existence=existence_on(day))

    def name_order(self, cutoff):
        renamed = self.model.objects.filter(pk__in=names_on(cutoff).values("locality")) if cutoff else self.none()
        return name_sort_key(self.model, renamed.dated(cutoff))

    def with_agreements_signed(self, cutoff):
        """Annotated with `agreements_signed`, the number of agreements to which each is itself a party."""
        rows = self.party_rows(cutoff).filter(locality=OuterRef("pk")).order_by()
        count = rows.values("locality").annotate(count=Count("pk")).values("count")
        return self.annotate(agreements_signed=Coalesce(Subquery(count), 0))

    def party_rows(self, cutoff):
        """The rows of localities as parties to public agreements, as of a past date if there is one."""
        rows = self.model.agreement_parties.rel.related_model.objects.filter(locality__isnull=False)
        return rows.filter(agreement__in=self.agreements_as_of(cutoff).values("pk"))

    def agreements_as_of(self, cutoff):
        """All public agreements, as of a past date if there is one; their model is in a layer above this one."""
        rows = self.model.agreement_parties.rel.related_model
        return rows._meta.get_field("agreement").related_model.objects.public_as_of(cutoff)
