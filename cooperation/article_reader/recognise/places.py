"""The places in a text: matches of the gazetteer, resolved by the words around them."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from cooperation.article_reader.patterns import subject
from cooperation.article_reader.reading.folding import fold, fold_accents
from cooperation.article_reader.reading.language import VIETNAMESE

from .neighbours import Neighbours, is_surname, is_syllable
from .unknown_places import find_unknown_places

LONGER = 30
SMALL_GROUPS = ("communaute_communes", "communaute_agglomeration")


@dataclass(frozen=True)
class Place:
    """`key` is None if the name is ambiguous or unknown; `locative`: it says where, as in `in Huế`."""

    start: int
    end: int
    name: str
    key: str | None
    country: str | None
    level: str | None
    locative: bool
    confidence: float
    rule: str
    paragraph: int = 0

    def called(self):
        return self.key or self.name


def find_places(text, gazetteer, day=None, paragraph=0):
    """The places of a paragraph, in text order."""
    places = []
    matches = gazetteer.find_matches(text)
    spans = [(match.start, match.end) for match in matches]
    for match in matches:
        around = Neighbours(text, match.start, match.end, spans)
        if not is_person(match, around, gazetteer) and not is_something_else(match, around):
            place = build_place(match, around, gazetteer, day)
            if place:
                places.append(place)
    known = [(place.start, place.end) for place in places]
    places += [Place(**fields) for fields in find_unknown_places(text, known, gazetteer)]
    return sorted((replace(place, paragraph=paragraph) for place in places), key=lambda place: place.start)


def is_person(match, around, gazetteer):
    """`Nguyễn Thái Bình` and `Hà Giang Thanh` are people."""
    country = gazetteer.units[match.keys[0]].country
    if around.levels_before():
        return False
    if country == "VN" and any(is_surname(word) for word in around.run_before()):
        return True
    if country == "FR" and not around.levels() and any(is_first_name(word) for word in around.run_before()[:1]):
        return True
    first, following = around.text[match.start : match.end].split()[0], around.run_after()
    if country != "VN" or not following or not is_surname(first) or around.levels_after():
        return False
    return is_syllable(following[0]) and not is_surname(following[0])


def is_first_name(word):
    """A capitalised word that is not Vietnamese, and not a word that may begin a sentence or precede a place."""
    return word.isascii() | (not VIETNAMESE & set(word.lower())) and fold(word) not in get_opening_words()


@lru_cache
def get_opening_words():
    lists = [entry["stop_words"] for entry in subject("language").values()]
    lists += [subject("places")[entry] for entry in ("signs", "articles", "locative", "common", "openers")]
    return frozenset(fold(word) for words in lists for word in words)


def is_something_else(match, around):
    """A street, a club, a newspaper, or part of a longer name that is not in the gazetteer."""
    if compile_longer_names().match(fold_accents(around.text[match.start : match.end + LONGER])):
        return True
    if around.levels_before():
        return False
    if around.has_before("not_after") or around.has_after("not_before"):
        return True
    return around.is_hyphenated()


@lru_cache
def compile_longer_names():
    """Names of oceans, countries and bodies that begin like a place, with any space or hyphen between words."""
    names = "|".join(name.replace(" ", r"[\s-]+") for name in subject("places")["longer"])
    return re.compile(rf"(?:{names})(?!\w)")


def build_place(match, around, gazetteer, day):
    units = [gazetteer.units[key] for key in match.keys]
    levels = around.levels()
    folded = around.folded_name()
    if folded in subject("places")["wanting"] and not levels and not has_place_sign(folded, around):
        return None
    fitting = [unit for unit in units if unit.level in levels] or units
    fitting = [unit for unit in fitting if unit.exists_on(day)] or fitting
    if all(unit.kind in SMALL_GROUPS for unit in fitting) and not levels and " " not in folded:
        return None
    unit, confidence = (None, 0.5) if is_chief_town(fitting, levels) else choose_unit(fitting, units, levels, around)
    name = around.text[match.start : match.end]
    country = units[0].country if len({candidate.country for candidate in units}) == 1 else None
    return Place(
        match.start,
        match.end,
        name,
        unit.key if unit else None,
        country,
        unit.level if unit else None,
        around.is_locative(),
        confidence * (0.8 if match.misspelt else 1),
        "gazetteer",
    )


def is_chief_town(units, levels):
    """`thành phố Lào Cai` is a town named like its province."""
    return "vn_city" in levels and all(unit.level == "vn_province" for unit in units)


def has_place_sign(folded, around):
    """Whether the context marks the name as a place; required for names that are also common words."""
    if folded == "ho chi minh":
        return around.is_beside_place()
    return (
        around.is_beside_place()
        or (around.has_before("signs") and not around.run_after())
        or around.has_country_after()
    )


def choose_unit(fitting, units, levels, around):
    """The unit and the confidence; no unit if several rank equally."""
    if len(fitting) == 1 and (len(units) == 1 or levels):
        return fitting[0], 1.0
    if around.has_article() and not levels:
        larger = [unit for unit in fitting if unit.level != "fr_commune"]
        fitting = larger or fitting
    ranks = subject("places")["words"]["ranks"]
    best = max(ranks.get(unit.level, 0) for unit in fitting)
    top = [unit for unit in fitting if ranks.get(unit.level, 0) == best]
    if len(top) > 1:
        return None, 0.4
    if top[0].key == "vn-hue-city" and not levels and any(unit.key == "vn-hue" for unit in units):
        return None, 0.5  # the city, or short for its province
    return top[0], 1.0 if len(fitting) == 1 else 0.8
