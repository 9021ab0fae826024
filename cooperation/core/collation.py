"""Names in the order in which a reader looks for them: Đ after D in Vietnamese, É beside E in French.

A sort key is plain ASCII and compares by code point, so that both databases and Python sort alike. It follows
Unicode's collation for the three languages: letters first, then accents, then capitals; signs count as spaces, figures
as numbers.
"""

import re
import unicodedata

BREVE, CIRCUMFLEX, HORN = "\u0306", "\u0302", "\u031b"
#: What makes another letter in Vietnamese, by its place after the plain one: a ă â, o ô ơ.
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
FIGURES = re.compile(r"\d+")
MAX_DIGITS = 8
MAX_KEY_LENGTH = 400
BETWEEN, END = "-", "!"  # the end of a name comes before any letter and any gap within it


def sort_names(names, language):
    return sorted(names, key=lambda name: sort_key(str(name), language))


def sort_key(text, language):
    """
    >>> sort_names(["Đà Nẵng", "Điện Biên", "Dũng", "Hà Nội", "Đắk Lắk"], "vi")
    ['Dũng', 'Đà Nẵng', 'Đắk Lắk', 'Điện Biên', 'Hà Nội']
    >>> sort_names(["Évry", "Eu", "Essonne"], "fr")
    ['Essonne', 'Eu', 'Évry']
    """
    letters, accents, capitals = [], [], []
    for base, marks in clusters(text):
        small = base.lower()
        letter, rest = primary(small, marks, language)
        letters.append(letter)
        if letter != BETWEEN:
            accents.append(secondary(small, rest, language))
            capitals.append("1" if base != small else "0")
    levels = ["".join(letters), "".join(accents).rstrip("0"), "".join(capitals).rstrip("0")]
    return END.join(level[: MAX_KEY_LENGTH // 2] for level in levels)[:MAX_KEY_LENGTH]


def clusters(text):
    """Base letters with their marks; signs and spaces as one gap, numbers filled up with noughts."""
    found, gap = [], False
    padded = FIGURES.sub(lambda number: number[0].zfill(MAX_DIGITS), text.translate(LIGATURES))
    for sign in unicodedata.normalize("NFKD", padded):
        if unicodedata.combining(sign):
            if found and not gap:
                found[-1][1].append(sign)
        elif sign.isalnum():
            if gap and found:
                found.append((" ", []))
            found.append((sign, []))
            gap = False
        else:
            gap = True
    return found


def primary(small, marks, language):
    """What is told first of a letter: (its place in the alphabet, the marks that are left)."""
    if small == " ":
        return BETWEEN, []
    bare = {"đ": "d", "ð": "d"}.get(small, small)
    if language != "vi":
        return in_ascii(bare, 0), marks
    place = 1 if small == "đ" else max((VIETNAMESE_LETTERS.get((bare, mark), 0) for mark in marks), default=0)
    return in_ascii(bare, place), [mark for mark in marks if (bare, mark) not in VIETNAMESE_LETTERS]


def in_ascii(letter, place):
    return f"{letter}{place}" if letter.isascii() else f"z9{ord(letter):06x}"


def secondary(small, marks, language):
    """What is told next of a letter: its accents, or in Vietnamese its tone."""
    if small == "đ" and language != "vi":
        return "x"
    order = VIETNAMESE_TONES if language == "vi" else OTHER_ACCENTS
    return "".join(chr(ord("1") + order.find(mark)) if mark in order else "z" for mark in marks) or "0"
