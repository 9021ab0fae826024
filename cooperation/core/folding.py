"""Text folding for search: «da nang», «Đà Nẵng», «DA NANG» and «danang» all match the same city."""

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
    """`fold` with a cache, for single words, which recur often."""
    return fold(word)


def fold(text):
    """`text` in lower case without accents; Unicode normalisation alone would leave đ unchanged.

    >>> fold("Đà Nẵng")
    'da nang'
    """
    letters = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    unaccented = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return unaccented.translate(LETTERS)


def words(text):
    return WORD.findall(fold(text))


def normalize_spelling(text):
    """`text` for exact comparison: composed (NFC), in lower case, with single spaces; accents stay."""
    return " ".join(WORD.findall(unicodedata.normalize("NFC", text).casefold()))


def join_neighbours(text):
    """Pairs of adjacent syllables joined into one word, as foreigners write Vietnamese names.

    >>> join_neighbours("Hà Nội mới")
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
    """For each word of the query its possible spellings, as (text, whether it is a prefix).

    An entry matches if it contains one spelling of every word; the last word may be incomplete.

    >>> terms("ha noi")
    [(('ha', False), ('hanoi', True)), (('noi', True), ('hanoi', True))]
    """
    query_words = words(query)[:MAX_QUERY_WORDS]
    last = len(query_words) - 1
    query_terms = []
    for index, word in enumerate(query_words):
        spellings = [(word, index == last)]
        if index:
            spellings.append((query_words[index - 1] + word, index == last))
        if index < last:
            spellings.append((word + query_words[index + 1], index + 1 == last))
        query_terms.append(tuple(spellings))
    return query_terms
