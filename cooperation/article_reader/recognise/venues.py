"""Where a conference takes place."""

import re

from cooperation.article_reader.patterns import any_of, subject
from cooperation.article_reader.reading.folding import fold

from .findings import Extraction
from .governing import find_acts
from .hosts import is_host, is_part_of_position

HELD_AT = {"held", "opened", "closed"}


def find_venues(region, people, is_main):
    """(weight, extraction) of each place where the conference may be held."""
    sentence, venues = region.sentence, []
    acts = [act for act in find_acts(sentence) if region.start <= act[1] < region.end]
    is_held = any(act[0] in HELD_AT for act in acts)
    spoke_there = is_held or any(act[0] == "stated" for act in acts)
    for place in region.places():
        if is_part_of_position(place, people):
            continue
        weight = get_weight(place, region, acts, spoke_there)
        if weight:
            rule = "host" if weight == 4 else "held at"
            where = (sentence.paragraph, place.start, place.end)
            venues.append((weight, Extraction(place.called(), *where, rule, place.confidence)))
    if not venues:
        venues += [(2, country) for country in find_countries(region, is_main)]
    return venues


def get_weight(place, region, acts, is_held):
    if is_host(place, region):
        return 4
    if place.locative and (place.start > region.mention.start or is_held):
        return 3 if is_held or place.start > region.mention.start else 2
    is_after_act = any(act[0] == "held" and 0 <= place.start - act[2] <= 2 for act in acts)
    return 3 if is_after_act else 0


def find_countries(region, is_main):
    """`France will host` for any conference; `in France` only for one that is not the main one."""
    sentence = region.sentence
    tables = subject("places")
    for code, names in tables["countries"].items():
        words = "|".join(name.replace(" ", r"\s+") for name in names)
        host = re.search(
            rf"(?<![\w-])({words})\s+(?:will host|to host|hosts|hosted|accueillera|accueille|organisera|se dang cai"
            r"|dang cai|recevra)\b",
            sentence.unaccented,
        )
        where = re.search(rf"\b(?:in|en|tai|o|au)\s+({words})(?![\w-])", sentence.unaccented)
        host_cue = any_of("conferences", sentence.language, "host_country").search(sentence.folded)
        predicate = host_cue and re.search(
            rf"\b(?:sera|est|will be|is|se la|la)\s+(?:(?:la|le)\s+)?({words})(?![\w-])",
            sentence.unaccented[host_cue.end() :],
        )
        if predicate:
            host = re.compile(rf"({words})(?![\w-])").search(sentence.unaccented, host_cue.end() + predicate.start(1))
        match = host or (where if not is_main else None)
        if (
            match
            and region.start <= match.start(1) + sentence.start < region.end
            and not is_institution(sentence, match)
        ):
            start, end = match.start(1) + sentence.start, match.end(1) + sentence.start
            yield Extraction(tables["country_names"][code], sentence.paragraph, start, end, "country", 0.9)


def is_institution(sentence, match):
    before = fold(sentence.unaccented[max(0, match.start() - 30) : match.start()])
    return any(word in before for word in ("dai su", "ambassade", "embassy", "ambassador", "nguoi viet"))
