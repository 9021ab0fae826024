"""Where the dots of localities stand: at their points, or beside them where another dot stands already."""

from collections import defaultdict
from itertools import product

from .geography import SheetPoint

#: Steps from a spot to the places around it, the nearest first, in parts of the gap between two dots.
STEPS = sorted(
    [(x / 2, y / 2) for x in range(-8, 9) for y in range(-8, 9)], key=lambda step: (step[0] ** 2 + step[1] ** 2, step)
)


class MapMarker:
    """A locality on the sheet, with the number of its ties. `label` is None where its name would cover another."""

    label = None
    is_former = False
    links = 0

    def __init__(self, locality, point):
        self.locality, self.point = locality, point


class OccupancyGrid:
    """The spots on which dots stand, by squares as wide as the gap that is left between two."""

    def __init__(self, gap):
        self.gap, self.squares = gap, defaultdict(list)

    def take(self, point):
        """The nearest free place to a spot, now taken; the spot itself where all around is full."""
        around = (SheetPoint(point.x + round(x * self.gap), point.y + round(y * self.gap)) for x, y in STEPS)
        there = next(filter(self.is_free, around), point)
        self.squares[there.x // self.gap, there.y // self.gap].append(there)
        return there

    def is_free(self, point):
        column, row = point.x // self.gap, point.y // self.gap
        beside = product(range(column - 1, column + 2), range(row - 1, row + 2))
        near = [each for square in beside for each in self.squares.get(square, [])]
        return all((point.x - each.x) ** 2 + (point.y - each.y) ** 2 >= self.gap**2 for each in near)


def placed(sheet, localities, gap):
    """({id: dot}, {id: locality that lies on no sheet}), each locality once, in their order."""
    markers, left_out, taken = {}, {}, OccupancyGrid(gap)
    for locality in {each.pk: each for each in localities}.values():
        point = point_of(locality, sheet)
        if point:
            markers[locality.pk] = MapMarker(locality, taken.take(point))
        else:
            left_out[locality.pk] = locality
    return markers, left_out


def point_of(locality, sheet):
    if locality.latitude is None:
        return None
    return sheet.point(locality.country, float(locality.longitude), float(locality.latitude))
