"""What is drawn on a sheet: a dot for each locality, an arc for each tie."""

from collections import Counter

from .map_labels import Labels
from .map_places import placed

LIFT = 7  # an arc rises by one part in so many of its length
WIDEST = 5


class Arc:
    def __init__(self, tie, one, other):
        self.tie = tie
        self.start, self.end = sorted([one, other])

    @property
    def path(self):
        (x, y), (a, b) = self.start, self.end
        length = ((a - x) ** 2 + (b - y) ** 2) ** 0.5
        return f"M{x} {y}Q{(x + a) // 2} {round((y + b) / 2 - 2 * length / LIFT)} {a} {b}".replace(" -", "-")

    @property
    def width(self):
        return max(1, min(len(self.tie.agreements), WIDEST))


class Drawing:
    """Ties on a sheet; dots stand in the order in which the list of ties first names them."""

    def __init__(self, sheet, ties, gap, day):
        self.sheet, self.names = sheet, []
        self.dots, self.left_out = placed(sheet, [each for tie in ties for each in tie.localities], gap)
        self.arcs = [
            Arc(tie, *[self.dots[each.pk].spot for each in tie.localities])
            for tie in ties
            if all(each.pk in self.dots for each in tie.localities)
        ]
        numbers = Counter(each.pk for tie in ties for each in tie.localities)
        for dot in self.dots.values():
            dot.ties, dot.is_former = numbers[dot.locality.pk], dot.locality.has_ended(day)

    @property
    def has_former(self):
        return any(dot.is_former for dot in self.dots.values())

    def label(self, radius, sizes):
        """Gives names to the points of the outline, then to the dots with most ties first, as far as there is room."""
        labels = Labels(self.sheet, [dot.spot for dot in self.dots.values()], radius, sizes)
        self.names = [labels.place(name, spot) for name, spot in self.sheet.named_points]
        for dot in sorted(self.dots.values(), key=lambda dot: (dot.is_former, -dot.ties)):
            dot.label = labels.place(str(dot.locality), dot.spot)
