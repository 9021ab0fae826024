"""Links on a day: pairs of localities of different countries, with their agreements and partnerships."""

from itertools import combinations

from cooperation.agreements.models import Agreement, Partnership
from cooperation.agreements.parties import order_by_own_side
from cooperation.core.folding import fold
from localities.lineage import ANSWERING, Lineage
from localities.models import Locality


class Link:
    """Two localities, the reader's own side first, as they are on `day`; agreements newest first."""

    def __init__(self, pair, day):
        self.localities = order_by_own_side(pair)
        self.former = [locality for locality in self.localities if locality.has_ended(day)]
        self.agreements, self.partnerships = [], []

    def __str__(self):
        return " – ".join(map(str, self.localities))


def build_links(as_of, agreements=None, *, with_partnerships=True):
    """The links of a date, sorted by name; only those of `agreements` unless it is None.

    Without `with_partnerships`, partnerships are added to links with an agreement, and make no links of their own.
    """
    cutoff, day, lineage = as_of.cutoff, as_of.day, Lineage(as_of.cutoff)
    agreements = Agreement.objects.public_as_of(cutoff) if agreements is None else agreements
    agreements = agreements.newest_first().prefetch_related(
        Locality.prefetch("parties__locality", cutoff), "parties__organisation"
    )
    parties_of_agreements = [
        (agreement, [party.locality for party in agreement.parties.all() if party.locality_id])
        for agreement in agreements
    ]
    partnerships = Partnership.objects.public_as_of(cutoff).order_by("key").with_card_relations(cutoff)
    links = {}
    for agreement, parties in parties_of_agreements:
        for link in get_links_between(parties, links, lineage, day, create=True):
            link.agreements.append(agreement)
    for partnership in partnerships:
        for link in get_links_between(partnership.parties.all(), links, lineage, day, create=with_partnerships):
            link.partnerships.append(partnership)
    return sorted(links.values(), key=lambda link: [fold(str(locality)) for locality in link.localities])


def get_links_between(parties, links, lineage, day, *, create):
    """The links between these parties, each once, from `links`; missing ones are added to it if `create`."""
    public = [locality for locality in parties if locality.is_public]
    current_by_id = {
        current.pk: current for locality in public for current in get_answering_localities(locality, lineage, day)
    }
    links_between = []
    for pair in combinations(sorted(current_by_id.values(), key=lambda locality: locality.pk), 2):
        key = tuple(locality.pk for locality in pair)
        if pair[0].country != pair[1].country and (create or key in links):
            links_between.append(links.setdefault(key, Link(pair, day)))
    return links_between


def get_answering_localities(locality, lineage, day):
    """Who answers for a party on a date; itself as a former locality if that is not known."""
    relations = lineage.relations(locality, day)
    return [relation.locality for relation in relations if relation.kind in ANSWERING] or [locality]
