"""The article with what was read in it, cut into pieces that a template can draw."""

from collections import defaultdict
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of text, and the number of the value that was read there (0 where none was)."""

    text: str
    number: int = 0


def highlighted(article, values):
    """[[Piece, …], …]: the title and each paragraph; of overlapping places the first stays."""
    places = defaultdict(list)
    for value in values:
        places[value.found.paragraph].append((value.found.start, value.found.end, value.number))
    return [list(pieces(text, sorted(places[index]))) for index, text in article.passages()]


def pieces(text, places):
    position = 0
    for start, end, number in places:
        if start < position or end <= start:
            continue
        if start > position:
            yield Piece(text[position:start])
        yield Piece(text[start:end], number)
        position = end
    if position < len(text):
        yield Piece(text[position:])
