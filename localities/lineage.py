"""Localities through mergers, splits and renamings, over chains of any length: their successors and predecessors, and
what each is to a party of an agreement on a date.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Q

from cooperation.core.partial_dates import first_day
from cooperation.core.version_cache import cached_by_version

from .choices import PartyRelation, SuccessionKind
from .models import AgreementSuccession, Locality, Succession

#: Who answers for what a party signed: itself, its successors, and whom the law makes responsible.
ANSWERING = (PartyRelation.SAME, PartyRelation.SUCCEEDED, PartyRelation.RESPONSIBLE)


class Relation(NamedTuple):
    """What a locality of a date is to a party as signed; `row` is the step that made it so, None for the same one."""

    kind: PartyRelation
    locality: Locality
    row: Succession | AgreementSuccession | None = None

    @property
    def is_confirmed(self) -> bool:
        return getattr(self.row, "is_confirmed", True)

    @property
    def is_doubtful(self) -> bool:
        return not self.is_confirmed


class Graph(NamedTuple):
    """Successions by the ids of predecessors and successors, takeovers of agreements by predecessor.

    `former` are all localities with an end, `parents` the localities around them and around those in a succession.
    """

    after: dict[int, list[Succession]]
    before: dict[int, list[Succession]]
    takeovers: dict[int, list[AgreementSuccession]]
    former: list[Locality]
    parents: dict[int, Locality]


class Lineage:
    """The graph of all successions, loaded once: create one per page and use it for all its localities.

    Localities have their names and levels of the cutoff (`dates.AsOf`), if there is one.
    """

    def __init__(self, cutoff: dt.date | None = None) -> None:
        self.after, self.before, self.takeovers, self.former, self.parents = load_graph(cutoff)
        self._parties_on = {}

    def successions_from(self, locality_id: int) -> list[Succession]:
        """The successions that follow from a locality, directly or over others, nearest first; no duplicates."""
        return traverse(self.after, locality_id, "successor_id")

    def successions_to(self, locality_id: int) -> list[Succession]:
        """The successions that led to a locality, directly or over others, nearest first; no duplicates."""
        return traverse(self.before, locality_id, "predecessor_id")

    def now(self, locality_id: int, day: dt.date) -> list[Succession]:
        """The successions whose successors are what a locality is on a date: public and not ended."""
        rows = self.successions_from(locality_id)
        return [row for row in rows if row.successor.is_public and not row.successor.has_ended(day)]

    def relations(self, locality: Locality, day: dt.date) -> list[Relation]:
        """What the localities of a date are to one that is a party; empty if that is not known.

        The locality itself while it exists, then its successors. Where a unit was divided, its parts have its
        territory, and the law may say who is responsible for its agreements. Only public localities are named.
        """
        if not locality.has_ended(day):
            return [Relation(PartyRelation.SAME, locality)]
        relations, ended = self.follow(locality, day)
        for ended_id in [locality.pk, *ended]:
            for row in self.takeovers.get(ended_id, []):
                if is_in_effect(row, day):
                    relations.setdefault(row.successor_id, Relation(PartyRelation.RESPONSIBLE, row.successor, row))
        answering = [relation for relation in relations.values() if relation.kind != PartyRelation.TERRITORY]
        territory = [relation for relation in relations.values() if relation.kind == PartyRelation.TERRITORY]
        return answering or territory or self.find_territory([locality.pk, *ended], day)

    def follow(self, locality: Locality, day: dt.date) -> tuple[dict[int, Relation], list[int]]:
        """({id: relation of a successor that exists}, ids of the successors that have ended), nearest first."""
        relations, ended, queue = {}, [], [(locality.pk, PartyRelation.SUCCEEDED)]
        while queue:
            locality_id, kind = queue.pop(0)
            for row in self.after.get(locality_id, []):
                if not is_effective(row, day) or row.successor_id in [locality.pk, *relations, *ended]:
                    continue
                kind_of_row = PartyRelation.TERRITORY if row.kind == SuccessionKind.SPLIT else kind
                if row.successor.has_ended(day):
                    ended.append(row.successor_id)
                    queue.append((row.successor_id, kind_of_row))
                elif row.successor.is_public:
                    relations[row.successor_id] = Relation(kind_of_row, row.successor, row)
        return relations, ended

    def find_territory(self, locality_ids: list[int], day: dt.date) -> list[Relation]:
        """The localities around the last ones of a line that has ended."""
        parents = {self.parents[pk].pk: self.parents[pk] for pk in locality_ids if pk in self.parents}
        return [
            Relation(PartyRelation.TERRITORY, parent)
            for parent in parents.values()
            if parent.is_public and not parent.has_ended(day)
        ]

    def parties_of(self, locality_id: int, day: dt.date, kinds=ANSWERING) -> set[int]:
        """The ids of the localities to which one has such a relation on a date, its own among them."""
        if day not in self._parties_on:
            self._parties_on[day] = [
                (relation, former.pk) for former in self.former for relation in self.relations(former, day)
            ]
        return {locality_id} | {
            former_id
            for relation, former_id in self._parties_on[day]
            if relation.locality.pk == locality_id and relation.kind in kinds
        }


def is_effective(row: Succession | AgreementSuccession, day: dt.date) -> bool:
    return first_day(row.effective_on) <= day


def is_in_effect(row: AgreementSuccession, day: dt.date) -> bool:
    return is_effective(row, day) and row.successor.is_public and not row.successor.has_ended(day)


@cached_by_version
def load_graph(cutoff: dt.date | None) -> Graph:
    rows = Succession.objects.order_by("effective_on", "pk")
    takeovers = AgreementSuccession.objects.order_by("effective_on", "pk")
    is_in_graph = Q(until__gt="")
    for successions in (rows, takeovers):
        is_in_graph |= Q(pk__in=successions.values("predecessor")) | Q(pk__in=successions.values("successor"))
    localities = Locality.objects.dated(cutoff).filter(is_in_graph)
    by_id = {locality.pk: locality for locality in localities.prefetch_related(Locality.prefetch("parent", cutoff))}
    graph = Graph(defaultdict(list), defaultdict(list), defaultdict(list), [], {})
    for row in [*rows, *takeovers]:
        row.predecessor, row.successor = by_id[row.predecessor_id], by_id[row.successor_id]
        if isinstance(row, AgreementSuccession):
            graph.takeovers[row.predecessor_id].append(row)
        else:
            graph.after[row.predecessor_id].append(row)
            graph.before[row.successor_id].append(row)
    graph.former.extend(locality for locality in by_id.values() if locality.until)
    graph.parents.update({pk: locality.parent for pk, locality in by_id.items() if locality.parent_id})
    return graph


def filter_public_successions(rows: Iterable[Succession]) -> list[Succession]:
    """The successions whose predecessor and successor are both public."""
    return [row for row in rows if row.predecessor.is_public and row.successor.is_public]


def traverse(rows_by_id: dict[int, list[Succession]], start_id: int, next_id_field: str) -> list[Succession]:
    """Breadth-first traversal of the successions from a locality; each locality is reached once."""
    rows, seen, queue = [], {start_id}, [start_id]
    while queue:
        for row in rows_by_id.get(queue.pop(0), []):
            next_id = getattr(row, next_id_field)
            if next_id not in seen:
                seen.add(next_id)
                rows.append(row)
                queue.append(next_id)
    return rows


def creates_cycle(predecessor_id: int, successor_id: int) -> bool:
    """Whether a succession between these two would close a cycle with the recorded ones."""
    return predecessor_id in {row.successor_id for row in Lineage().successions_from(successor_id)}
