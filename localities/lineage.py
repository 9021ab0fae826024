"""Follows localities through mergers, splits and renamings, in either direction and over any chain."""

from collections import defaultdict

from cooperation.core.partial_dates import first_day
from cooperation.core.version_cache import cached_by_version

from .models import Succession


class Lineage:
    """All successions, read once: ask it for as many localities as a page shows."""

    def __init__(self):
        self.after, self.before = successions()

    def successions_from(self, locality_id):
        """The successions that lead on from a locality, nearest first; each once."""
        return traverse(self.after, locality_id, "successor_id")

    def successions_to(self, locality_id):
        return traverse(self.before, locality_id, "predecessor_id")

    def now(self, locality_id, day):
        """The successions that lead to what a locality is on a day: public units that stand then."""
        rows = self.successions_from(locality_id)
        return [row for row in rows if row.successor.is_public and not row.successor.has_ended(day)]

    def last(self, locality_id):
        """The successions to the last units that it became, whether these stand or have ended too."""
        rows = self.successions_from(locality_id)
        return [row for row in rows if row.successor.is_public and not self.after.get(row.successor_id)]

    def within(self, locality_id, day):
        """Where its territory lies, if the units that it became have all ended: the units around these."""
        around = [row.successor.parent for row in self.last(locality_id) if row.successor.parent_id]
        standing = {each.pk: each for each in around if each.is_public and not each.has_ended(day)}
        return [] if self.now(locality_id, day) else list(standing.values())

    def territories(self, locality, day):
        """The ids of ended units without any successor today, whose territory lies within this locality."""
        return {key for key in self.after if locality in self.within(key, day)}

    def with_predecessors(self, locality_id):
        """The ids of a locality and of all units before it: whose agreements it has, own or inherited."""
        return {locality_id, *(row.predecessor_id for row in self.successions_to(locality_id))}

    def with_predecessors_on(self, locality_id, day):
        """Its family as far as the successions had taken effect on a day."""
        before = {row.predecessor_id for row in self.successions_to(locality_id) if first_day(row.effective_on) <= day}
        return {locality_id, *before}


@cached_by_version
def successions():
    """({predecessor: its successions}, {successor: its successions}), in the order of their days."""
    after, before = defaultdict(list), defaultdict(list)
    rows = Succession.objects.select_related("predecessor", "successor__parent")
    for row in rows.order_by("effective_on", "pk"):
        after[row.predecessor_id].append(row)
        before[row.successor_id].append(row)
    return dict(after), dict(before)


def both_public(rows):
    """Successions whose two ends the public may read of."""
    return [row for row in rows if row.predecessor.is_public and row.successor.is_public]


def traverse(rows_of, start, far_end):
    found, seen, waiting = [], {start}, [start]
    while waiting:
        for row in rows_of.get(waiting.pop(0), []):
            there = getattr(row, far_end)
            if there not in seen:
                seen.add(there)
                found.append(row)
                waiting.append(there)
    return found


def creates_cycle(predecessor_id, successor_id):
    """Whether this succession, added to those that stand, would lead back to where it starts."""
    return predecessor_id in {row.successor_id for row in Lineage().successions_from(successor_id)}
