"""Text made comparable: readers type «da nang», «Đà Nẵng», «DA NANG» or «danang» and mean one city."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

LETTERS = str.maketrans(
    {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "œ": "oe", "æ": "ae", "ß": "ss", "ı": "i", "\x00": " "}
)
WORD = re.compile(r"[^\W_]+")
MAX_QUERY_WORDS = 8
MAX_SYLLABLE_LENGTH = 6


@lru_cache(maxsize=20_000)
def fold_word(word):
    """`fold` for single words, which come again and again."""
    return fold(word)


def fold(text):
    """Lower the case of `text` and take off its accents; Unicode alone would leave đ as it is.

    >>> fold("Đà Nẵng")
    'da nang'
    """
    letters = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return bare.translate(LETTERS)


def words(text):
    return WORD.findall(fold(text))


def as_written(text):
    """`text` for exact comparison: composed, in lower case, single spaces; accents kept."""
    return " ".join(WORD.findall(unicodedata.normalize("NFC", text).casefold()))


def joined_neighbours(text):
    """Pairs of syllables written as one, as foreigners do.

    >>> joined_neighbours("Hà Nội mới")
    ['hanoi', 'noimoi']
    """
    syllables = words(text)
    return [
        one + other
        for one, other in pairwise(syllables)
        if max(len(one), len(other)) <= MAX_SYLLABLE_LENGTH and (one + other).isalpha()
    ]


def slug(text):
    """
    >>> slug("Bà Rịa - Vũng Tàu")
    'ba-ria-vung-tau'
    """
    return "-".join(words(text))


def terms(query):
    """A term for each word: the forms that may stand for it, each (text, whether it is a beginning only).

    Every term must match by one of its forms; the last word may be unfinished.

    >>> terms("ha noi")
    [(('ha', False), ('hanoi', True)), (('noi', True), ('hanoi', True))]
    """
    typed = words(query)[:MAX_QUERY_WORDS]
    last = len(typed) - 1
    found = []
    for place, word in enumerate(typed):
        forms = [(word, place == last)]
        if place:
            forms.append((typed[place - 1] + word, place == last))
        if place < last:
            forms.append((word + typed[place + 1], place + 1 == last))
        found.append(tuple(forms))
    return found
