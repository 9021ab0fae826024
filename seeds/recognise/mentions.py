"""Where a sentence speaks of a conference, and of which: `12es Assises`, `hội nghị lần thứ 12`, `the twelfth`."""

import re
from dataclasses import dataclass
from functools import lru_cache

from seeds.patterns import alternatives, any_of, subject, wordings
from seeds.reading.folding import REMEMBERED, is_vietnamese

BETWEEN = 90
AROUND = 90
HIGHEST = 40
OPENING = re.compile(r"[^,;:]{3,120},\s+")


@dataclass(frozen=True)
class Mention:
    """`ordinal` is None where it is `the conference`; `strong` where its subject is named beside it."""

    ordinal: int | None
    start: int
    end: int
    at: int  # where the ordinal itself stands
    strong: bool


def mentions_in(sentence, known_subject):
    """Numbered mentions; weak ones count only where the article is known to be about such conferences."""
    found, shift = [], sentence.start
    for match, ordinal, at in numbered(sentence):
        if is_of_another_kind(sentence, match):
            continue
        strong = is_strong(sentence, match)
        if strong or known_subject:
            taken = any(
                mention.start - shift < match.end() and match.start() < mention.end - shift for mention in found
            )
            if not taken:
                found.append(Mention(ordinal, match.start() + shift, match.end() + shift, at + shift, strong))
    found += elliptic(sentence, found)
    return sorted(found, key=lambda each: each.start)


def bare_mention(sentence, *, spoken=False):
    """`the conference`; and, where the sentence before spoke of it, `it` and `elles`."""
    match = pronoun_in(sentence) if spoken else None
    match = match or any_of("conferences", sentence.language, "nouns").search(sentence.shown)
    if not match or is_of_another_kind(sentence, match):
        return None
    start = match.start() + sentence.start
    return Mention(None, start, match.end() + sentence.start, start, is_strong(sentence, match))


def pronoun_in(sentence):
    """At the beginning, or behind an opening such as `Held from 9 to 12 June, the event …`."""
    pronouns = any_of("conferences", sentence.language, "pronouns")
    opening = OPENING.match(sentence.shown)
    return pronouns.match(sentence.shown) or (pronouns.match(sentence.shown, opening.end()) if opening else None)


def has_subject(sentence):
    return bool(sentence.search(any_of("conferences", sentence.language, "strong")))


def numbered(sentence):
    return numbers_told(without_days(sentence), sentence.language)


@lru_cache(maxsize=REMEMBERED)
def numbers_told(shown, language):
    """[(match, ordinal, start of the number)]; remembered, because a sentence is asked several times."""
    found = []
    for expression in expressions(language):
        for match in expression.finditer(shown):
            ordinal = value(match, language)
            if ordinal and 1 <= ordinal <= HIGHEST:
                group = next(name for name in ("n", "w", "r") if match.groupdict().get(name))
                found.append((match, ordinal, match.start(group)))
    return found


def without_days(sentence):
    """The `1er` of `le 1er avril` is no number of a conference; no number reaches over a day."""
    shown = sentence.shown
    for date in sentence.dates:
        if date.kind in ("days", "spans"):
            start, end = date.start - sentence.start, min(date.end, sentence.end) - sentence.start
            shown = shown[:start] + ";" * (end - start) + shown[end:]
    return shown


def value(match, language):
    groups = match.groupdict()
    if groups.get("n"):
        return int(groups["n"])
    if groups.get("w"):
        return numbers(language).get(" ".join(groups["w"].split()))
    return roman(groups["r"]) if groups.get("r") else None


@lru_cache
def numbers(language):
    words = wordings("conferences", language, "words")
    return {word.replace(r"\s+", " "): number for number, word in enumerate(words, start=1)}


def roman(text):
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in text]
    return sum(-each if each < max(values[index:]) else each for index, each in enumerate(values))


@lru_cache
def expressions(language):
    """Ordinal before the noun, and noun before the ordinal; no full stop, quotation or other ordinal between them."""
    noun = alternatives("conferences", language, "nouns")
    words = "|".join(sorted(wordings("conferences", language, "words"), key=len, reverse=True))
    marks = {
        "{n}": r"(?P<n>\d{1,2})",
        "{w}": f"(?P<w>{words})",
        "{r}": f"(?P<r>{subject('conferences')['any']['roman']})",
    }
    made = []
    for entry, before in (("ordinal_before", True), ("ordinal_after", False)):
        for form in wordings("conferences", language, entry):
            worded = [form, form.replace("{n}", "{w}"), form.replace("{n}", "{r}")]
            variants = worded if is_vietnamese(language) else [form]
            for variant in variants[: 1 if form == "{n}" else None]:
                ordinal = variant
                for mark, expression in marks.items():
                    ordinal = ordinal.replace(mark, expression)
                mark = alternatives("conferences", language, "ordinal_mark")
                made.append(compile_both(ordinal, noun, before, bare=form == "{n}", mark=mark))
    return made


def compile_both(ordinal, noun, before, bare, mark):
    gap = rf"(?:(?!(?<!\w){mark}\s)[^.;:()\"\d]){{0,{BETWEEN}}}?"
    if before:
        return re.compile(rf"(?<![\w.-]){ordinal}(?!\w)(?=\s){gap}(?<!\w){noun}(?!\w)")
    gap = r"\s+" if bare else rf"{gap}[\s(]+"
    tail = r"(?!\s*(?:/|-|ngày|năm|tháng|địa|đại|nước|\d))" if bare else ""
    return re.compile(rf"(?<!\w){noun}(?!\w){gap}{ordinal}(?!\w){tail}")


def is_of_another_kind(sentence, match):
    """A party congress, an anniversary, a session of parliament."""
    other = any_of("conferences", sentence.language, "other")
    after = sentence.shown[match.end() : match.end() + 30]
    within = other.search(match.group())
    following = other.match(after.lstrip(" ,")) or other.match(
        re.sub(r"^\W*(?:of|de|du|des|của)\W+(?:the|la|le|l')?\s*", "", after)
    )
    return bool(within or following)


def is_strong(sentence, match):
    around = sentence.shown[max(0, match.start() - AROUND) : match.end() + AROUND]
    return bool(any_of("conferences", sentence.language, "strong").search(around))


def elliptic(sentence, found):
    """`… la 6e édition à Hue en 2005 et la 8e à Hai Phong`: a bare ordinal after a full one."""
    if not found or is_vietnamese(sentence.language):
        return []
    first = min(mention.end for mention in found)
    words = {
        "fr": r"(?:la|les)\s+(\d{1,2})(?:emes|eme|es|e)(?=\s+(?:a|au|en|dans)\s)",
        "en": r"the\s+(\d{1,2})(?:st|nd|rd|th)(?=\s+(?:in|at)\s)",
    }
    bare = re.compile(words[sentence.language])
    places = [(match, match.start() + sentence.start) for match in bare.finditer(sentence.shown)]
    return [
        Mention(int(match[1]), start, match.end() + sentence.start, start, strong=False)
        for match, start in places
        if start > first
    ]
