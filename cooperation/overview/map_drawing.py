"""The drawing on a sheet: a marker for each locality, an arc for each link."""

from collections import Counter

from .map_labels import Labels
from .map_places import place_markers

LIFT = 7  # an arc rises by its length divided by this number
MAX_ARC_WIDTH = 5


class Arc:
    def __init__(self, link, points):
        self.link = link
        self.start, self.end = sorted(points)

    @property
    def path(self):
        (x1, y1), (x2, y2) = self.start, self.end
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        top = round((y1 + y2) / 2 - 2 * length / LIFT)
        return f"M{x1} {y1}Q{(x1 + x2) // 2} {top} {x2} {y2}".replace(" -", "-")

    @property
    def width(self):
        return max(1, min(len(self.link.agreements), MAX_ARC_WIDTH))


class Drawing:
    """Links on a sheet; markers are in the order in which the list of links first names their localities."""

    def __init__(self, sheet, links, gap, day):
        self.sheet, self.point_labels = sheet, []
        localities = [locality for link in links for locality in link.localities]
        self.markers, self.left_out = place_markers(sheet, localities, gap)
        self.arcs = [
            Arc(link, [self.markers[locality.pk].point for locality in link.localities])
            for link in links
            if all(locality.pk in self.markers for locality in link.localities)
        ]
        link_counts = Counter(locality.pk for locality in localities)
        for marker in self.markers.values():
            marker.links, marker.is_former = link_counts[marker.locality.pk], marker.locality.has_ended(day)

    @property
    def has_former(self):
        return any(marker.is_former for marker in self.markers.values())

    def add_labels(self, radius, sizes):
        """Label the points of the outline, then the markers, those with most links first, as far as there is room."""
        labels = Labels(self.sheet, [marker.point for marker in self.markers.values()], radius, sizes)
        self.point_labels = [labels.place(name, point) for name, point in self.sheet.named_points]
        for marker in sorted(self.markers.values(), key=lambda marker: (marker.is_former, -marker.links)):
            marker.label = labels.place(str(marker.locality), marker.point)
