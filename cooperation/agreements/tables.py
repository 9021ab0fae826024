from django.utils.translation import gettext_lazy as _

from cooperation.core.tables import MANY, WHOLE, Column, in_words, public_key, public_keys
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
        found = super().records().with_state(self.day).for_cards().newest_first()
        return found.select_related("partnership", "conference", "follows").prefetch_related("themes")

    def gather(self, records):
        """Parties and states are worked out once a record: several columns tell of them."""
        super().gather(records)
        self.parties = {record.pk: record.parties(self.lineage, self.day) for record in records}
        self.states = {record.pk: record.state_on(self.day) for record in records}

    def columns(self):
        return [
            *self.basics(),
            *self.texts("title"),
            *self.choice("kind"),
            Column("state", _("status"), lambda agreement: str(self.states[agreement.pk].state)),
            in_words("state", _("status"), lambda agreement: str(self.states[agreement.pk].label)),
            Column("state_reason", _("reason of the status"), lambda agreement: self.states[agreement.pk].reason),
            self.field("signed_on"),
            *self.texts("signed_at"),
            Column("parties", _("keys of the parties as signed"), self.party_keys, MANY),
            Column("parties_as_signed", _("parties as signed"), self.party_names, MANY),
            Column("parties_now", _("keys of the parties now"), self.parties_now, MANY),
            Column("partnership", self.heading_of("partnership"), lambda each: public_key(each.partnership)),
            Column("conference", self.heading_of("conference"), lambda each: public_key(each.conference)),
            Column("follows", self.heading_of("follows"), lambda each: public_key(each.follows)),
            Column("follows_as", self.heading_of("follows_as"), how_it_follows),
            Column("themes", self.heading_of("themes"), lambda each: public_keys(each.themes.all()), MANY),
            *self.choice("term_rule"),
            self.field("term_years", WHOLE),
            self.field("ends_on"),
            self.field("notice_months", WHOLE),
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


def how_it_follows(agreement):
    return agreement.follows_as if public_key(agreement.follows) else ""


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
        found = super().records().for_cards().order_by("-since", "key")
        return found.prefetch_related("agreements")

    def columns(self):
        return [
            *self.basics(),
            Column("parties", _("keys of the parties"), lambda tie: [party.key for party in tie.parties_shown()], MANY),
            Column("party_names", _("parties"), lambda tie: [str(party) for party in tie.parties_shown()], MANY),
            Column("parties_now", _("keys of the parties now"), self.parties_now, MANY),
            *self.choice("kind"),
            self.field("since"),
            *self.texts("presentation"),
            Column("agreements", _("agreements"), lambda tie: public_keys(tie.agreements.all()), MANY),
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
