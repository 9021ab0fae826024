from django.utils.translation import gettext_lazy as _

from cooperation.core.tables import ARRAY, INTEGER, Column, label_column, public_key, public_keys
from cooperation.news.tables import EvidencedTable
from localities.lineage import Lineage

from .filters import AgreementFilter, PartnershipFilter
from .models import Agreement, Partnership


class AgreementTable(EvidencedTable):
    """Agreements with their parties as signed and now, and their state on the day."""

    name = "agreements"
    list_route = "agreements:list"
    model = Agreement
    filterset_class = AgreementFilter
    dated = "signed_on"

    def __init__(self, *args):
        super().__init__(*args)
        self.lineage = Lineage()

    def records(self):
        found = super().records().with_status(self.day).with_card_relations().newest_first()
        return found.select_related("partnership", "conference", "earlier_agreement").prefetch_related("themes")

    def prefetch(self, records):
        """Parties and states are worked out once a record: several columns tell of them."""
        super().prefetch(records)
        self.parties = {record.pk: record.parties_on(self.lineage, self.day) for record in records}
        self.statuses = {record.pk: record.status_on(self.day) for record in records}

    def columns(self):
        return [
            *self.common_columns(),
            *self.texts("title"),
            *self.choice("kind"),
            Column("status", _("status"), lambda agreement: str(self.statuses[agreement.pk].status)),
            label_column("status", _("status"), lambda agreement: str(self.statuses[agreement.pk].label)),
            Column("status_reason", _("reason of the status"), lambda agreement: self.statuses[agreement.pk].reason),
            self.field("signed_on"),
            *self.texts("signature_place"),
            Column("parties", _("keys of the parties as signed"), self.party_keys, ARRAY),
            Column("parties_as_signed", _("parties as signed"), self.party_names, ARRAY),
            Column("parties_now", _("keys of the parties now"), self.parties_now, ARRAY),
            Column("partnership", self.heading_of("partnership"), lambda each: public_key(each.partnership)),
            Column("conference", self.heading_of("conference"), lambda each: public_key(each.conference)),
            Column(
                "earlier_agreement",
                self.heading_of("earlier_agreement"),
                lambda each: public_key(each.earlier_agreement),
            ),
            Column("relation_type", self.heading_of("relation_type"), relation_of),
            Column("themes", self.heading_of("themes"), lambda each: public_keys(each.themes.all()), ARRAY),
            *self.choice("term_rule"),
            self.field("term_years", INTEGER),
            self.field("ends_on"),
            self.field("notice_months", INTEGER),
            *self.texts("summary"),
            *self.evidence_columns(),
        ]

    def party_keys(self, agreement):
        return [party.locality.key for party in self.parties[agreement.pk] if party.locality]

    def party_names(self, agreement):
        return [str(party) for party in self.parties[agreement.pk]]

    def parties_now(self, agreement):
        """Who they are on the day: what an ended party became, else the party itself; each once."""
        now = []
        for party in self.parties[agreement.pk]:
            if party.has_ended:
                now += [locality.key for locality in [*party.now, *party.within]]
            elif party.locality:
                now.append(party.locality.key)
        return list(dict.fromkeys(now))


def relation_of(agreement):
    return agreement.relation_type if public_key(agreement.earlier_agreement) else ""


class PartnershipTable(EvidencedTable):
    name = "partnerships"
    list_route = "agreements:partnership-list"
    model = Partnership
    filterset_class = PartnershipFilter
    dated = "since"

    def __init__(self, *args):
        super().__init__(*args)
        self.lineage = Lineage()

    def records(self):
        found = super().records().with_card_relations().order_by("-since", "key")
        return found.prefetch_related("agreements")

    def columns(self):
        return [
            *self.common_columns(),
            Column(
                "parties", _("keys of the parties"), lambda tie: [party.key for party in tie.parties_shown()], ARRAY
            ),
            Column("party_names", _("parties"), lambda tie: [str(party) for party in tie.parties_shown()], ARRAY),
            Column("parties_now", _("keys of the parties now"), self.parties_now, ARRAY),
            *self.choice("kind"),
            self.field("since"),
            *self.texts("description"),
            Column("agreements", _("agreements"), lambda tie: public_keys(tie.agreements.all()), ARRAY),
            *self.evidence_columns(),
        ]

    def parties_now(self, tie):
        now = []
        for party in tie.parties_shown():
            if not party.has_ended(self.day):
                now.append(party.key)
                continue
            steps = self.lineage.now(party.pk, self.day)
            now += [row.successor.key for row in steps] or [
                each.key for each in self.lineage.within(party.pk, self.day)
            ]
        return list(dict.fromkeys(now))
