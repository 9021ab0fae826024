"""Where a text answers a search: the words that match, and a short passage around the first of them."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import mark_safe

from .folding import fold_word, terms

TOKEN = re.compile(r"[^\W_]+")
BEFORE, LENGTH = 60, 220  # signs of a passage: those before its first match, and all


class Piece(NamedTuple):
    text: str
    matches: bool


def pieces(text, query):
    """`text` cut into what matches the query and what lies between.

    >>> [piece.text for piece in pieces("Thành phố Hà Nội", "hanoi") if piece.matches]
    ['Hà Nội']
    """
    found, end = [], 0
    for start, stop in spans(text, query):
        found += [Piece(text[end:start], matches=False), Piece(text[start:stop], matches=True)]
        end = stop
    return [piece for piece in [*found, Piece(text[end:], matches=False)] if piece.text]


def spans(text, query):
    """The places of the words, or of neighbours written as one, that the query finds; neighbours that match as one."""
    tokens = list(TOKEN.finditer(text))
    folded = [fold_word(token[0]) for token in tokens]
    whole, begun = query_forms(query)
    hits = set()
    for place, word in enumerate(folded):
        if word in whole or word.startswith(begun):
            hits.add(place)
        elif place + 1 < len(folded):
            joined = word + folded[place + 1]
            if joined in whole or joined.startswith(begun):
                hits |= {place, place + 1}
    joined = []
    for place in sorted(hits):
        start, stop = tokens[place].span()
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((start, stop))
    return joined


@lru_cache(maxsize=100)
def query_forms(query):
    """(whole words, beginnings of words) that the query finds; a single letter marks only itself."""
    forms = {form for term in terms(query) for form in term}
    return {text for text, _open in forms}, tuple(text for text, open_ended in forms if open_ended and len(text) > 1)


def passage(text, query):
    """A part of `text` around its first match, cut at words; empty where nothing matches."""
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    places = spans(text, query)
    if not places:
        return ""
    start = max(0, places[0][0] - BEFORE)
    start = text.find(" ", start) + 1 if start else 0
    stop = text.rfind(" ", 0, start + LENGTH) if len(text) > start + LENGTH else len(text)
    stop = max(stop, places[0][1])
    return ("… " if start else "") + text[start:stop] + (" …" if stop < len(text) else "")


def highlight(text, query):
    """`text` as HTML, its matches in `<mark>`."""
    found = [f"<mark>{escape(text)}</mark>" if matches else escape(text) for text, matches in pieces(text, query)]
    return mark_safe("".join(found))  # noqa: S308 -- each piece is escaped
