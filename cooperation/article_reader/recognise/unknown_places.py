"""Places that are not in the gazetteer or are misspelt, found by a word such as `thành phố` or `ville de`."""

import re
from functools import lru_cache

from cooperation.article_reader.patterns import subject
from cooperation.article_reader.reading.folding import fold, fold_accents

from .neighbours import Neighbours, get_level_words, is_surname, is_syllable

NAME = re.compile(r"(?:[A-ZÀ-ÞĐ][^\W_]*(?:['’-][^\W_]+)*)(?: (?:[A-ZÀ-ÞĐ][^\W_]*(?:['’-][^\W_]+)*)){0,2}")
CAPITAL_AFTER = re.compile(
    r"(?<!\w)([A-ZÀ-ÞĐ][^\W_]{1,30}(?: [A-ZÀ-ÞĐ][^\W_]{2,30})?) (city|City|province|Province)(?![\w])"
)
ORGAN = re.compile(r"(?:hoi dong|conseil|council|assembly) (?:vung|tinh|thanh pho|region|de la ville) $")
SLACK = {"fr_region": 3, "fr_departement": 2, "vn_province": 1}
MIN_NAME_LENGTH = 6
OF_A_PLACE = (" de", " d", " du", " des", " of")


@lru_cache
def compile_prompts():
    """An expression for the words before a place, without those that a foreign place never follows."""
    words = [
        words
        for words, levels in get_level_words("before")
        if not words.startswith(("mairie", "maire", "mayor", "conseil", "thi truong", "quan", "huyen"))
    ]
    return re.compile(
        r"(?<!\w)("
        + "|".join(phrase.replace(" ", r"[ '-]+") for phrase in words)
        + r")(?:(?<=tp)\.)?[ ']+(?:l')?(?=\w)"
    )


def find_unknown_places(text, known, gazetteer):
    """A dict of `Place` fields for each; `known` are the (start, end) of the places of the gazetteer."""
    places, unaccented = [], fold_accents(text)
    spans = [
        (match[1], match.end(), NAME.match(text, match.end()))
        for match in compile_prompts().finditer(unaccented)
        if not any(left <= match.start() <= right + 1 for left, right in known)
    ]
    candidates = [(word, match) for word, _, match in spans if match]
    candidates += [(match[2].lower(), match) for match in CAPITAL_AFTER.finditer(text)]
    for word, match in candidates:
        start, end = match.start(), match.start() + len(match[1] if match.re is CAPITAL_AFTER else match.group())
        name = text[start:end]
        is_known = any(start < right and left < end for left, right in known)
        if (
            ORGAN.search(unaccented[: match.start()])
            or is_known
            or is_common(name, word)
            or any(left == start for left, _, _ in places)
        ):
            continue
        places.append((start, end, word))
    return [build_fields(text, start, end, word, gazetteer) for start, end, word in places]


def is_common(name, word=""):
    """Whether it is a common word or a person: `Chủ tịch thành phố Nguyễn Văn A`, but not `ville de Dong Hoi`."""
    first = name.split()[0]
    if word.endswith(OF_A_PLACE):
        vietnamese = " " in name and all(map(is_syllable, name.split()))  # `Đông` alone is the east
        return name.isupper() or fold(name if vietnamese else first) in get_common_names()
    if name.isupper() or fold(name) in get_common_names():
        return True
    return fold_accents(first) in get_common_names() or (len(name.split()) > 1 and is_surname(first))


@lru_cache
def get_common_names():
    return frozenset(subject("places")["common"])


def build_fields(text, start, end, word, gazetteer):
    name, levels = text[start:end], get_levels(word)
    key = None
    if len(name) >= MIN_NAME_LENGTH:
        slack = max([SLACK.get(level, 1) for level in levels], default=1)
        key = gazetteer.find_nearest(name, levels, slack if len(name) > 2 * MIN_NAME_LENGTH else 1)
    unit = gazetteer.units.get(key)
    around = Neighbours(text, start, end, [])
    return {
        "start": start,
        "end": end,
        "name": name,
        "key": key,
        "country": unit.country if unit else None,
        "level": unit.level if unit else None,
        "locative": around.is_locative(),
        "confidence": 0.6 if unit else 0.5,
        "rule": "near spelling" if unit else "place word",
    }


def get_levels(word):
    folded = fold(word)
    return next(
        (levels for words, levels in [*get_level_words("before"), *get_level_words("after")] if words == folded), ()
    )
