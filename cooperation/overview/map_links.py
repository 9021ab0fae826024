"""Who is tied to whom on a day: pairs of localities of two countries, with their agreements and partnerships."""

from itertools import combinations

from cooperation.agreements.models import Agreement, Partnership
from cooperation.agreements.parties import order_by_own_side
from cooperation.core.folding import fold


class Link:
    """Two localities, the reader's own side first, as they are on the day; agreements newest first."""

    def __init__(self, pair, day):
        self.localities = order_by_own_side(pair)
        self.former = [each for each in self.localities if each.has_ended(day)]
        self.agreements, self.partnerships = [], []

    def __str__(self):
        return " – ".join(map(str, self.localities))


def links_on(lineage, day, agreements=None, *, with_partnerships=True):
    """The public ties that had begun by the day, by name; `agreements` are those to look at, all where None."""
    acts = Agreement.objects.public() if agreements is None else agreements
    acts = begun_by(acts, "signed_on", day).newest_first().prefetch_related("parties__locality")
    signed = [(act, [row.locality for row in act.parties.all() if row.locality_id]) for act in acts]
    lasting = begun_by(Partnership.objects.public(), "since", day).order_by("key").prefetch_related("parties")
    found = {}
    for act, parties in signed:
        for link in links_between(found, parties, lineage, day, new=True):
            link.agreements.append(act)
    for partnership in lasting:
        for link in links_between(found, partnership.parties.all(), lineage, day, new=with_partnerships):
            link.partnerships.append(partnership)
    return sorted(found.values(), key=lambda link: [fold(str(each)) for each in link.localities])


def begun_by(records, field, day):
    """Those that a partial date dates by the day at the latest, and those without one."""
    return records.filter(**{f"{field}__lte": day.isoformat()})


def links_between(found, parties, lineage, day, *, new):
    """The ties between these parties, each once, among those `found` so far; others are added if `new`."""
    public = [locality for locality in parties if locality.is_public]
    standing = {each.pk: each for locality in public for each in what_it_is(locality, lineage, day)}
    links = []
    for pair in combinations(sorted(standing.values(), key=lambda each: each.pk), 2):
        key = tuple(each.pk for each in pair)
        if pair[0].country != pair[1].country and (new or key in found):
            links.append(found.setdefault(key, Link(pair, day)))
    return links


def what_it_is(locality, lineage, day):
    """The units that it is on a day: itself while it stands or where nothing that stands follows it."""
    if not locality.has_ended(day):
        return [locality]
    return [row.successor for row in lineage.now(locality.pk, day)] or [locality]
