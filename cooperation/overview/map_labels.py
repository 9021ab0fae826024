"""Labels beside markers: placed where they overlap no marker or other label, each text once."""

from typing import NamedTuple

LETTER_WIDTH = 0.56  # average width of a letter relative to the font size; a little wide for the fonts of the site


class Label(NamedTuple):
    """A label with its position. A minor one is hidden on phones, where letters are larger relative to the map."""

    text: str
    x: int
    y: int
    anchor: str
    minor: bool


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other):
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Labels:
    """`sizes` are the font sizes on a wide screen and on a phone, in units of the sheet."""

    def __init__(self, sheet, points, radius, sizes):
        self.sheet, self.radius, self.texts = sheet, radius, set()
        self.boxes = {size: [Box(x - radius, y - radius, x + radius, y + radius) for x, y in points] for size in sizes}

    def place(self, text, point):
        """The Label of a point; None where there is no room, or where the text is on the sheet already."""
        wide, phone = self.boxes
        if text in self.texts:
            return None
        for minor, sizes in [(False, [wide, phone]), (True, [wide])]:
            for anchor, x, y in self.candidate_positions(point):
                boxes = {size: build_box(text, anchor, x, y, size) for size in sizes}
                if all(self.is_free(box, size) for size, box in boxes.items()):
                    for size, box in boxes.items():
                        self.boxes[size].append(box)
                    self.texts.add(text)
                    return Label(text, x, y, anchor, minor)
        return None

    def candidate_positions(self, point):
        """Yield (anchor, x, y of the middle of the line): to the right of a marker, to its left, above and below."""
        beside, above = self.radius + 4, self.radius + 14
        yield "start", point.x + beside, point.y
        yield "end", point.x - beside, point.y
        yield "middle", point.x, point.y - above
        yield "middle", point.x, point.y + above

    def is_free(self, box, size):
        sheet = self.sheet
        is_within = box.left >= 0 and box.top >= 0 and box.right <= sheet.width and box.bottom <= sheet.height
        return is_within and not any(box.overlaps(other) for other in self.boxes[size])


def build_box(text, anchor, x, y, size):
    width = len(text) * LETTER_WIDTH * size
    left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor]
    return Box(left, y - 0.6 * size, left + width, y + 0.6 * size)
