"""Fold case and accents of a text without changing its length, so that offsets stay valid in the original."""

import re
import unicodedata
from functools import lru_cache

from cooperation.core.languages import VIETNAMESE

PLAIN_PUNCTUATION = str.maketrans(
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
CACHE_SIZE = 4096  # cache size: folded words and sentences
UNACCENTED = f"{VIETNAMESE}-unaccented"  # Vietnamese typed without accents
LATE_TONE = re.compile(r"(?<!q)([ou])([àáảãạèéẻẽẹỳýỷỹỵ])(?!\w)")
TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


class CaseFolder(dict):
    def __missing__(self, code):
        small = chr(code).translate(PLAIN_PUNCTUATION).lower()
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
    """Lower case, plain quotes and dashes, and the modern place of the tone mark (`hoà` becomes `hòa`)."""
    return LATE_TONE.sub(move_tone, text.translate(CASE_FOLDER))


def move_tone(match):
    glide, vowel = match.groups()
    base, *marks = unicodedata.normalize("NFD", vowel)
    tone = "".join(mark for mark in marks if mark in TONES)
    moved = unicodedata.normalize("NFC", glide + tone)
    return moved + base if len(moved) == 1 else glide + vowel


@lru_cache(maxsize=CACHE_SIZE)
def fold_accents(text):
    """`fold_case`, and no accents.

    >>> fold_accents("Đà Nẵng – Hué")
    'da nang - hue'
    """
    return text.translate(ACCENT_FOLDER)


def view(text, language):
    """Fold a text for matching: accents distinguish Vietnamese words (`ký`, `kỳ`, `kỷ`), not French or English ones.

    >>> view("Ký", "vi"), view("Ký", UNACCENTED)
    ('ký', 'ky')
    """
    return fold_case(text) if language == VIETNAMESE else fold_accents(text)


def is_vietnamese(language):
    return language in (VIETNAMESE, UNACCENTED)


@lru_cache(maxsize=CACHE_SIZE)
def fold(text):
    """Fold a name for comparison: `fold_accents`, with hyphens and apostrophes as spaces."""
    return " ".join(re.sub(r"[^\w\s]+", " ", fold_accents(unicodedata.normalize("NFC", text))).split())
