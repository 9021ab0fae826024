"""Localities through mergers, splits and renamings: their successors and predecessors, over chains of any length."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from cooperation.core.partial_dates import first_day
from cooperation.core.version_cache import cached_by_version

from .models import Locality, Succession


class Lineage:
    """The graph of all successions, loaded once: create one per page and use it for all its localities.

    Localities have their names and levels of the cutoff (`dates.AsOf`), if there is one.
    """

    def __init__(self, cutoff: dt.date | None = None) -> None:
        self.after, self.before = load_successions(cutoff)

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

    def final_successions(self, locality_id: int) -> list[Succession]:
        """The successions to public localities that have no successor themselves, ended or not."""
        rows = self.successions_from(locality_id)
        return [row for row in rows if row.successor.is_public and not self.after.get(row.successor_id)]

    def within(self, locality_id: int, day: dt.date) -> list[Locality]:
        """Where the territory of a locality lies if all its successors have ended: the parents of the last ones."""
        rows = self.final_successions(locality_id)
        parents = [row.successor.parent for row in rows if row.successor.parent_id]
        current = {parent.pk: parent for parent in parents if parent.is_public and not parent.has_ended(day)}
        return [] if self.now(locality_id, day) else list(current.values())

    def territories(self, locality: Locality, day: dt.date) -> set[int]:
        """The ids of former localities without a current successor whose territory lies within this locality."""
        return {locality_id for locality_id in self.after if locality in self.within(locality_id, day)}

    def with_predecessors(self, locality_id: int) -> set[int]:
        """The ids of a locality and of all its predecessors: the parties to its own and its inherited agreements."""
        return {locality_id, *(row.predecessor_id for row in self.successions_to(locality_id))}

    def with_predecessors_on(self, locality_id: int, day: dt.date) -> set[int]:
        """Like `with_predecessors`, for the successions that had taken effect by a date."""
        before = {row.predecessor_id for row in self.successions_to(locality_id) if first_day(row.effective_on) <= day}
        return {locality_id, *before}


@cached_by_version
def load_successions(cutoff: dt.date | None) -> tuple[dict[int, list[Succession]], dict[int, list[Succession]]]:
    """({predecessor id: its successions}, {successor id: its successions}), ordered by date."""
    after, before = defaultdict(list), defaultdict(list)
    rows = Succession.objects.order_by("effective_on", "pk")
    is_in_lineage = Q(pk__in=rows.values("predecessor")) | Q(pk__in=rows.values("successor"))
    localities = Locality.objects.dated(cutoff).filter(is_in_lineage)
    by_id = {locality.pk: locality for locality in localities.prefetch_related(Locality.prefetch("parent", cutoff))}
    for row in rows:
        row.predecessor, row.successor = by_id[row.predecessor_id], by_id[row.successor_id]
        after[row.predecessor_id].append(row)
        before[row.successor_id].append(row)
    return dict(after), dict(before)


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
