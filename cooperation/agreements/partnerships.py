"""Partnerships: the long-term cooperation of localities, under which agreements are signed."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from cooperation.core.languages import LANGUAGE_CODES
from cooperation.core.localized_text import localized, translations
from cooperation.core.partial_dates import PartialDateField
from cooperation.core.records import RECORD_PERMISSIONS, Record, RecordQuerySet
from cooperation.core.search import name_sort_key
from cooperation.library.models import Photo
from localities.as_of import names_on
from localities.models import Locality

from .choices import PartnershipKind
from .parties import order_by_own_side, party_blockers


class PartnershipQuerySet(RecordQuerySet):
    def with_card_relations(self, cutoff=None):
        return self.prefetch_related(Locality.prefetch("parties", cutoff))

    def name_order(self, cutoff):
        renamed = self.model.objects.filter(parties__in=names_on(cutoff).values("locality")) if cutoff else self.none()
        return name_sort_key(self.model, renamed.distinct().with_card_relations(cutoff))

    def as_of(self, day):
        """Partnerships begun by a date; if the beginning is not known, those whose parties all existed by then."""
        return self.filter(since__lte=day.isoformat()).exclude(parties__since__gt=day.isoformat())

    def between(self, *localities):
        """Partnerships to which all of these localities are parties."""
        partnerships = self
        for locality in localities:
            partnerships = partnerships.filter(parties=locality)
        return partnerships


class Partnership(Record):
    parties = models.ManyToManyField(Locality, verbose_name=_("parties"), related_name="partnerships")
    since = PartialDateField(pgettext_lazy("a partnership", "start date"))
    kind = models.CharField(
        pgettext_lazy("a partnership", "type"),
        max_length=20,
        choices=PartnershipKind,
        default=PartnershipKind.COOPERATION,
    )
    description = models.TextField(pgettext_lazy("of a record", "description"), blank=True)
    photos = models.ManyToManyField(Photo, verbose_name=_("photos"), related_name="partnerships", blank=True)

    objects = PartnershipQuerySet.as_manager()
    search_dependency_paths = ["parties"]

    class Meta:
        default_permissions = RECORD_PERMISSIONS
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        ordering = ["key"]

    def __str__(self):
        """Its parties, the reader's own side first."""
        return " – ".join(map(str, self.parties_shown())) or self.key

    def get_absolute_url(self):
        return reverse("agreements:partnership-detail", args=[self.key])

    def first_dates(self):
        return [(pgettext("a partnership", "start date"), self.since)]

    def parties_shown(self):
        """Public parties, the reader's own side first."""
        return order_by_own_side([party for party in self.parties.all() if party.is_public])

    def publication_blockers(self):
        if self.parties.count() < 2:
            return [_("Enter at least two parties.")]
        return party_blockers(self.parties.all())

    @classmethod
    def with_search_relations(cls, records):
        return records.prefetch_related("parties__names", "parties__successions__successor")

    def search_names(self):
        """The names of its parties joined to one title, in each language."""
        parties = [party for party in self.parties.all() if party.is_public]
        return [" – ".join(localized(party, "name", code).text for party in parties) for code in LANGUAGE_CODES]

    def search_texts(self):
        """Includes all names of its parties and of their successors."""
        parties = [party for party in self.parties.all() if party.is_public]
        successors = [row.successor for party in parties for row in party.successions.all() if row.successor.is_public]
        names = [name for party in parties for name in party.search_names()]
        later_names = [name for successor in successors for name in translations(successor, "name").values()]
        return [*super().search_texts(), *names, *later_names]

    def sort_date(self):
        return self.since
