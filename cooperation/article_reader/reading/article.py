"""The result of reading a file: an article and its paragraphs."""

from dataclasses import dataclass

TITLE = -1  # index of the title among the paragraphs


class UnreadableArticle(ValueError):  # noqa: N818 - read as a sentence: raise UnreadableArticle
    """The message names the file, the line where known, and the reason."""

    def __init__(self, name, reason, line=None):
        place = f"{name}, line {line}" if line else name
        super().__init__(f"{place}: {reason}")


@dataclass(frozen=True)
class Paragraph:
    text: str
    kind: str = "text"  # or "caption"


@dataclass(frozen=True)
class Article:
    """`near` is a date or year from the head: context for dates without a year, not the date of publication."""

    language: str
    title: str | None
    paragraphs: list[Paragraph]
    publisher: str | None = None
    published: str | None = None
    author: str | None = None
    near: str | None = None

    def passages(self):
        """(index, text) of the title, then of each paragraph."""
        if self.title:
            yield TITLE, self.title
        yield from ((index, paragraph.text) for index, paragraph in enumerate(self.paragraphs))

    def full_text(self):
        """Title and paragraphs, joined by empty lines."""
        return "\n\n".join(text for _, text in self.passages())

    def offsets(self):
        """{index of a passage: its start in `kept_text()`}."""
        offsets, start = {}, 0
        for index, text in self.passages():
            offsets[index] = start
            start += len(text) + len("\n\n")
        return offsets
