"""Mentions of conferences and their numbers: `12es Assises`, `hội nghị lần thứ 12`, `the twelfth`."""

import re
from dataclasses import dataclass
from functools import lru_cache

from cooperation.article_reader.patterns import alternatives, any_of, list_expressions, subject
from cooperation.article_reader.reading.folding import CACHE_SIZE, is_vietnamese
from cooperation.core.languages import ENGLISH, FRENCH

BETWEEN = 90
AROUND = 90
MAX_ORDINAL = 40
OPENING = re.compile(r"[^,;:]{3,120},\s+")


@dataclass(frozen=True)
class Mention:
    """`ordinal` is None for `the conference`; `strong`: the subject of these conferences is named nearby."""

    ordinal: int | None
    start: int
    end: int
    ordinal_start: int  # offset of the number itself
    strong: bool


def find_mentions(sentence, known_subject):
    """Numbered mentions; weak ones only if the article is known to be about these conferences."""
    mentions, shift = [], sentence.start
    for match, ordinal, ordinal_start in find_ordinals(sentence):
        if is_of_another_kind(sentence, match):
            continue
        strong = is_strong(sentence, match)
        if strong or known_subject:
            overlaps = any(
                mention.start - shift < match.end() and match.start() < mention.end - shift for mention in mentions
            )
            if not overlaps:
                mentions.append(
                    Mention(ordinal, match.start() + shift, match.end() + shift, ordinal_start + shift, strong)
                )
    mentions += find_elliptic_mentions(sentence, mentions)
    return sorted(mentions, key=lambda mention: mention.start)


def find_bare_mention(sentence, *, after_mention=False):
    """`the conference`; also `it` or `elles` if the previous sentence mentioned it (`after_mention`)."""
    match = find_pronoun(sentence) if after_mention else None
    match = match or any_of("conferences", sentence.language, "nouns").search(sentence.folded)
    if not match or is_of_another_kind(sentence, match):
        return None
    start = match.start() + sentence.start
    return Mention(None, start, match.end() + sentence.start, start, is_strong(sentence, match))


def find_pronoun(sentence):
    """A pronoun at the start, or after an opening such as `Held from 9 to 12 June, the event …`."""
    pronouns = any_of("conferences", sentence.language, "pronouns")
    opening = OPENING.match(sentence.folded)
    return pronouns.match(sentence.folded) or (pronouns.match(sentence.folded, opening.end()) if opening else None)


def has_subject(sentence):
    return bool(sentence.search(any_of("conferences", sentence.language, "strong")))


def find_ordinals(sentence):
    return find_ordinals_in_text(mask_dates(sentence), sentence.language)


@lru_cache(maxsize=CACHE_SIZE)
def find_ordinals_in_text(folded, language):
    """[(match, ordinal, start of the number)]; cached, because each sentence is searched several times."""
    ordinals = []
    for expression in compile_expressions(language):
        for match in expression.finditer(folded):
            ordinal = parse_ordinal(match, language)
            if ordinal and 1 <= ordinal <= MAX_ORDINAL:
                group = next(name for name in ("n", "w", "r") if match.groupdict().get(name))
                ordinals.append((match, ordinal, match.start(group)))
    return ordinals


def mask_dates(sentence):
    """The folded text with dates masked: the `1er` of `le 1er avril` is not the number of a conference."""
    folded = sentence.folded
    for date in sentence.dates:
        if date.kind in ("days", "spans"):
            start, end = date.start - sentence.start, min(date.end, sentence.end) - sentence.start
            folded = folded[:start] + ";" * (end - start) + folded[end:]
    return folded


def parse_ordinal(match, language):
    groups = match.groupdict()
    if groups.get("n"):
        return int(groups["n"])
    if groups.get("w"):
        return get_number_words(language).get(" ".join(groups["w"].split()))
    return parse_roman(groups["r"]) if groups.get("r") else None


@lru_cache
def get_number_words(language):
    words = list_expressions("conferences", language, "words")
    return {word.replace(r"\s+", " "): number for number, word in enumerate(words, start=1)}


def parse_roman(text):
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in text]
    return sum(-number if number < max(values[index:]) else number for index, number in enumerate(values))


@lru_cache
def compile_expressions(language):
    """Expressions for ordinal + noun and noun + ordinal, with no full stop, quotation or other ordinal between."""
    noun = alternatives("conferences", language, "nouns")
    words = "|".join(sorted(list_expressions("conferences", language, "words"), key=len, reverse=True))
    marks = {
        "{n}": r"(?P<n>\d{1,2})",
        "{w}": f"(?P<w>{words})",
        "{r}": f"(?P<r>{subject('conferences')['any']['roman']})",
    }
    expressions = []
    for entry, before in (("ordinal_before", True), ("ordinal_after", False)):
        for template in list_expressions("conferences", language, entry):
            all_variants = [template, template.replace("{n}", "{w}"), template.replace("{n}", "{r}")]
            variants = all_variants if is_vietnamese(language) else [template]
            for variant in variants[: 1 if template == "{n}" else None]:
                ordinal = variant
                for mark, expression in marks.items():
                    ordinal = ordinal.replace(mark, expression)
                mark = alternatives("conferences", language, "ordinal_mark")
                expressions.append(compile_expression(ordinal, noun, before, bare=template == "{n}", mark=mark))
    return expressions


def compile_expression(ordinal, noun, before, bare, mark):
    gap = rf"(?:(?!(?<!\w){mark}\s)[^.;:()\"\d]){{0,{BETWEEN}}}?"
    if before:
        return re.compile(rf"(?<![\w.-]){ordinal}(?!\w)(?=\s){gap}(?<!\w){noun}(?!\w)")
    gap = r"\s+" if bare else rf"{gap}[\s(]+"
    tail = r"(?!\s*(?:/|-|ngày|năm|tháng|địa|đại|nước|\d))" if bare else ""
    return re.compile(rf"(?<!\w){noun}(?!\w){gap}{ordinal}(?!\w){tail}")


def is_of_another_kind(sentence, match):
    """A party congress, an anniversary, a session of parliament."""
    other = any_of("conferences", sentence.language, "other")
    after = sentence.folded[match.end() : match.end() + 30]
    is_within = other.search(match.group())
    is_behind = other.match(after.lstrip(" ,")) or other.match(
        re.sub(r"^\W*(?:of|de|du|des|của)\W+(?:the|la|le|l')?\s*", "", after)
    )
    return bool(is_within or is_behind)


def is_strong(sentence, match):
    around = sentence.folded[max(0, match.start() - AROUND) : match.end() + AROUND]
    return bool(any_of("conferences", sentence.language, "strong").search(around))


def find_elliptic_mentions(sentence, mentions):
    """`… la 6e édition à Hue en 2005 et la 8e à Hai Phong`: an ordinal without a noun after a full mention."""
    if not mentions or is_vietnamese(sentence.language):
        return []
    first = min(mention.end for mention in mentions)
    words = {
        FRENCH: r"(?:la|les)\s+(\d{1,2})(?:emes|eme|es|e)(?=\s+(?:a|au|en|dans)\s)",
        ENGLISH: r"the\s+(\d{1,2})(?:st|nd|rd|th)(?=\s+(?:in|at)\s)",
    }
    bare = re.compile(words[sentence.language])
    places = [(match, match.start() + sentence.start) for match in bare.finditer(sentence.folded)]
    return [
        Mention(int(match[1]), start, match.end() + sentence.start, start, strong=False)
        for match, start in places
        if start > first
    ]
