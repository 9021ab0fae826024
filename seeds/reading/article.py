"""What a read file holds."""

from dataclasses import dataclass, field

TITLE = -1  # the index that stands for the title among the paragraphs


class UnreadableArticle(ValueError):  # noqa: N818 - read as a sentence: raise UnreadableArticle
    """Says the file, the line where one can be named, and the reason."""

    def __init__(self, name, reason, line=None):
        place = f"{name}, line {line}" if line else name
        super().__init__(f"{place}: {reason}")


@dataclass(frozen=True)
class Paragraph:
    text: str
    kind: str = "text"  # or "caption"


@dataclass(frozen=True)
class Version:
    """One language of an account in our own form; each row of a marked part is a dict."""

    title: str
    summary: str
    paragraphs: list[Paragraph]
    sessions: list[dict] = field(default_factory=list)
    speakers: list[dict] = field(default_factory=list)
    commitments: list[dict] = field(default_factory=list)
    participants: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Article:
    """`near` is the day or year that the head hints at: context for dates told without a year, no date of its own."""

    language: str
    title: str | None
    paragraphs: list[Paragraph]
    publisher: str | None = None
    published: str | None = None
    author: str | None = None
    near: str | None = None
    head: dict = field(default_factory=dict)
    versions: dict[str, Version] = field(default_factory=dict)

    def passages(self):
        """Index and text of all that is read: the title, then each paragraph."""
        if self.title:
            yield TITLE, self.title
        yield from ((index, paragraph.text) for index, paragraph in enumerate(self.paragraphs))

    def kept_text(self):
        return "\n\n".join(text for _, text in self.passages())

    def offsets(self):
        """Where each passage starts in `kept_text`."""
        offsets, start = {}, 0
        for index, text in self.passages():
            offsets[index] = start
            start += len(text) + len("\n\n")
        return offsets

    def in_language(self, language):
        """The account in another of its languages, as an article of its own."""
        version = self.versions[language]
        return Article(
            language,
            version.title,
            version.paragraphs,
            self.publisher,
            self.published,
            self.author,
            self.near,
            self.head,
            self.versions,
        )
