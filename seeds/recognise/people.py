"""People with their offices: the office stands before the name or, after a comma, behind it."""

import re

from seeds.patterns import alternatives, any_of
from seeds.reading.folding import fold, is_vietnamese
from seeds.recognise.findings import Found, Person
from seeds.recognise.names import names_in

STRETCH_END = re.compile(r"[;:.!?()\"](?!\w)")
ARTICLES = r"(?:de la|des?|du|the|its|their|a|an|le|la|l'|les|son|sa|leur|cac|của|then|de l'|du)"
TIDY = re.compile(rf"^(?:{ARTICLES}\s+|l'|d'|,|\s|-)+", re.IGNORECASE)
CAPITAL = re.compile(r"(?:[ld]['’])?[A-ZÀ-ÞĐ]|(?:[ld]['’])?[Ạ-ỹ](?<=[ẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ])")
OFFICE_END = re.compile(r"[,;:()\".](?=\s|$|\"|\))")
BRACKETS = re.compile(r"\([^()]{2,30}\)")
OPEN = re.compile(r"\b(?:of|for|pour|de|des|du|của)$")  # `head of the Commission for …`: what follows is its field
FARTHEST = 130
MOST_HEAD_WORDS = 6


def people_in(sentence):
    names = names_in(sentence)
    return [person for index, name in enumerate(names) if (person := judged(sentence, names, index))]


def judged(sentence, names, index):
    name = names[index]
    left = names[index - 1].end if index else sentence.start
    before, after = office_before(sentence, name, left), office_after(sentence, name)
    if before and after and holds_next(after, names, index):
        after = None
    office = after if after and (not before or after[2]) else before or after
    bare = name.vietnamese and name.syllables >= 3 and not is_a_thing(sentence, name)
    if not (office or has_honorific(sentence, name) or bare):
        return None
    confidence = 1.0 if office else 0.8 if not bare else 0.6
    rule = (
        "office before"
        if office is before and office
        else "office after"
        if office
        else "honorific"
        if not bare
        else "full name"
    )
    found = Found(name.text, sentence.paragraph, name.start, name.end, rule, confidence)
    return Person(
        found, office and Found(office[0], sentence.paragraph, office[1], office[1] + len(office[0]), rule, confidence)
    )


def holds_next(office, names, index):
    """`Chairman A, Mayor B`: what stands behind A is the office of B."""
    return index + 1 < len(names) and names[index + 1].start < office[1] + len(office[0])


def is_a_thing(sentence, name):
    """A street, a school or a theatre with a person's name."""
    behind = sentence.flat[name.end - sentence.start :]
    return bool(any_of("people", "any", "things").match(behind.lstrip()))


def has_honorific(sentence, name):
    words = any_of("people", sentence.language, "honorifics")
    before = sentence.part(sentence.start, name.start).rstrip()
    return any(match.end() >= len(before) for match in words.finditer(before))


def office_before(sentence, name, left):
    """Text and place of the office that ends right before the name."""
    shown = sentence.part(left, name.start)[-FARTHEST:]
    shift = name.start - len(shown)
    shown = without_honorific(shown, sentence.language)
    stop = max([match.end() for match in STRETCH_END.finditer(shown)], default=0)
    comma = shown.rstrip().rstrip(",").rfind(", ")
    start = max(stop, comma + 1)
    stretch = shown[start:]
    beginning = (
        begin_vietnamese(stretch, sentence.language)
        if is_vietnamese(sentence.language)
        else begin(stretch, sentence.text[shift + start - sentence.start :], sentence.language)
    )
    if beginning is None:
        return None
    return cut(sentence, shift + start + beginning, shift + start + len(stretch.rstrip(" ,-")), behind=False)


def without_honorific(shown, language):
    match = re.search(rf"(?<!\w){alternatives('people', language, 'honorifics')}\s*$", shown)
    return shown[: match.start()] if match else shown


def begin(stretch, text, language):
    """Where the longest tail begins that only holds words which an office may hold."""
    offices = any_of("people", language, "offices")
    original = list(re.finditer(r"[\w'-]+", stretch))
    heads = list(offices.finditer(stretch))
    if not heads:
        return None
    links, start = any_of("people", language, "links"), None
    for match in reversed(original):
        word = match.group()
        head = any(match.start() < each.end() and each.start() < match.end() for each in heads)
        if not (
            head or links.fullmatch(re.sub(r"^[ld]'|'s?$", "", word) or word) or CAPITAL.match(text, match.start())
        ):
            break
        start = match.start()
    return start if start is not None and any(each.start() >= start for each in heads) else None


def begin_vietnamese(stretch, language):
    stops = any_of("people", language, "stops")
    start = max([match.end() for match in stops.finditer(stretch)], default=0)
    head = any_of("people", language, "offices").search(stretch, start)
    return head.start() if head else None


def office_after(sentence, name):
    """Text, place, and True where it stands close behind a comma."""
    shown = sentence.part(name.end, sentence.end)
    match = re.match(r"\s*(?:,|-|\()(?!\s*(?:and|et|và|cùng)\s)\s*", shown)
    if not match:
        return None
    opened, language = match.end(), sentence.language
    end = segment_end(shown, opened, language)
    head = any_of("people", language, "offices").search(shown, opened, end)
    if not head or len(shown[opened : head.start()].split()) > MOST_HEAD_WORDS or "," in shown[opened : head.start()]:
        return None
    if names_between(sentence, name, name.end + opened, name.end + head.start()):
        return None
    return cut(sentence, name.end + opened, name.end + end, behind=True)


def names_between(sentence, name, start, end):
    return any(start <= each.start < end for each in names_in(sentence) if each != name)


def segment_end(shown, opened, language):
    """Up to the comma; further segments count while they begin with an office too."""
    offices, stops = any_of("people", language, "offices"), any_of("people", language, "stops")
    end = closing(shown, opened, stops)
    while shown[end : end + 2] == ", " and offices.match(shown, end + 2):
        end = closing(shown, end + 2, stops)
    return end


def closing(shown, start, stops):
    ends = [
        match.start()
        for match in OFFICE_END.finditer(BRACKETS.sub(lambda match: "_" * len(match.group()), shown[start:]))
    ]
    stop = stops.search(shown, start)
    verbs = [stop.start() - start] if stop and stop.start() - start > 3 else []
    return start + min([*ends, *verbs, len(shown) - start])


def cut(sentence, start, end, *, behind):
    text = sentence.text[start - sentence.start : end - sentence.start].rstrip(" ,;-–—(")
    if OPEN.search(text):
        return None
    match = TIDY.match(text)
    lead = match.end() if match else 0
    return (text[lead:], start + lead, behind) if text[lead:] else None


def gathered(people):
    """One person for each name, with the fullest spelling and the first office told."""
    found = {}
    for person in people:
        known = found.get(fold(person.name.value))
        if known is None:
            found[fold(person.name.value)] = person
            continue
        name = max(known.name, person.name, key=lambda each: sum(not letter.isascii() for letter in each.value))
        found[fold(person.name.value)] = Person(name, known.office or person.office)
    return list(found.values())
