"""Names beside dots, where they cover neither a dot nor another name; each name once."""

from typing import NamedTuple

LETTER = 0.56  # the width of a letter, in parts of its size; on the safe side for the fonts of the style


class Label(NamedTuple):
    """Where a name stands. A minor one has no room on a phone, where letters are larger against the map."""

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

    def meets(self, other):
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Labels:
    """`sizes` are those of letters on a wide screen and on a phone, in the units of the sheet."""

    def __init__(self, sheet, points, radius, sizes):
        self.sheet, self.radius, self.texts = sheet, radius, set()
        self.boxes = {size: [Box(x - radius, y - radius, x + radius, y + radius) for x, y in points] for size in sizes}

    def place(self, text, point):
        wide, phone = self.boxes
        if text in self.texts:
            return None
        for minor, sizes in [(False, [wide, phone]), (True, [wide])]:
            for anchor, x, y in self.places(point):
                boxes = {size: box_of(text, anchor, x, y, size) for size in sizes}
                if all(self.is_free(box, size) for size, box in boxes.items()):
                    for size, box in boxes.items():
                        self.boxes[size].append(box)
                    self.texts.add(text)
                    return Label(text, x, y, anchor, minor)
        return None

    def places(self, point):
        """To the right of a dot, to its left, above and below: (anchor, x, y of the middle of the line)."""
        beside, above = self.radius + 4, self.radius + 14
        yield "start", point.x + beside, point.y
        yield "end", point.x - beside, point.y
        yield "middle", point.x, point.y - above
        yield "middle", point.x, point.y + above

    def is_free(self, box, size):
        within = box.left >= 0 and box.top >= 0 and box.right <= self.sheet.width and box.bottom <= self.sheet.height
        return within and not any(box.meets(other) for other in self.boxes[size])


def box_of(text, anchor, x, y, size):
    width = len(text) * LETTER * size
    left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor]
    return Box(left, y - 0.6 * size, left + width, y + 0.6 * size)
