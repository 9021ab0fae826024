from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cooperation.core.tables import ARRAY, BOOLEAN, INTEGER, Column, Dataset, label_column, public_key, public_keys
from cooperation.news.tables import EvidencedTable
from localities.lineage import Lineage

from .filters import AgreementFilter, PartnershipFilter
from .inferences import infer_signing_date
from .models import Agreement, Partnership
from .status import REASON_RELATIONS
from .terms import end_of_term


class AgreementTable(EvidencedTable):
    """Agreements with their parties as signed and now, and their status on the table's date."""

    model = Agreement
    filterset_class = AgreementFilter
    date_field = "signed_on"
    dataset = Dataset(
        _("Agreements between localities of Viet Nam and France"),
        _(
            "Each agreement that localities of both countries have signed or announced: its parties at "
            "signature and today, date of signature, duration, status with the reason, and number of "
            "sources."
        ),
        [_("agreements"), _("twinning")],
    )

    def __init__(self, *args):
        super().__init__(*args)
        self.lineage = Lineage(self.as_of.cutoff)

    def records(self):
        agreements = super().records().with_status(self.day).with_card_relations(self.as_of.cutoff).newest_first()
        agreements = agreements.select_related("partnership", "conference", "earlier_agreement")
        return agreements.prefetch_related("themes", *REASON_RELATIONS)

    def prefetch(self, records):
        """Compute parties and status once per record, because several columns use them."""
        super().prefetch(records)
        self.parties = {record.pk: record.parties_on(self.lineage, self.day) for record in records}
        self.statuses = {record.pk: record.status_on(self.day) for record in records}

    def columns(self):
        return [
            *self.common_columns(),
            *self.texts("title"),
            *self.choice("kind"),
            Column(
                "status",
                pgettext_lazy("an agreement", "status"),
                lambda agreement: str(self.statuses[agreement.pk].status),
            ),
            label_column(
                "status",
                pgettext_lazy("an agreement", "status"),
                lambda agreement: str(self.statuses[agreement.pk].label),
            ),
            Column("status_reason", _("reason for the status"), lambda agreement: self.statuses[agreement.pk].reason),
            self.field("signed_on"),
            Column("signed_on_inference", _("from what the date of signature was inferred"), self.get_inference),
            self.field("is_signed_undated", BOOLEAN),
            *self.texts("signature_place"),
            Column("parties", _("identifiers of the parties at signature"), self.get_party_keys, ARRAY),
            Column("parties_as_signed", _("parties as signed"), self.get_party_names, ARRAY),
            Column(
                "parties_now",
                _("identifiers of the parties on this date"),
                self.get_current_party_keys,
                ARRAY,
            ),
            Column("relations", _("relation of each party to a locality on this date"), self.get_relations, ARRAY),
            Column("partnership", self.heading_of("partnership"), lambda agreement: public_key(agreement.partnership)),
            Column("conference", self.heading_of("conference"), lambda agreement: public_key(agreement.conference)),
            Column(
                "earlier_agreement",
                self.heading_of("earlier_agreement"),
                lambda agreement: public_key(agreement.earlier_agreement),
            ),
            Column("relation_type", self.heading_of("relation_type"), get_relation_type),
            Column("themes", self.heading_of("themes"), lambda agreement: public_keys(agreement.themes.all()), ARRAY),
            *self.choice("term_rule"),
            self.field("term_years", INTEGER),
            self.field("ends_on"),
            Column(
                "term_ends_on",
                _("end date on this date, with extensions"),
                lambda agreement: end_of_term(agreement, self.as_of.cutoff),
            ),
            self.field("notice_months", INTEGER),
            *self.texts("summary"),
            *self.evidence_columns(),
        ]

    def get_inference(self, agreement):
        return infer_signing_date(agreement, self.evidence[agreement.key])

    def get_party_keys(self, agreement):
        return [party.locality.key for party in self.parties[agreement.pk] if party.locality]

    def get_party_names(self, agreement):
        return [str(party) for party in self.parties[agreement.pk]]

    def get_relations(self, agreement):
        """`party>locality:relation` for each party, as signed and on the table's date."""
        return [
            f"{party.locality.key}>{relation.locality.key}:{relation.kind}"
            for party in self.parties[agreement.pk]
            if party.locality
            for relation in party.relations
        ]

    def get_current_party_keys(self, agreement):
        """Distinct keys of the localities that stand for the parties on the table's date, in whatever relation."""
        keys = []
        for party in self.parties[agreement.pk]:
            keys += [relation.locality.key for relation in party.relations]
        return list(dict.fromkeys(keys))


def get_relation_type(agreement):
    """Empty if the earlier agreement is not public."""
    return agreement.relation_type if public_key(agreement.earlier_agreement) else ""


class PartnershipTable(EvidencedTable):
    model = Partnership
    filterset_class = PartnershipFilter
    date_field = "since"
    dataset = Dataset(
        _("Partnerships between localities of Viet Nam and France"),
        _(
            "Long-term relationships between localities of both countries, with their start dates where "
            "known and their agreements."
        ),
        [_("partnerships"), _("twinning")],
    )

    def __init__(self, *args):
        super().__init__(*args)
        self.lineage = Lineage(self.as_of.cutoff)

    def records(self):
        partnerships = super().records().with_card_relations(self.as_of.cutoff).order_by("-since", "key")
        return partnerships.prefetch_related("agreements")

    def columns(self):
        return [
            *self.common_columns(),
            Column("parties", _("identifiers of the parties"), get_party_keys, ARRAY),
            Column("party_names", _("parties"), get_party_names, ARRAY),
            Column(
                "parties_now",
                _("identifiers of the parties on this date"),
                self.get_current_party_keys,
                ARRAY,
            ),
            *self.choice("kind"),
            self.field("since"),
            *self.texts("description"),
            Column("agreements", _("agreements"), get_agreement_keys, ARRAY),
            *self.evidence_columns(),
        ]

    def get_current_party_keys(self, partnership):
        """As for agreements."""
        relations = [
            relation for party in partnership.parties_shown() for relation in self.lineage.relations(party, self.day)
        ]
        return list(dict.fromkeys(relation.locality.key for relation in relations))


def get_party_keys(partnership):
    return [party.key for party in partnership.parties_shown()]


def get_party_names(partnership):
    return [str(party) for party in partnership.parties_shown()]


def get_agreement_keys(partnership):
    return public_keys(partnership.agreements.all())
