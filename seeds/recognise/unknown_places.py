"""Places that the gazetteer lacks, or spells otherwise: a word such as `thành phố` or `ville de` stands before them."""

import re
from functools import lru_cache

from seeds.patterns import subject
from seeds.reading.folding import fold, fold_accents
from seeds.recognise.neighbours import Neighbours, beside, is_surname, is_syllable

NAME = re.compile(r"(?:[A-ZÀ-ÞĐ][^\W_]*(?:['’-][^\W_]+)*)(?: (?:[A-ZÀ-ÞĐ][^\W_]*(?:['’-][^\W_]+)*)){0,2}")
CAPITAL_AFTER = re.compile(
    r"(?<!\w)([A-ZÀ-ÞĐ][^\W_]{1,30}(?: [A-ZÀ-ÞĐ][^\W_]{2,30})?) (city|City|province|Province)(?![\w])"
)
ORGAN = re.compile(r"(?:hoi dong|conseil|council|assembly) (?:vung|tinh|thanh pho|region|de la ville) $")
SLACK = {"fr_region": 3, "fr_departement": 2, "vn_province": 1}
LEAST = 6
OF_A_PLACE = (" de", " d", " du", " des", " of")


@lru_cache
def prompts():
    """Place words in the singular that a foreign place may follow as well."""
    words = [
        words
        for words, levels in beside("before")
        if not words.startswith(("mairie", "maire", "mayor", "conseil", "thi truong", "quan", "huyen"))
    ]
    return re.compile(
        r"(?<!\w)(" + "|".join(each.replace(" ", r"[ '-]+") for each in words) + r")(?:(?<=tp)\.)?[ ']+(?:l')?(?=\w)"
    )


def unknown_places(text, known, gazetteer):
    """Fields of `Place` for each."""
    found, flat = [], fold_accents(text)
    spans = [
        (match[1], match.end(), NAME.match(text, match.end()))
        for match in prompts().finditer(flat)
        if not any(left <= match.start() <= right + 1 for left, right in known)
    ]
    named = [(word, match) for word, _, match in spans if match]
    named += [(match[2].lower(), match) for match in CAPITAL_AFTER.finditer(text)]
    for word, match in named:
        start, end = match.start(), match.start() + len(match[1] if match.re is CAPITAL_AFTER else match.group())
        name = text[start:end]
        taken = any(start < right and left < end for left, right in known)
        if (
            ORGAN.search(flat[: match.start()])
            or taken
            or is_common(name, word)
            or any(left == start for left, _, _ in found)
        ):
            continue
        found.append((start, end, word))
    return [fields(text, start, end, word, gazetteer) for start, end, word in found]


def is_common(name, word=""):
    """`Chủ tịch thành phố Nguyễn Văn A` goes on with a person, `ville de Dong Hoi` never does."""
    first = name.split()[0]
    if word.endswith(OF_A_PLACE):
        vietnamese = " " in name and all(map(is_syllable, name.split()))  # `Đông` alone is the east
        return name.isupper() or fold(name if vietnamese else first) in common_names()
    if name.isupper() or fold(name) in common_names():
        return True
    return fold_accents(first) in common_names() or (len(name.split()) > 1 and is_surname(first))


@lru_cache
def common_names():
    return frozenset(subject("places")["common"])


def fields(text, start, end, word, gazetteer):
    name, levels = text[start:end], levels_of(word)
    key = None
    if len(name) >= LEAST:
        slack = max([SLACK.get(level, 1) for level in levels], default=1)
        key = gazetteer.nearest(name, levels, slack if len(name) > 2 * LEAST else 1)
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


def levels_of(word):
    folded = fold(word)
    return next((levels for words, levels in [*beside("before"), *beside("after")] if words == folded), ())
