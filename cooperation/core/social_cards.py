"""The picture that a social network shows beside a link: the names as large as fits, dot and ring, one thread.

Each kind of record tells its own in its app's `social_pictures`; this file draws them.
"""

import io
import unicodedata
from dataclasses import dataclass, field
from functools import singledispatch

import font_source_sans_pro
import font_source_serif_pro
from PIL import Image, ImageDraw, ImageFont

from .social_card_shapes import INK, MARGIN, PAPER, SIGNS, SIZE, SOFT, draw_mark, draw_signs, palette

TOP, BOTTOM = 150, 500  # between these the names stand
MAX_SIZE, MIN_SIZE, STEP = 140, 40, 4
LINE, GAP = 1.3, 0.4  # Vietnamese letters need 1.24 of their size
MAX_NAMES = 4
SERIF = font_source_serif_pro.font_files_ttf["SourceSerifPro"]
SANS = font_source_sans_pro.font_files_ttf["SourceSansPro"]


@dataclass(frozen=True)
class SocialCard:
    """What a picture tells: a line on what the record is, and names, each with a country (empty: without a sign)."""

    line: str
    names: list = field(default_factory=list)


@singledispatch
def social_card(record, day):
    raise TypeError(type(record))


def has_social_card(model):
    return model in social_card.registry


def draw_card(card, site_name):
    """The picture as PNG."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    draw_mark(image)
    pen.text((MARGIN + 84, 92), compose(site_name), SOFT, ImageFont.truetype(SANS, 34), anchor="lm")
    line = fit_line(compose(card.line), SIZE[0] - 2 * MARGIN)
    pen.text((MARGIN, 558), line, SOFT, ImageFont.truetype(SANS, 36), anchor="lm")
    draw_names(image, [(country, compose(name)) for country, name in card.names])
    file = io.BytesIO()
    image.quantize(palette=palette(), dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def compose(text):
    return unicodedata.normalize("NFC", " ".join(str(text).split(" "))).replace("\n", " ")


def fit_line(text, width):
    """`text` on one line of the size of labels, shortened where it is longer."""
    font = ImageFont.truetype(SANS, 36)
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip(' ,')}…"


def draw_names(image, names):
    if len(names) > MAX_NAMES:
        names = [*names[: MAX_NAMES - 1], ("", f"+ {len(names) - MAX_NAMES + 1}")]
    left = MARGIN + (SIGNS if any(country for country, _name in names) else 0)
    size, wrapped = fit_names([name for _country, name in names], SIZE[0] - MARGIN - left)
    font, pen = ImageFont.truetype(SERIF, size), ImageDraw.Draw(image)
    top = (TOP + BOTTOM - height_of(wrapped, size)) / 2
    signs = []
    for (country, _name), lines in zip(names, wrapped, strict=True):
        signs.append((country, top + LINE * size / 2 + size * 0.06))
        for line in lines:
            pen.text((left, top + LINE * size / 2), line, INK, font, anchor="lm")
            top += LINE * size
        top += GAP * size
    draw_signs(image, [(country, y) for country, y in signs if country])


def fit_names(names, width):
    """The largest size at which all names fit, and their lines at it; at the smallest they may be cut."""
    for size in range(MAX_SIZE, MIN_SIZE - 1, -STEP):
        font = ImageFont.truetype(SERIF, size)
        wrapped = [wrap(name, font, width) for name in names]
        if height_of(wrapped, size) <= BOTTOM - TOP and keeps_words(wrapped, names):
            break
    if height_of(wrapped, size) > BOTTOM - TOP:
        return size, [cut(name, font, width, lines_each(len(names), size)) for name in names]
    return size, [balance_lines(name, font, width) for name in names]


def lines_each(count, size):
    room = BOTTOM - TOP - (count - 1) * GAP * size
    return max(1, int(room // (LINE * size)) // count)


def cut(text, font, width, most):
    lines = wrap(text, font, width - font.getlength("…"))
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]}…"]


def keeps_words(wrapped, names):
    """Whether no word had to be broken."""
    return all(" ".join(lines).split() == name.split() for lines, name in zip(wrapped, names, strict=True))


def height_of(wrapped, size):
    return sum(len(lines) for lines in wrapped) * LINE * size + (len(wrapped) - 1) * GAP * size


def balance_lines(text, font, width):
    """As few lines as `width` allows, none much shorter than the others."""
    lines = wrap(text, font, width)
    for narrower in range(int(width * 0.95), int(width * 0.4), -20):
        tried = wrap(text, font, narrower)
        if len(tried) > len(lines) or any(font.getlength(line) > narrower for line in tried):
            break
        if not keeps_words([tried], [text]) and keeps_words([lines], [text]):
            break
        lines = tried
    return lines


def wrap(text, font, width):
    """Lines no wider than `width`; a word that is wider alone is broken."""
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
