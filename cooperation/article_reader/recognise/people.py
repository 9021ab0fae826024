"""People with their positions: before the name or, after a comma, behind it."""

import re

from cooperation.article_reader.patterns import alternatives, any_of
from cooperation.article_reader.reading.folding import fold, is_vietnamese

from .findings import Extraction, Person
from .names import find_names

STRETCH_END = re.compile(r"[;:.!?()\"](?!\w)")
ARTICLES = r"(?:de la|des?|du|the|its|their|a|an|le|la|l'|les|son|sa|leur|cac|của|then|de l'|du)"
TIDY = re.compile(rf"^(?:{ARTICLES}\s+|l'|d'|,|\s|-)+", re.IGNORECASE)
CAPITAL = re.compile(r"(?:[ld]['’])?[A-ZÀ-ÞĐ]|(?:[ld]['’])?[Ạ-ỹ](?<=[ẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ])")
POSITION_END = re.compile(r"[,;:()\".](?=\s|$|\"|\))")
BRACKETS = re.compile(r"\([^()]{2,30}\)")
OPEN = re.compile(r"\b(?:of|for|pour|de|des|du|của)$")  # `head of the Commission for …`: incomplete
MAX_DISTANCE = 130
MAX_HEAD_WORDS = 6


def find_people(sentence):
    names = find_names(sentence)
    return [person for index, name in enumerate(names) if (person := build_person(sentence, names, index))]


def build_person(sentence, names, index):
    name = names[index]
    left = names[index - 1].end if index else sentence.start
    before, after = find_position_before(sentence, name, left), find_position_after(sentence, name)
    if before and after and is_position_of_next(after, names, index):
        after = None
    position = after if after and (not before or after[2]) else before or after
    is_bare_name = name.is_vietnamese and name.syllables >= 3 and not is_a_thing(sentence, name)
    if not (position or has_honorific(sentence, name) or is_bare_name):
        return None
    confidence = 1.0 if position else 0.8 if not is_bare_name else 0.6
    rule = (
        "office before"
        if position is before and position
        else "office after"
        if position
        else "honorific"
        if not is_bare_name
        else "full name"
    )
    extraction = Extraction(name.text, sentence.paragraph, name.start, name.end, rule, confidence)
    return Person(
        extraction,
        position
        and Extraction(position[0], sentence.paragraph, position[1], position[1] + len(position[0]), rule, confidence),
    )


def is_position_of_next(position, names, index):
    """`Chairman A, Mayor B`: the position after A is that of B."""
    return index + 1 < len(names) and names[index + 1].start < position[1] + len(position[0])


def is_a_thing(sentence, name):
    """A street, a school or a theatre with a person's name."""
    text_after = sentence.unaccented[name.end - sentence.start :]
    return bool(any_of("people", "any", "things").match(text_after.lstrip()))


def has_honorific(sentence, name):
    words = any_of("people", sentence.language, "honorifics")
    before = sentence.part(sentence.start, name.start).rstrip()
    return any(match.end() >= len(before) for match in words.finditer(before))


def find_position_before(sentence, name, left):
    """The position that ends right before the name, as (text, start, False), or None."""
    folded = sentence.part(left, name.start)[-MAX_DISTANCE:]
    shift = name.start - len(folded)
    folded = remove_honorific(folded, sentence.language)
    stop = max([match.end() for match in STRETCH_END.finditer(folded)], default=0)
    comma = folded.rstrip().rstrip(",").rfind(", ")
    start = max(stop, comma + 1)
    stretch = folded[start:]
    beginning = (
        find_vietnamese_start(stretch, sentence.language)
        if is_vietnamese(sentence.language)
        else find_start(stretch, sentence.text[shift + start - sentence.start :], sentence.language)
    )
    if beginning is None:
        return None
    offset = shift + start
    return build_position(sentence, offset + beginning, offset + len(stretch.rstrip(" ,-")), behind=False)


def remove_honorific(folded, language):
    match = re.search(rf"(?<!\w){alternatives('people', language, 'honorifics')}\s*$", folded)
    return folded[: match.start()] if match else folded


def find_start(stretch, text, language):
    """The start of the longest tail that consists only of words that a position may contain, or None."""
    position_words = any_of("people", language, "offices")
    original = list(re.finditer(r"[\w'-]+", stretch))
    heads = list(position_words.finditer(stretch))
    if not heads:
        return None
    links, start = any_of("people", language, "links"), None
    for match in reversed(original):
        word = match.group()
        head = any(
            match.start() < position_word.end() and position_word.start() < match.end() for position_word in heads
        )
        if not (
            head or links.fullmatch(re.sub(r"^[ld]'|'s?$", "", word) or word) or CAPITAL.match(text, match.start())
        ):
            break
        start = match.start()
    return start if start is not None and any(position_word.start() >= start for position_word in heads) else None


def find_vietnamese_start(stretch, language):
    stops = any_of("people", language, "stops")
    start = max([match.end() for match in stops.finditer(stretch)], default=0)
    head = any_of("people", language, "offices").search(stretch, start)
    return head.start() if head else None


def find_position_after(sentence, name):
    """The position after the name and a comma, as (text, start, True), or None."""
    folded = sentence.part(name.end, sentence.end)
    match = re.match(r"\s*(?:,|-|\()(?!\s*(?:and|et|và|cùng)\s)\s*", folded)
    if not match:
        return None
    opened, language = match.end(), sentence.language
    end = find_segment_end(folded, opened, language)
    head = any_of("people", language, "offices").search(folded, opened, end)
    if not head or len(folded[opened : head.start()].split()) > MAX_HEAD_WORDS or "," in folded[opened : head.start()]:
        return None
    if has_name_between(sentence, name, name.end + opened, name.end + head.start()):
        return None
    return build_position(sentence, name.end + opened, name.end + end, behind=True)


def has_name_between(sentence, name, start, end):
    return any(start <= other.start < end for other in find_names(sentence) if other != name)


def find_segment_end(folded, opened, language):
    """The end of the segment at the comma; following segments that begin with a position are included."""
    position_words, stops = any_of("people", language, "offices"), any_of("people", language, "stops")
    end = find_end(folded, opened, stops)
    while folded[end : end + 2] == ", " and position_words.match(folded, end + 2):
        end = find_end(folded, end + 2, stops)
    return end


def find_end(folded, start, stops):
    ends = [
        match.start()
        for match in POSITION_END.finditer(BRACKETS.sub(lambda match: "_" * len(match.group()), folded[start:]))
    ]
    stop = stops.search(folded, start)
    verbs = [stop.start() - start] if stop and stop.start() - start > 3 else []
    return start + min([*ends, *verbs, len(folded) - start])


def build_position(sentence, start, end, *, behind):
    text = sentence.text[start - sentence.start : end - sentence.start].rstrip(" ,;-–—(")
    if OPEN.search(text):
        return None
    match = TIDY.match(text)
    lead = match.end() if match else 0
    return (text[lead:], start + lead, behind) if text[lead:] else None


def merge_people(people):
    """One person per name, with the spelling that has the most accents and the first position."""
    people_by_name = {}
    for person in people:
        known = people_by_name.get(fold(person.name.value))
        if known is None:
            people_by_name[fold(person.name.value)] = person
            continue
        name = max(
            known.name, person.name, key=lambda extraction: sum(not letter.isascii() for letter in extraction.value)
        )
        people_by_name[fold(person.name.value)] = Person(name, known.position or person.position)
    return list(people_by_name.values())
