"""The motto of a conference, and the institutions that helped to hold it."""

import re

from seeds.patterns import any_of
from seeds.reading.language import detect
from seeds.recognise.found import Found

QUOTED = re.compile(
    r"\s*(?:[:,]|was|is|being|est|là|de|of)?\s*:?\s*\"\s*|\s+[^.;:\"]{3,70}?\s(?:was|is|being|est|était|etait|là|:)\s*:?\s*\"\s*"
)
CUT = re.compile(r"[.;]|\"|\)")
NEXT_PARTNER = re.compile(r",\s*|\s+(?:and|et|và|cùng)\s+")
NEW_PARTNER = re.compile(
    r"(?:l'|d[eu]s? |the )?"
    r"(?:Bộ|Đại|Hiệp|Ban|Ministry|Embass|Association|minist|ambassade|Cités|deux|French|Vietnam)"
)
SHORTEST = 8


def motto_in(sentence):
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


def partners_in(sentence):
    found = []
    heads = any_of("conferences", sentence.language, "partner_heads")
    for cue in any_of("conferences", sentence.language, "partners").finditer(sentence.shown):
        stop = CUT.search(sentence.shown, cue.end())
        start, end = cue.end(), stop.start() if stop else len(sentence.shown)
        for name, at in items(sentence.text[start:end], start):
            if heads.match(sentence.shown, at):
                found.append(
                    Found(name, sentence.paragraph, sentence.start + at, sentence.start + at + len(name), "partners")
                )
    return list({each.value: each for each in found}.values())


def items(text, shift):
    """Items of a list; `và` within a ministry's name parts no item unless a new one begins behind it."""
    start, found = 0, []
    for match in [*NEXT_PARTNER.finditer(text), None]:
        end = match.start() if match else len(text)
        behind = text[match.end() :] if match else ""
        inner = match and "," not in match.group() and not NEW_PARTNER.match(behind)
        if inner:
            continue
        raw = text[start:end]
        lead = re.match(r"\s*(?:the |des? |du |les? |la |l'|d')*", raw).end()
        name = raw[lead:].strip().removesuffix(" tổ chức")
        if name:
            found.append((name, shift + start + lead))
        start = match.end() if match else end
    return found
