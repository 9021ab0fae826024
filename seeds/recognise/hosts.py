"""Which localities hold a conference: those that host it, chair it or organise it, in active and passive wordings."""

import re
from functools import lru_cache

from seeds.patterns import alternatives, any_of
from seeds.recognise.findings import Found

LONGEST_STEP = 30


def hosts_in(region, people=()):
    """Hosts in the order of the text; of an enumeration all."""
    hosts = []
    for chain in chains(region):
        if is_of_office(chain[-1], people):
            continue
        acts = hosts_it(chain[-1], region) or leads_it(chain[-1], region)
        if acts or is_held_by(chain[0], region):
            hosts += chain
    return [found(place) for place in hosts]


def hosts_unnamed(region):
    """`Thành phố Cần Thơ giữ vai trò chủ trì.`: it is clear what is held."""
    held = active(region.sentence.language, "lead_alone")
    return [
        found(place)
        for chain in chains(region)
        if held.match(region.sentence.part(chain[-1].end, region.end))
        for place in chain
    ]


def found(place):
    return Found(place.called(), place.paragraph, place.start, place.end, "host", place.confidence)


def is_of_office(place, people):
    """`the mayor of Brest, Jean Le Gall, opened …`: the person acts, not the locality."""
    return any(person.office and person.office.start <= place.start < person.office.end for person in people)


def chains(region):
    """Places joined to one enumeration: `A and B`, `A, B and C`; every other place alone."""
    made = []
    for place in region.places():
        gap = region.sentence.part(made[-1][-1].end, place.start) if made else ""
        if made and joints(region.sentence.language)[0].fullmatch(gap):
            made[-1].append(place)
        else:
            made.append([place])
    return [each for chain in made for each in ([chain] if is_enumeration(chain, region) else [[one] for one in chain])]


def is_enumeration(chain, region):
    if len(chain) == 1:
        return True
    last = region.sentence.part(chain[-2].end, chain[-1].start)
    return bool(joints(region.sentence.language)[1].fullmatch(last))


@lru_cache
def joints(language):
    """What may stand between two of an enumeration, and between its last two."""
    words, bodies = alternatives("conferences", language, "and"), body_words(language)
    return re.compile(rf"\s*(?:,|,?\s*{words}(?!\w)){bodies}\s*"), re.compile(rf",?\s*{words}(?!\w){bodies}\s*")


@lru_cache
def body_words(language):
    """Any number of words such as `the People's Committee of the city of`."""
    return rf"(?:[\s'.]*(?<!\w){alternatives('conferences', language, 'bodies')}(?!\w))*[\s'.]*"


def is_held_by(place, region):
    """`organised by the People's Committee of …`."""
    sentence = region.sentence
    of_a_part = any_of("conferences", sentence.language, "not_theme").search(
        sentence.part(sentence.start, max(sentence.start, region.mention.start))
    )
    held = passive(sentence.language).search(sentence.part(sentence.start, place.start))
    return bool(held) and not of_a_part


@lru_cache
def passive(language):
    return re.compile(rf"(?<!\w){alternatives('conferences', language, 'hosted_by')}(?!\w){body_words(language)}$")


def hosts_it(place, region):
    """`Hanoi saw …`, `Cần Thơ đăng cai …`: an act of hosting right behind the place."""
    if is_held_by(place, region):
        return True
    sentence = region.sentence
    behind = sentence.part(place.end, min(sentence.end, place.end + LONGEST_STEP + 20))
    match = any_of("conferences", sentence.language, "host").search(behind)
    if not match or match.start() > LONGEST_STEP or re.search(r"[,;:]\s", behind[: match.start()]):
        return False
    if is_part_of_it(region, place.end + match.end()):
        return False
    return not any(each.start > place.start and each.start < place.end + match.start() for each in sentence.places)


def is_part_of_it(region, start):
    """A workshop or a session, not the conference itself, is what the verb that ends at `start` holds."""
    end = min(region.sentence.end, start + LONGEST_STEP)
    if start <= region.mention.start < end:
        end = region.mention.start
    return bool(any_of("conferences", region.sentence.language, "not_theme").search(region.sentence.part(start, end)))


def leads_it(place, region):
    """A verb of leading, with the conference right behind it: not `chaired a workshop at the conference`."""
    match = active(region.sentence.language, "lead").match(region.sentence.part(place.end, region.end))
    return bool(match) and 0 <= region.mention.start - place.end - match.end() <= len(" the whole ")


@lru_cache
def active(language, entry):
    bodies, verb = body_words(language), alternatives("conferences", language, entry)
    return re.compile(rf"(?:'s?(?!\w))?{bodies}(?<!\w){verb}(?!\w)")
