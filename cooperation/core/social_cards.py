"""Social cards: the picture that a social network shows beside a link, with names as large as they fit.

Each app registers the cards of its records in its `social_cards` module; this module draws them.
"""

import io
import unicodedata
from dataclasses import dataclass, field
from functools import singledispatch

import font_source_sans_pro
import font_source_serif_pro
from PIL import Image, ImageDraw, ImageFont

from .social_card_shapes import INK, MARGIN, MARKER_WIDTH, PAPER, SIZE, SOFT, build_palette, draw_logo, draw_markers

TOP, BOTTOM = 150, 500  # pixels; the names are drawn between these
MAX_FONT_SIZE, MIN_FONT_SIZE, FONT_SIZE_STEP = 140, 40, 4
LINE_HEIGHT, NAME_GAP = 1.3, 0.4  # in font sizes; Vietnamese letters need 1.24
MAX_NAMES = 4
SERIF = font_source_serif_pro.font_files_ttf["SourceSerifPro"]
SANS = font_source_sans_pro.font_files_ttf["SourceSansPro"]


@dataclass(frozen=True)
class SocialCard:
    """The content of a card: a line on what the record is, and names as (country, name).

    An empty country draws no marker.
    """

    line: str
    names: list = field(default_factory=list)


@singledispatch
def social_card(record, day):
    """The SocialCard of a record as of `day`. Apps register their implementations here."""
    raise TypeError(type(record))


def has_social_card(model):
    return model in social_card.registry


def draw_card(card, site_name):
    """The card as PNG bytes."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    draw_logo(image)
    pen.text((MARGIN + 84, 92), compose(site_name), SOFT, ImageFont.truetype(SANS, 34), anchor="lm")
    line = fit_line(compose(card.line), SIZE[0] - 2 * MARGIN)
    pen.text((MARGIN, 558), line, SOFT, ImageFont.truetype(SANS, 36), anchor="lm")
    draw_names(image, [(country, compose(name)) for country, name in card.names])
    file = io.BytesIO()
    image.quantize(palette=build_palette(), dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def compose(text):
    return unicodedata.normalize("NFC", " ".join(str(text).split(" "))).replace("\n", " ")


def fit_line(text, width):
    """`text`, shortened to fit on one line at the size of labels."""
    font = ImageFont.truetype(SANS, 36)
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip(' ,')}…"


def draw_names(image, names):
    if len(names) > MAX_NAMES:
        names = [*names[: MAX_NAMES - 1], ("", f"+ {len(names) - MAX_NAMES + 1}")]
    left = MARGIN + (MARKER_WIDTH if any(country for country, _name in names) else 0)
    size, lines_by_name = fit_names([name for _country, name in names], SIZE[0] - MARGIN - left)
    font, pen = ImageFont.truetype(SERIF, size), ImageDraw.Draw(image)
    top = (TOP + BOTTOM - text_height(lines_by_name, size)) / 2
    markers = []
    for (country, _name), lines in zip(names, lines_by_name, strict=True):
        markers.append((country, top + LINE_HEIGHT * size / 2 + size * 0.06))
        for line in lines:
            pen.text((left, top + LINE_HEIGHT * size / 2), line, INK, font, anchor="lm")
            top += LINE_HEIGHT * size
        top += NAME_GAP * size
    draw_markers(image, [(country, y) for country, y in markers if country])


def fit_names(names, width):
    """(the largest font size at which all names fit, the lines of each name); shortened at the smallest size."""
    for size in range(MAX_FONT_SIZE, MIN_FONT_SIZE - 1, -FONT_SIZE_STEP):
        font = ImageFont.truetype(SERIF, size)
        lines_by_name = [wrap(name, font, width) for name in names]
        if text_height(lines_by_name, size) <= BOTTOM - TOP and has_only_whole_words(lines_by_name, names):
            break
    if text_height(lines_by_name, size) > BOTTOM - TOP:
        max_lines = count_lines_per_name(len(names), size)
        return size, [shorten(name, font, width, max_lines) for name in names]
    return size, [balance_lines(name, font, width) for name in names]


def count_lines_per_name(count, size):
    height = BOTTOM - TOP - (count - 1) * NAME_GAP * size
    return max(1, int(height // (LINE_HEIGHT * size)) // count)


def shorten(text, font, width, max_lines):
    lines = wrap(text, font, width - font.getlength("…"))
    return lines if len(lines) <= max_lines else [*lines[: max_lines - 1], f"{lines[max_lines - 1]}…"]


def has_only_whole_words(lines_by_name, names):
    """Whether no word had to be broken."""
    return all(" ".join(lines).split() == name.split() for lines, name in zip(lines_by_name, names, strict=True))


def text_height(lines_by_name, size):
    line_count = sum(len(lines) for lines in lines_by_name)
    return line_count * LINE_HEIGHT * size + (len(lines_by_name) - 1) * NAME_GAP * size


def balance_lines(text, font, width):
    """As few lines as `width` allows, of similar length."""
    lines = wrap(text, font, width)
    for narrower in range(int(width * 0.95), int(width * 0.4), -20):
        candidate = wrap(text, font, narrower)
        if len(candidate) > len(lines) or any(font.getlength(line) > narrower for line in candidate):
            break
        if not has_only_whole_words([candidate], [text]) and has_only_whole_words([lines], [text]):
            break
        lines = candidate
    return lines


def wrap(text, font, width):
    """Lines no wider than `width`; a single word that is wider is broken."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
            continue
        lines.append("")
        for letter in word:
            if font.getlength(lines[-1] + letter) > width:
                lines.append("")
            lines[-1] += letter
    return [line for line in lines if line] or [""]
