"""What is drawn on a sheet: a dot for each locality, an arc for each tie."""

from collections import Counter

from .map_labels import Labels
from .map_places import placed

LIFT = 7  # an arc rises by one part in so many of its length
WIDEST = 5


class Arc:
    def __init__(self, link, one, other):
        self.link = link
        self.start, self.end = sorted([one, other])

    @property
    def path(self):
        (x, y), (a, b) = self.start, self.end
        length = ((a - x) ** 2 + (b - y) ** 2) ** 0.5
        return f"M{x} {y}Q{(x + a) // 2} {round((y + b) / 2 - 2 * length / LIFT)} {a} {b}".replace(" -", "-")

    @property
    def width(self):
        return max(1, min(len(self.link.agreements), WIDEST))


class Drawing:
    """Ties on a sheet; dots stand in the order in which the list of ties first names them."""

    def __init__(self, sheet, links, gap, day):
        self.sheet, self.names = sheet, []
        self.markers, self.left_out = placed(sheet, [each for link in links for each in link.localities], gap)
        self.arcs = [
            Arc(link, *[self.markers[each.pk].point for each in link.localities])
            for link in links
            if all(each.pk in self.markers for each in link.localities)
        ]
        numbers = Counter(each.pk for link in links for each in link.localities)
        for marker in self.markers.values():
            marker.links, marker.is_former = numbers[marker.locality.pk], marker.locality.has_ended(day)

    @property
    def has_former(self):
        return any(marker.is_former for marker in self.markers.values())

    def label(self, radius, sizes):
        """Gives names to the points of the outline, then to the dots with most ties first, as far as there is room."""
        labels = Labels(self.sheet, [marker.point for marker in self.markers.values()], radius, sizes)
        self.names = [labels.place(name, point) for name, point in self.sheet.named_points]
        for marker in sorted(self.markers.values(), key=lambda marker: (marker.is_former, -marker.links)):
            marker.label = labels.place(str(marker.locality), marker.point)
