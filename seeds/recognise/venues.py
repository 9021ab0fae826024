"""Where a conference takes place."""

import re

from seeds.patterns import any_of, subject
from seeds.reading.folding import fold
from seeds.recognise.findings import Found
from seeds.recognise.governing import acts_in
from seeds.recognise.hosts import hosts_it, is_of_office

HELD_AT = {"held", "opened", "closed"}


def venues_in(region, people, is_main):
    """Weighted places: (weight, Found)."""
    sentence, found = region.sentence, []
    acts = [act for act in acts_in(sentence) if region.start <= act[1] < region.end]
    held = any(act[0] in HELD_AT for act in acts)
    spoke_there = held or any(act[0] == "stated" for act in acts)
    for place in region.places():
        if is_of_office(place, people):
            continue
        weight = weight_of(place, region, acts, spoke_there)
        if weight:
            rule = "host" if weight == 4 else "held at"
            found.append(
                (weight, Found(place.called(), sentence.paragraph, place.start, place.end, rule, place.confidence))
            )
    if not found:
        found += [(2, each) for each in countries_in(region, is_main)]
    return found


def weight_of(place, region, acts, held):
    if hosts_it(place, region):
        return 4
    if place.locative and (place.start > region.mention.start or held):
        return 3 if held or place.start > region.mention.start else 2
    follows_act = any(act[0] == "held" and 0 <= place.start - act[2] <= 2 for act in acts)
    return 3 if follows_act else 0


def countries_in(region, is_main):
    """`in France` for another conference than the article's own; `France will host` for any."""
    sentence = region.sentence
    tables = subject("places")
    for code, names in tables["countries"].items():
        words = "|".join(name.replace(" ", r"\s+") for name in names)
        host = re.search(
            rf"(?<![\w-])({words})\s+(?:will host|to host|hosts|hosted|accueillera|accueille|organisera|se dang cai"
            r"|dang cai|recevra)\b",
            sentence.flat,
        )
        where = re.search(rf"\b(?:in|en|tai|o|au)\s+({words})(?![\w-])", sentence.flat)
        is_host = any_of("conferences", sentence.language, "host_country").search(sentence.shown)
        told = is_host and re.search(
            rf"\b(?:sera|est|will be|is|se la|la)\s+(?:(?:la|le)\s+)?({words})(?![\w-])", sentence.flat[is_host.end() :]
        )
        if told:
            host = re.compile(rf"({words})(?![\w-])").search(sentence.flat, is_host.end() + told.start(1))
        match = host or (where if not is_main else None)
        if (
            match
            and region.start <= match.start(1) + sentence.start < region.end
            and not is_institution(sentence, match)
        ):
            start, end = match.start(1) + sentence.start, match.end(1) + sentence.start
            yield Found(tables["country_names"][code], sentence.paragraph, start, end, "country", 0.9)


def is_institution(sentence, match):
    before = fold(sentence.flat[max(0, match.start() - 30) : match.start()])
    return any(word in before for word in ("dai su", "ambassade", "embassy", "ambassador", "nguoi viet"))
