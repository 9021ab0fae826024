"""The theme of a conference."""

import re

from cooperation.article_reader.patterns import any_of
from cooperation.article_reader.reading.language import detect

from .findings import Extraction

QUOTED = re.compile(
    r"\s*(?:[:,]|was|is|being|est|là|de|of)?\s*:?\s*\"\s*|\s+[^.;:\"]{3,70}?\s(?:was|is|being|est|était|etait|là|:)\s*:?\s*\"\s*"
)
MIN_LENGTH = 8


def find_theme(sentence):
    """The quotation right after a word such as `theme`, and its language, which may differ from that of the text."""
    for cue in any_of("conferences", sentence.language, "theme").finditer(sentence.folded):
        quote = QUOTED.match(sentence.folded, cue.end())
        before = sentence.folded[max(0, cue.start() - 60) : cue.start()]
        if not quote or any_of("conferences", sentence.language, "not_theme").search(before + quote.group()):
            continue
        end = sentence.folded.find('"', quote.end())
        end = len(sentence.folded) if end < 0 else end
        text = sentence.text[quote.end() : end].strip(" ,.")
        if len(text) >= MIN_LENGTH:
            start = sentence.start + quote.end()
            return Extraction(text, sentence.paragraph, start, start + len(text), "theme"), detect(text)
    return None
