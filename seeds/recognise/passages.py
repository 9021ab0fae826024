"""A text cut into sentences, with the dates, places and people that stand in each."""

import re
from dataclasses import dataclass, field

from seeds.reading.folding import UNACCENTED, fold_accents, view
from seeds.recognise.dates import dates_in
from seeds.recognise.weekdays import weekdays_in

END = re.compile(r"[.!?…]+[\"”»’')]*\s+(?=[\"“«‘'(–-]?\s?[^\W\d_a-z])|\n+")
MARKED = re.compile(r"[đăơưạ-ỹ]", re.IGNORECASE)  # letters that French has not, so that its names may stand in the text
LONGEST = 3000
LEAST_MARKED = 0.02  # of all letters; with accents it is one in six
SHORT = re.compile(
    r"(?:^|[\s(])(?:TP|Tp|Mr|Mrs|Ms|Dr|St|Ste|GS|TS|PGS|ThS|Prof|No|M|MM|Mme|Mmes|Mlle|Gov|Sen|Hon|H\.E|[A-ZĐ])\.$"
)


@dataclass(frozen=True)
class Sentence:
    """`shown` is the text as the patterns of its language see it; all offsets count in the paragraph."""

    paragraph: int
    start: int
    end: int
    text: str
    shown: str
    flat: str
    language: str
    kind: str = "text"
    dates: list = field(default_factory=list)
    places: list = field(default_factory=list)
    people: list = field(default_factory=list)

    def part(self, start, end):
        return self.shown[start - self.start : end - self.start]

    def search(self, expression):
        return expression.search(self.shown)


def sentences_of(article):
    language = spelling_of(article)
    for index, text in article.passages():
        kind = article.paragraphs[index].kind if index >= 0 else "title"
        yield from sentences_in(text, language, index, kind, article.near, article.published)


def spelling_of(article):
    """The language whose wordings the text is read by."""
    text = article.kept_text()
    bare = article.language == "vi" and len(MARKED.findall(text)) < LEAST_MARKED * len(text)
    return UNACCENTED if bare else article.language


def sentences_in(text, language, index=0, kind="text", near=None, published=None):
    dates = dates_in(text, language, near)
    dates = sorted([*dates, *weekdays_in(text, language, published, dates)], key=lambda each: each.start)
    shown, flat = view(text, language), fold_accents(text)
    for start, end in bounds(text):
        inside = [each for each in dates if start <= each.start < end]
        yield Sentence(index, start, end, text[start:end], shown[start:end], flat[start:end], language, kind, inside)


def bounds(text):
    """Start and end of each sentence; what goes on for too long is a list or no prose, and is cut at a space."""
    for start, end in sentence_bounds(text):
        while end - start > LONGEST:
            cut = text.rfind(" ", start + 1, start + LONGEST)
            cut = cut + 1 if cut > 0 else start + LONGEST
            yield start, cut
            start = cut  # noqa: PLW2901 - what is left
        yield start, end


def sentence_bounds(text):
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
