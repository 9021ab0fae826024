from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from cooperation.core.tables import (
    ARRAY,
    BOOLEAN,
    INTEGER,
    NUMBER,
    Column,
    Dataset,
    label_column,
    public_key,
    public_keys,
)
from cooperation.news.tables import EvidencedTable

from .choices import CodeScheme, PartyRelation
from .filters import LocalityFilter
from .lineage import Lineage
from .models import Locality


class LocalityTable(EvidencedTable):
    """Localities with their codes, coordinates, successors and, for those that ended, the current localities."""

    model = Locality
    filterset_class = LocalityFilter
    date_field = "since"
    dataset = Dataset(
        _("Localities of Viet Nam and France that cooperate"),
        _(
            "Provinces, cities, regions, departments and communes with their names in three languages, "
            "official codes, coordinates, and successors."
        ),
        [_("localities"), _("official codes"), _("mergers of provinces")],
    )
    has_points = True

    def __init__(self, *args):
        super().__init__(*args)
        self.lineage = Lineage(self.as_of.cutoff)

    def records(self):
        localities = super().records().select_related("parent").with_agreements_signed(self.as_of.cutoff)
        return localities.prefetch_related("codes", "successions__successor")

    def columns(self):
        return [
            *self.common_columns(),
            *self.texts("name"),
            self.field("country"),
            label_column("country", self.heading_of("country"), lambda locality: locality.country_name),
            Column("administrative_level", self.heading_of("administrative_level"), attrgetter("level.value")),
            label_column(
                "administrative_level",
                self.heading_of("administrative_level"),
                lambda locality: str(locality.level_label),
            ),
            Column("parent", self.heading_of("parent"), lambda locality: public_key(locality.parent)),
            *map(build_code_column, CodeScheme),
            self.field("since"),
            self.field("until"),
            Column("has_ended", _("former"), lambda locality: locality.has_ended(self.day), BOOLEAN),
            Column("successors", _("successors"), get_successor_keys, ARRAY),
            Column("now", _("itself, or its successors on this date"), self.get_current_keys, ARRAY),
            Column("responsible", _("responsible by law for its agreements"), self.get_responsible_keys, ARRAY),
            self.field("website"),
            self.field("latitude", NUMBER),
            self.field("longitude", NUMBER),
            self.field("population", INTEGER),
            self.field("population_year", INTEGER),
            *self.evidence_columns(),
        ]

    def get_current_keys(self, locality):
        """Keys of the localities that each is on the table's date: itself while it exists."""
        if not locality.has_ended(self.day):
            return [locality.key]
        return [row.successor.key for row in self.lineage.now(locality.pk, self.day)]

    def get_responsible_keys(self, locality):
        relations = self.lineage.relations(locality, self.day)
        return [relation.locality.key for relation in relations if relation.kind == PartyRelation.RESPONSIBLE]


def get_successor_keys(locality):
    return public_keys(row.successor for row in locality.successions.all())


def build_code_column(scheme):
    """A column with the codes of a locality in one scheme, current ones first."""

    def get_codes(locality):
        rows = [row for row in locality.codes.all() if row.scheme == scheme]
        return [row.value for row in sorted(rows, key=lambda row: (bool(row.until), row.since))]

    return Column(scheme.value, scheme.label, get_codes, ARRAY)
