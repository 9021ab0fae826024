"""Search matches within a text: the matching words, and a short passage around the first one."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import mark_safe

from .folding import fold_word, terms

TOKEN = re.compile(r"[^\W_]+")
CONTEXT_LENGTH, PASSAGE_LENGTH = 60, 220  # characters before the first match, and in all


class Piece(NamedTuple):
    text: str
    matches: bool


def split_at_matches(text, query):
    """`text` split into pieces that match the query and pieces that do not.

    >>> [piece.text for piece in split_at_matches("Thành phố Hà Nội", "hanoi") if piece.matches]
    ['Hà Nội']
    """
    pieces, end = [], 0
    for start, stop in find_match_spans(text, query):
        pieces += [Piece(text[end:start], matches=False), Piece(text[start:stop], matches=True)]
        end = stop
    return [piece for piece in [*pieces, Piece(text[end:], matches=False)] if piece.text]


def find_match_spans(text, query):
    """[(start, end)] of the words that match, also as a pair written in one word; adjacent matches are merged."""
    tokens = list(TOKEN.finditer(text))
    folded = [fold_word(token[0]) for token in tokens]
    whole_words, prefixes = query_spellings(query)
    matches = set()
    for index, word in enumerate(folded):
        if word in whole_words or word.startswith(prefixes):
            matches.add(index)
        elif index + 1 < len(folded):
            pair = word + folded[index + 1]
            if pair in whole_words or pair.startswith(prefixes):
                matches |= {index, index + 1}
    spans = []
    for index in sorted(matches):
        start, stop = tokens[index].span()
        if spans and not text[spans[-1][1] : start].strip():
            spans[-1] = (spans[-1][0], stop)
        else:
            spans.append((start, stop))
    return spans


@lru_cache(maxsize=100)
def query_spellings(query):
    """({whole words}, (prefixes)) that match the query; a single letter is no prefix."""
    spellings = {spelling for term in terms(query) for spelling in term}
    prefixes = tuple(text for text, is_prefix in spellings if is_prefix and len(text) > 1)
    return {text for text, _is_prefix in spellings}, prefixes


def passage(text, query):
    """An extract of `text` around its first match, cut at word boundaries; empty if nothing matches."""
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    spans = find_match_spans(text, query)
    if not spans:
        return ""
    start = max(0, spans[0][0] - CONTEXT_LENGTH)
    start = text.find(" ", start) + 1 if start else 0
    stop = text.rfind(" ", 0, start + PASSAGE_LENGTH) if len(text) > start + PASSAGE_LENGTH else len(text)
    stop = max(stop, spans[0][1])
    return ("… " if start else "") + text[start:stop] + (" …" if stop < len(text) else "")


def highlight(text, query):
    """`text` as HTML, its matches in `<mark>`."""
    html = [
        f"<mark>{escape(piece.text)}</mark>" if piece.matches else escape(piece.text)
        for piece in split_at_matches(text, query)
    ]
    return mark_safe("".join(html))  # noqa: S308 -- each piece is escaped
