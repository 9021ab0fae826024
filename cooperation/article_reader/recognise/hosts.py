"""The localities that host, chair or organise a conference, in active and passive sentences."""

import re
from functools import lru_cache

from cooperation.article_reader.patterns import alternatives, any_of

from .findings import Extraction

MAX_GAP = 30


def find_hosts(region, people=()):
    """Hosts in text order; all places of an enumeration."""
    hosts = []
    for chain in build_chains(region):
        if is_part_of_position(chain[-1], people):
            continue
        acts = is_host(chain[-1], region) or is_leader(chain[-1], region)
        if acts or is_organiser(chain[0], region):
            hosts += chain
    return [build_host(place) for place in hosts]


def find_unnamed_hosts(region):
    """`Thành phố Cần Thơ giữ vai trò chủ trì.`: the conference is implied."""
    verb = compile_active(region.sentence.language, "lead_alone")
    return [
        build_host(place)
        for chain in build_chains(region)
        if verb.match(region.sentence.part(chain[-1].end, region.end))
        for place in chain
    ]


def build_host(place):
    return Extraction(place.called(), place.paragraph, place.start, place.end, "host", place.confidence)


def is_part_of_position(place, people):
    """`the mayor of Brest, Jean Le Gall, opened …`: the subject is the person, not the locality."""
    return any(person.position and person.position.start <= place.start < person.position.end for person in people)


def build_chains(region):
    """Lists of places: enumerations (`A and B`, `A, B and C`), and every other place on its own."""
    chains = []
    for place in region.places():
        gap = region.sentence.part(chains[-1][-1].end, place.start) if chains else ""
        if chains and compile_joints(region.sentence.language)[0].fullmatch(gap):
            chains[-1].append(place)
        else:
            chains.append([place])
    return [
        part for chain in chains for part in ([chain] if is_enumeration(chain, region) else [[one] for one in chain])
    ]


def is_enumeration(chain, region):
    if len(chain) == 1:
        return True
    last_gap = region.sentence.part(chain[-2].end, chain[-1].start)
    return bool(compile_joints(region.sentence.language)[1].fullmatch(last_gap))


@lru_cache
def compile_joints(language):
    """Expressions for the text between two items of an enumeration, and between its last two."""
    words, bodies = alternatives("conferences", language, "and"), build_body_pattern(language)
    return re.compile(rf"\s*(?:,|,?\s*{words}(?!\w)){bodies}\s*"), re.compile(rf",?\s*{words}(?!\w){bodies}\s*")


@lru_cache
def build_body_pattern(language):
    """An expression for any number of words such as `the People's Committee of the city of`."""
    return rf"(?:[\s'.]*(?<!\w){alternatives('conferences', language, 'bodies')}(?!\w))*[\s'.]*"


def is_organiser(place, region):
    """`organised by the People's Committee of …`."""
    sentence = region.sentence
    part_cue = any_of("conferences", sentence.language, "not_theme").search(
        sentence.part(sentence.start, max(sentence.start, region.mention.start))
    )
    cue = compile_passive(sentence.language).search(sentence.part(sentence.start, place.start))
    return bool(cue) and not part_cue


@lru_cache
def compile_passive(language):
    return re.compile(
        rf"(?<!\w){alternatives('conferences', language, 'hosted_by')}(?!\w){build_body_pattern(language)}$"
    )


def is_host(place, region):
    """`Hanoi saw …`, `Cần Thơ đăng cai …`: a verb of hosting right after the place."""
    if is_organiser(place, region):
        return True
    sentence = region.sentence
    text_after = sentence.part(place.end, min(sentence.end, place.end + MAX_GAP + 20))
    match = any_of("conferences", sentence.language, "host").search(text_after)
    if not match or match.start() > MAX_GAP or re.search(r"[,;:]\s", text_after[: match.start()]):
        return False
    if is_about_part(region, place.end + match.end()):
        return False
    return not any(other.start > place.start and other.start < place.end + match.start() for other in sentence.places)


def is_about_part(region, start):
    """Whether the object of the verb that ends at `start` is a workshop or session, not the conference."""
    end = min(region.sentence.end, start + MAX_GAP)
    if start <= region.mention.start < end:
        end = region.mention.start
    return bool(any_of("conferences", region.sentence.language, "not_theme").search(region.sentence.part(start, end)))


def is_leader(place, region):
    """A verb such as `chaired`, and the conference right after it; not `chaired a workshop at the conference`."""
    match = compile_active(region.sentence.language, "lead").match(region.sentence.part(place.end, region.end))
    return bool(match) and 0 <= region.mention.start - place.end - match.end() <= len(" the whole ")


@lru_cache
def compile_active(language, entry):
    bodies, verb = build_body_pattern(language), alternatives("conferences", language, entry)
    return re.compile(rf"(?:'s?(?!\w))?{bodies}(?<!\w){verb}(?!\w)")
