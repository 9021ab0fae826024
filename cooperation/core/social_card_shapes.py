"""Colours and shapes of the social cards: markers (dot, ring, square), the line between them, and the logo."""

from PIL import Image, ImageDraw

SIZE = (1200, 630)
MARGIN, MARKER_WIDTH = 80, 64  # pixels around everything, and of the column of markers
OVERSAMPLING = 4  # shapes are drawn larger by this factor and scaled down, for smooth edges
#: As in the light style sheet.
PAPER, INK, SOFT, CLAY, BLUE = "#FAF8F3", "#1B2330", "#4F5865", "#9C3D22", "#1E4488"


def build_palette():
    """A palette image: the colours of a card, and the blends that smooth edges and the line need."""
    ramps = [(PAPER, INK), (PAPER, SOFT), (PAPER, CLAY), (PAPER, BLUE), (CLAY, BLUE)]
    colours = [blend(one, other, step / 11) for one, other in ramps for step in range(12)]
    image = Image.new("P", (1, 1))
    image.putpalette([channel for colour in colours for channel in colour])
    return image


def draw_markers(image, markers):
    """Draw [(country, y)]: dot for Viet Nam, ring for France, square for any other; a line from first to last."""
    if not markers:
        return
    layer = Image.new("RGBA", (MARKER_WIDTH * OVERSAMPLING, SIZE[1] * OVERSAMPLING))
    pen = ImageDraw.Draw(layer)
    middle, radius = 18 * OVERSAMPLING, 16 * OVERSAMPLING
    heights = [y * OVERSAMPLING for _country, y in markers]
    first, last = (CLAY if markers[end][0] == "VN" else BLUE for end in (0, -1))
    for y in range(int(heights[0]), int(heights[-1])):
        pen.line((middle - 8, y, middle + 8, y), blend(first, last, (y - heights[0]) / (heights[-1] - heights[0])))
    for (country, _y), y in zip(markers, heights, strict=True):
        draw_marker(pen, country, (middle - radius, y - radius, middle + radius, y + radius))
    layer = layer.resize((MARKER_WIDTH, SIZE[1]), Image.Resampling.LANCZOS)
    image.paste(layer, (MARGIN, 0), layer)


def draw_marker(pen, country, box):
    if country == "VN":
        pen.ellipse(box, CLAY)
    elif country == "FR":
        pen.ellipse(box, PAPER, BLUE, 6 * OVERSAMPLING)
    else:
        pen.rectangle(box, PAPER, SOFT, 5 * OVERSAMPLING)


def blend(one, other, fraction):
    """
    >>> blend("#000000", "#FFFFFF", 0.5)
    (127, 127, 127)
    """
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return tuple(int(a + (b - a) * fraction) for a, b in pairs)


def draw_logo(image):
    """Draw the logo of the register, as in `components/mark.html`."""
    layer = Image.new("RGBA", (70 * OVERSAMPLING, 40 * OVERSAMPLING))
    pen, unit = ImageDraw.Draw(layer), 1.5 * OVERSAMPLING
    curve = [logo_curve_point(step / 60) for step in range(61)]
    pen.line([(x * unit, y * unit) for x, y in curve], SOFT, int(2.2 * unit), "curve")
    pen.ellipse((1 * unit, 12 * unit, 11 * unit, 22 * unit), CLAY)
    pen.ellipse((35 * unit, 12 * unit, 45 * unit, 22 * unit), PAPER, BLUE, int(2.2 * unit))
    layer = layer.resize((70, 40), Image.Resampling.LANCZOS)
    image.paste(layer, (MARGIN, 70), layer)


def logo_curve_point(t):
    """The point at `t` (0 to 1) of a quadratic Bézier curve: (6, 17) to (40, 17), control point (23, -6)."""
    rest = 1 - t
    return rest * rest * 6 + 2 * rest * t * 23 + t * t * 40, 17 * (rest**2 + t**2) - 12 * rest * t
