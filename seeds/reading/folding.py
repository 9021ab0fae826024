"""Views of a text that keep its length, so that a place found in one is a place in the other."""

import re
import unicodedata
from functools import lru_cache

LIKE = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "‐": "-",
        "−": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\t": " ",
    }
)
REMEMBERED = 4096  # forms of words and sentences that come back
UNACCENTED = "vi-unaccented"  # Vietnamese as it is written where accents cannot be typed
LATE_TONE = re.compile(r"(?<!q)([ou])([àáảãạèéẻẽẹỳýỷỹỵ])(?!\w)")
TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


class CaseFolder(dict):
    def __missing__(self, code):
        small = chr(code).translate(LIKE).lower()
        self[code] = small if len(small) == 1 else chr(code)
        return self[code]


class AccentFolder(dict):
    def __missing__(self, code):
        small = CASE_FOLDER[code].replace("đ", "d")
        self[code] = unicodedata.normalize("NFD", small)[0]
        return self[code]


CASE_FOLDER = CaseFolder()
ACCENT_FOLDER = AccentFolder()


def fold_case(text):
    """Small letters and plain quotes and dashes; the tone stands on its new place (`hoà` is `hòa`)."""
    return LATE_TONE.sub(move_tone, text.translate(CASE_FOLDER))


def move_tone(match):
    glide, vowel = match.groups()
    base, *marks = unicodedata.normalize("NFD", vowel)
    tone = "".join(mark for mark in marks if mark in TONES)
    moved = unicodedata.normalize("NFC", glide + tone)
    return moved + base if len(moved) == 1 else glide + vowel


@lru_cache(maxsize=REMEMBERED)
def fold_accents(text):
    """`lowered`, without accents.

    >>> fold_accents("Đà Nẵng – Hué")
    'da nang - hue'
    """
    return text.translate(ACCENT_FOLDER)


def view(text, language):
    """Vietnamese words differ by their accents alone (`ký`, `kỳ`, `kỷ`); French and English ones do not.

    >>> view("Ký", "vi"), view("Ký", UNACCENTED)
    ('ký', 'ky')
    """
    return fold_case(text) if language == "vi" else fold_accents(text)


def is_vietnamese(language):
    return language in ("vi", UNACCENTED)


@lru_cache(maxsize=REMEMBERED)
def fold(text):
    """The form in which names are compared: `flattened`, with hyphens and apostrophes as spaces."""
    return " ".join(re.sub(r"[^\w\s]+", " ", fold_accents(unicodedata.normalize("NFC", text))).split())
