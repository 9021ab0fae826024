"""Split a text into sentences, with the dates, places and people of each."""

import re
from dataclasses import dataclass, field

from cooperation.article_reader.reading.folding import UNACCENTED, fold_accents, view
from cooperation.core.languages import VIETNAMESE

from .dates import find_dates
from .weekdays import find_weekdays

END = re.compile(r"[.!?…]+[\"”»’')]*\s+(?=[\"“«‘'(–-]?\s?[^\W\d_a-z])|\n+")
MARKED = re.compile(r"[đăơưạ-ỹ]", re.IGNORECASE)  # letters that French, and so French names, do not have
MAX_SENTENCE_LENGTH = 3000
MIN_MARKED_SHARE = 0.02  # of all characters; in accented text it is one in six
SHORT = re.compile(
    r"(?:^|[\s(])(?:TP|Tp|Mr|Mrs|Ms|Dr|St|Ste|GS|TS|PGS|ThS|Prof|No|M|MM|Mme|Mmes|Mlle|Gov|Sen|Hon|H\.E|[A-ZĐ])\.$"
)


@dataclass(frozen=True)
class Sentence:
    """`folded` is the text as the patterns of its language need it; all offsets are those of the paragraph."""

    paragraph: int
    start: int
    end: int
    text: str
    folded: str
    unaccented: str
    language: str
    kind: str = "text"
    dates: list = field(default_factory=list)
    places: list = field(default_factory=list)
    people: list = field(default_factory=list)

    def part(self, start, end):
        return self.folded[start - self.start : end - self.start]

    def search(self, expression):
        return expression.search(self.folded)


def split_article(article):
    language = get_pattern_language(article)
    for index, text in article.passages():
        kind = article.paragraphs[index].kind if index >= 0 else "title"
        yield from split_text(text, language, index, kind, article.near, article.published)


def get_pattern_language(article):
    """The language of the patterns for this text."""
    text = article.full_text()
    is_unaccented = article.language == VIETNAMESE and len(MARKED.findall(text)) < MIN_MARKED_SHARE * len(text)
    return UNACCENTED if is_unaccented else article.language


def split_text(text, language, index=0, kind="text", near=None, published=None):
    dates = find_dates(text, language, near)
    dates = sorted([*dates, *find_weekdays(text, language, published, dates)], key=lambda date: date.start)
    folded, unaccented = view(text, language), fold_accents(text)
    for start, end in bounds(text):
        own_dates = [date for date in dates if start <= date.start < end]
        yield Sentence(
            index, start, end, text[start:end], folded[start:end], unaccented[start:end], language, kind, own_dates
        )


def bounds(text):
    """Start and end of each sentence; one that is too long is not prose, and is cut at a space."""
    for start, end in find_sentence_bounds(text):
        while end - start > MAX_SENTENCE_LENGTH:
            cut = text.rfind(" ", start + 1, start + MAX_SENTENCE_LENGTH)
            cut = cut + 1 if cut > 0 else start + MAX_SENTENCE_LENGTH
            yield start, cut
            start = cut  # noqa: PLW2901 - continue with the rest
        yield start, end


def find_sentence_bounds(text):
    start = 0
    for match in END.finditer(text):
        stop = match.start() + 1
        if SHORT.search(text[start:stop][-12:]) and not text[match.start() : match.end()].startswith("\n"):
            continue
        if text[start:stop].strip():
            yield start, match.end()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)
