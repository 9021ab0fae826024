"""Alphabetical order in each language: Đ after D in Vietnamese, É with E in French.

A sort key is plain ASCII and compares by code point, so that both databases and Python sort alike. It follows the
Unicode collation algorithm for the three languages: letters first, then accents, then capitals; punctuation counts as
a space, digits as numbers.
"""

import re
import unicodedata

from .languages import VIETNAMESE

BREVE, CIRCUMFLEX, HORN = "\u0306", "\u0302", "\u031b"
#: Marks that make a separate letter in Vietnamese, with its position after the plain one: a ă â, o ô ơ.
VIETNAMESE_LETTERS = {
    ("a", BREVE): 1,
    ("a", CIRCUMFLEX): 2,
    ("e", CIRCUMFLEX): 1,
    ("o", CIRCUMFLEX): 1,
    ("o", HORN): 2,
    ("u", HORN): 1,
}
VIETNAMESE_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền hỏi ngã sắc nặng
OTHER_ACCENTS = "\u0300\u0301\u0302\u0308\u0327\u0303\u0306\u0309\u0323\u031b\u030a\u030c"
LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ı": "i", "ø": "o", "ł": "l"})
DIGITS = re.compile(r"\d+")
MAX_DIGITS = 8
MAX_KEY_LENGTH = 400
GAP, END = "-", "!"  # the end of a name sorts before any gap, and a gap before any letter


def sort_names(names, language):
    return sorted(names, key=lambda name: sort_key(str(name), language))


def sort_key(text, language):
    """
    >>> sort_names(["Đà Nẵng", "Điện Biên", "Dũng", "Hà Nội", "Đắk Lắk"], VIETNAMESE)
    ['Dũng', 'Đà Nẵng', 'Đắk Lắk', 'Điện Biên', 'Hà Nội']
    >>> from cooperation.core.languages import FRENCH
    >>> sort_names(["Évry", "Eu", "Essonne"], FRENCH)
    ['Essonne', 'Eu', 'Évry']
    """
    letters, accents, capitals = [], [], []
    for character, marks in split_into_clusters(text):
        lowercase = character.lower()
        letter, other_marks = get_primary_weight(lowercase, marks, language)
        letters.append(letter)
        if letter != GAP:
            accents.append(get_secondary_weight(lowercase, other_marks, language))
            capitals.append("1" if character != lowercase else "0")
    levels = ["".join(letters), "".join(accents).rstrip("0"), "".join(capitals).rstrip("0")]
    return END.join(level[: MAX_KEY_LENGTH // 2] for level in levels)[:MAX_KEY_LENGTH]


def split_into_clusters(text):
    """[(base letter, [marks])]; punctuation and spaces become one space, numbers are padded with zeros."""
    clusters, gap = [], False
    padded = DIGITS.sub(lambda number: number[0].zfill(MAX_DIGITS), text.translate(LIGATURES))
    for character in unicodedata.normalize("NFKD", padded):
        if unicodedata.combining(character):
            if clusters and not gap:
                clusters[-1][1].append(character)
        elif character.isalnum():
            if gap and clusters:
                clusters.append((" ", []))
            clusters.append((character, []))
            gap = False
        else:
            gap = True
    return clusters


def get_primary_weight(letter, marks, language):
    """(the position of a letter in the alphabet, the marks that are not part of the letter)."""
    if letter == " ":
        return GAP, []
    base = {"đ": "d", "ð": "d"}.get(letter, letter)
    if language != VIETNAMESE:
        return encode_letter(base, 0), marks
    position = 1 if letter == "đ" else max((VIETNAMESE_LETTERS.get((base, mark), 0) for mark in marks), default=0)
    return encode_letter(base, position), [mark for mark in marks if (base, mark) not in VIETNAMESE_LETTERS]


def encode_letter(letter, position):
    """ASCII that sorts a letter at a position after the plain one; letters of other scripts after z."""
    return f"{letter}{position}" if letter.isascii() else f"z9{ord(letter):06x}"


def get_secondary_weight(letter, marks, language):
    """The accents of a letter, or in Vietnamese its tone."""
    if letter == "đ" and language != VIETNAMESE:
        return "x"
    order = VIETNAMESE_TONES if language == VIETNAMESE else OTHER_ACCENTS
    return "".join(chr(ord("1") + order.find(mark)) if mark in order else "z" for mark in marks) or "0"
