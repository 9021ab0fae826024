"""The motto of a conference."""

import re

from seeds.patterns import any_of
from seeds.reading.language import detect
from seeds.recognise.findings import Found

QUOTED = re.compile(
    r"\s*(?:[:,]|was|is|being|est|là|de|of)?\s*:?\s*\"\s*|\s+[^.;:\"]{3,70}?\s(?:was|is|being|est|était|etait|là|:)\s*:?\s*\"\s*"
)
SHORTEST = 8


def theme_in(sentence):
    """A quotation right behind a word such as `theme`; its language is its own."""
    for cue in any_of("conferences", sentence.language, "theme").finditer(sentence.shown):
        quote = QUOTED.match(sentence.shown, cue.end())
        before = sentence.shown[max(0, cue.start() - 60) : cue.start()]
        if not quote or any_of("conferences", sentence.language, "not_theme").search(before + quote.group()):
            continue
        end = sentence.shown.find('"', quote.end())
        end = len(sentence.shown) if end < 0 else end
        text = sentence.text[quote.end() : end].strip(" ,.")
        if len(text) >= SHORTEST:
            start = sentence.start + quote.end()
            return Found(text, sentence.paragraph, start, start + len(text), "theme"), detect(text)
    return None
