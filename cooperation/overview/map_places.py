"""The positions of markers: at the point of their locality, or beside it where another marker is too close."""

from collections import defaultdict
from itertools import product

from .geography import SheetPoint

#: Offsets from a point to the positions around it, nearest first, in units of the gap between two markers.
STEPS = sorted(
    [(x / 2, y / 2) for x in range(-8, 9) for y in range(-8, 9)], key=lambda step: (step[0] ** 2 + step[1] ** 2, step)
)


class MapMarker:
    """A locality on the sheet, with the number of its links. `label` is None if there is no room for it."""

    label = None
    is_former = False
    links = 0

    def __init__(self, locality, point):
        self.locality, self.point = locality, point

    @property
    def side(self):
        """The class of its country's markers."""
        return self.locality.country.lower()

    @property
    def css_class(self):
        """The same, with the class of former localities where it is one."""
        return f"{self.side} map__former" if self.is_former else self.side


class OccupancyGrid:
    """Spatial index of the positions taken by markers: a grid of squares as wide as the gap between two markers."""

    def __init__(self, gap):
        self.gap, self.squares = gap, defaultdict(list)

    def take(self, point):
        """Take the free position nearest to `point`, and return it; `point` itself if all around is taken."""
        positions = (SheetPoint(point.x + round(x * self.gap), point.y + round(y * self.gap)) for x, y in STEPS)
        position = next(filter(self.is_free, positions), point)
        self.squares[position.x // self.gap, position.y // self.gap].append(position)
        return position

    def is_free(self, point):
        column, row = point.x // self.gap, point.y // self.gap
        squares = product(range(column - 1, column + 2), range(row - 1, row + 2))
        neighbours = [position for square in squares for position in self.squares.get(square, [])]
        return all((point.x - other.x) ** 2 + (point.y - other.y) ** 2 >= self.gap**2 for other in neighbours)


def place_markers(sheet, localities, gap):
    """({id: MapMarker}, {id: locality that is not on the sheet}), each locality once, in their order."""
    markers, left_out, grid = {}, {}, OccupancyGrid(gap)
    for locality in {locality.pk: locality for locality in localities}.values():
        point = get_point(locality, sheet)
        if point:
            markers[locality.pk] = MapMarker(locality, grid.take(point))
        else:
            left_out[locality.pk] = locality
    return markers, left_out


def get_point(locality, sheet):
    if locality.latitude is None:
        return None
    return sheet.locate(locality.country, float(locality.longitude), float(locality.latitude))
