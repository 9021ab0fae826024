from django.utils.translation import gettext_lazy as _

from cooperation.core.tables import ARRAY, NUMBER, INTEGER, BOOLEAN, Column, label_column, public_key, public_keys
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
            *self.common_columns(),
            *self.texts("name"),
            self.field("country"),
            label_column("country", self.heading_of("country"), lambda locality: locality.country_name),
            self.field("administrative_level"),
            label_column(
                "administrative_level",
                self.heading_of("administrative_level"),
                lambda locality: str(locality.level_label),
            ),
            Column("parent", self.heading_of("parent"), lambda locality: public_key(locality.parent)),
            *map(code_column, CodeScheme),
            self.field("since"),
            self.field("until"),
            Column("has_ended", _("has ended"), lambda locality: locality.has_ended(self.day), BOOLEAN),
            Column("successors", _("successors"), successors, ARRAY),
            Column("now", _("what it is now"), self.now, ARRAY),
            self.field("website"),
            self.field("latitude", NUMBER),
            self.field("longitude", NUMBER),
            self.field("population", INTEGER),
            self.field("population_year", INTEGER),
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

    return Column(scheme.value, scheme.label, codes, ARRAY)
