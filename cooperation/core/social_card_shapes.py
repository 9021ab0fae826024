"""The colours and signs of the pictures for social networks: dot, ring, thread, and the mark of the register."""

from PIL import Image, ImageDraw

SIZE = (1200, 630)
MARGIN, SIGNS = 80, 64  # around everything; the column of dots and rings
FINER = 4  # signs are drawn so much larger, for smooth edges
#: As in the light style sheet.
PAPER, INK, SOFT, CLAY, BLUE = "#FAF8F3", "#1B2330", "#4F5865", "#9C3D22", "#1E4488"


def palette():
    """The few colours of a picture, and the steps between them that smooth edges and the thread need."""
    ramps = [(PAPER, INK), (PAPER, SOFT), (PAPER, CLAY), (PAPER, BLUE), (CLAY, BLUE)]
    colours = [blend(one, other, step / 11) for one, other in ramps for step in range(12)]
    image = Image.new("P", (1, 1))
    image.putpalette([part for colour in colours for part in colour])
    return image


def draw_signs(image, signs):
    """Dot for Viet Nam, ring for France, square for any other; a thread from the first to the last."""
    if not signs:
        return
    layer = Image.new("RGBA", (SIGNS * FINER, SIZE[1] * FINER))
    pen = ImageDraw.Draw(layer)
    middle, radius = 18 * FINER, 16 * FINER
    ends = [y * FINER for _country, y in signs]
    first, last = (CLAY if signs[end][0] == "VN" else BLUE for end in (0, -1))
    for y in range(int(ends[0]), int(ends[-1])):
        pen.line((middle - 8, y, middle + 8, y), blend(first, last, (y - ends[0]) / (ends[-1] - ends[0])))
    for (country, _y), y in zip(signs, ends, strict=True):
        draw_sign(pen, country, (middle - radius, y - radius, middle + radius, y + radius))
    layer = layer.resize((SIGNS, SIZE[1]), Image.Resampling.LANCZOS)
    image.paste(layer, (MARGIN, 0), layer)


def draw_sign(pen, country, box):
    if country == "VN":
        pen.ellipse(box, CLAY)
    elif country == "FR":
        pen.ellipse(box, PAPER, BLUE, 6 * FINER)
    else:
        pen.rectangle(box, PAPER, SOFT, 5 * FINER)


def blend(one, other, share):
    """
    >>> blend("#000000", "#FFFFFF", 0.5)
    (127, 127, 127)
    """
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return tuple(int(a + (b - a) * share) for a, b in pairs)


def draw_mark(image):
    """The mark of the register, as in `components/mark.html`."""
    layer = Image.new("RGBA", (70 * FINER, 40 * FINER))
    pen, unit = ImageDraw.Draw(layer), 1.5 * FINER
    curve = [quadratic(step / 60) for step in range(61)]
    pen.line([(x * unit, y * unit) for x, y in curve], SOFT, int(2.2 * unit), "curve")
    pen.ellipse((1 * unit, 12 * unit, 11 * unit, 22 * unit), CLAY)
    pen.ellipse((35 * unit, 12 * unit, 45 * unit, 22 * unit), PAPER, BLUE, int(2.2 * unit))
    layer = layer.resize((70, 40), Image.Resampling.LANCZOS)
    image.paste(layer, (MARGIN, 70), layer)


def quadratic(share):
    """A point of the mark's arc: from (6, 17) to (40, 17), drawn towards (23, -6)."""
    rest = 1 - share
    return rest * rest * 6 + 2 * rest * share * 23 + share * share * 40, 17 * (rest**2 + share**2) - 12 * rest * share
