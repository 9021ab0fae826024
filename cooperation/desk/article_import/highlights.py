"""The text of an article, split into pieces so that a template can highlight the values that were read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cooperation.article_reader.reading.article import Article

from .subjects import Value


class Piece(NamedTuple):
    """A stretch of text, and the number of the value that was read there (0 if none)."""

    text: str
    number: int = 0


def split_passages(article: Article, values: Iterable[Value]) -> list[list[Piece]]:
    """The pieces of the title and of each paragraph; of overlapping positions the first is used."""
    positions = defaultdict(list)
    for value in values:
        positions[value.extraction.paragraph].append((value.extraction.start, value.extraction.end, value.number))
    return [list(split_text(text, sorted(positions[index]))) for index, text in article.passages()]


def split_text(text: str, positions: Iterable[tuple[int, int, int]]) -> Iterator[Piece]:
    """`positions` are (start, end, number of the value), sorted."""
    offset = 0
    for start, end, number in positions:
        if start < offset or end <= start:
            continue
        if start > offset:
            yield Piece(text[offset:start])
        yield Piece(text[start:end], number)
        offset = end
    if offset < len(text):
        yield Piece(text[offset:])
