from django.utils.translation import gettext_lazy as _

from cooperation.core.tables import MANY, NUMBER, WHOLE, YES_OR_NO, Column, in_words, public_key, public_keys
from cooperation.news.tables import EvidencedTable

from .choices import CodeScheme
from .filters import LocalityFilter
from .lineage import Lineage
from .models import Locality


class LocalityTable(EvidencedTable):
    """Localities with their codes and their point, and what those that ended became."""

    name = "localities"
    list_route = "localities:list"
    model = Locality
    filterset_class = LocalityFilter
    dated = "since"
    has_points = True

    def __init__(self, *args):
        super().__init__(*args)
        self.lineage = Lineage()

    def records(self):
        found = super().records().select_related("parent").with_agreements_signed()
        return found.prefetch_related("codes", "successions__successor")

    def columns(self):
        return [
            *self.basics(),
            *self.texts("name"),
            self.field("country"),
            in_words("country", self.heading_of("country"), lambda locality: locality.country_name),
            self.field("tier"),
            in_words("tier", self.heading_of("tier"), lambda locality: str(locality.level)),
            Column("parent", self.heading_of("parent"), lambda locality: public_key(locality.parent)),
            *map(code_column, CodeScheme),
            self.field("since"),
            self.field("until"),
            Column("has_ended", _("has ended"), lambda locality: locality.has_ended(self.day), YES_OR_NO),
            Column("successors", _("successors"), successors, MANY),
            Column("now", _("what it is now"), self.now, MANY),
            self.field("website"),
            self.field("latitude", NUMBER),
            self.field("longitude", NUMBER),
            self.field("population", WHOLE),
            self.field("population_year", WHOLE),
            *self.evidence_columns(),
        ]

    def now(self, locality):
        """Keys of the units that an ended one is on the day."""
        if not locality.has_ended(self.day):
            return []
        return [row.successor.key for row in self.lineage.now(locality.pk, self.day)]


def successors(locality):
    return public_keys(row.successor for row in locality.successions.all())


def code_column(scheme):
    """The codes that the unit has in one scheme, those of today first."""

    def codes(locality):
        rows = [row for row in locality.codes.all() if row.scheme == scheme]
        return [row.value for row in sorted(rows, key=lambda row: (bool(row.until), row.since))]

    return Column(scheme.value, scheme.label, codes, MANY)
