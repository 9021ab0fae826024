"""Who signed with whom: group the places of a clause by the words between them."""

import re

from cooperation.article_reader.patterns import any_of

DASH = re.compile(
    r"^\s*(?:province|city|ville)?\s*(?:\([^)]*\))?\s*[-/|&]\s*"
    r"(?:tỉnh|thành phố|tp\.?|vùng|the|la|le|région|region|ville de)?\s*$"
)
INSIDE = re.compile(
    r"^\s*(?:,|\(|thuộc|của|of|in|en|dans)\s*(?:the |le |la |l')?"
    r"(?:tỉnh|province d[e']|province of|province|thành phố|tp\.?|departement d[eu]|region|vùng|city of)?\s*$"
)
BRACKETS = re.compile(r"\([^)]*\)")


def group_parties(signing, sentence, gazetteer):
    """Lists of places, one list per agreement; in a list of one place the partner is missing."""
    places = [place for place in sentence.places if signing.clause_start <= place.start < signing.clause_end]
    groups = []
    for start, end in split_at_between(signing, sentence):
        part_places = [place for place in places if start <= place.start < end and not place.locative]
        if part_places and "," not in sentence.part(start, part_places[0].start):
            part_places = remove_repeated(remove_parents(part_places, sentence, gazetteer))
            groups += group_places(remove_venue(part_places, sentence), sentence, signing)
    if groups:
        return groups
    acting = [place for place in places if not place.locative or is_partner(place, sentence)]
    acting = remove_venue(remove_repeated(remove_parents(acting, sentence, gazetteer)), sentence)
    return group_places(acting, sentence, signing)


def split_at_between(signing, sentence):
    """(start, end) of the text after each `between`, up to the next one."""
    shown = sentence.part(signing.clause_start, signing.clause_end)
    starts = [
        match.end() + signing.clause_start
        for match in any_of("agreements", sentence.language, "between").finditer(shown)
    ]
    return list(zip(starts, [*starts[1:], signing.clause_end], strict=False))


def is_partner(place, sentence):
    """In French, `à` may introduce a partner: `Brest est jumelée à Hai Phong`."""
    before = sentence.part(sentence.start, place.start)[-22:]
    return bool(re.search(r"(?:jumele\w*|liee?s?|unie?s?) (?:a|au) (?:la ville d[eu'] ?)?$", before))


def remove_repeated(places):
    seen, unique = set(), []
    for place in places:
        if place.called() not in seen:
            seen.add(place.called())
            unique.append(place)
    return unique


def remove_parents(places, sentence, gazetteer):
    """`Gimje, tỉnh Jeollabuk` and `Montreuil (Seine-Saint-Denis)` are one party each."""
    parties = []
    for place in places:
        previous = parties[-1] if parties else None
        gap = sentence.part(previous.end, place.start) if previous else ""
        if previous and is_parent(previous, place, gap, gazetteer):
            continue
        parties.append(place)
    return parties


def is_parent(inner, outer, gap, gazetteer):
    if not INSIDE.match(gap):
        return False
    if inner.key and outer.key:
        unit, seen = gazetteer.units.get(inner.key), set()
        while unit and unit.parent and unit.parent not in seen:
            if unit.parent == outer.key:
                return True
            seen.add(unit.parent)
            unit = gazetteer.units.get(unit.parent)
        return False
    return inner.key is None and outer.key is None and bool(re.search(r"tỉnh|province|,\s*$", gap))


def remove_venue(places, sentence):
    """`…, Ha Noi, April 15, 2023` at the end of a caption is the place of signature, not a party."""
    if len(places) < 3:
        return places
    last = places[-1]
    after = sentence.part(last.end, sentence.end).lstrip(" ,(")
    has_date = any(date.start - last.end < 12 and date.start >= last.end for date in sentence.dates)
    gap = sentence.part(places[-2].end, last.start)
    is_venue = (has_date and gap.strip() in (",", "in", "tại", "a")) or (not after and last.locative)
    return places[:-1] if is_venue else places


def group_places(places, sentence, signing):
    """Pairs if the words between the places indicate pairs, otherwise one list of all."""
    if len(places) < 2:
        return [places] if places else []
    gaps = [find_joint(places[n], places[n + 1], sentence) for n in range(len(places) - 1)]
    if "with" in gaps:
        return pair_across_with(places, gaps, sentence, signing)
    if "dash" in gaps:
        gaps = ["and" if gap == "dash" else "apart" for gap in gaps]
    groups = split_groups(places, gaps)
    if all(len(group) == 2 for group in groups):
        return groups
    if len(groups) > 1 and is_plural(sentence, signing):
        return [group for group in groups if len(group) == 2] if any(len(group) == 2 for group in groups[:-1]) else []
    return [places]


def split_groups(places, gaps):
    groups = [[places[0]]]
    for place, gap in zip(places[1:], gaps, strict=True):
        if gap == "and":
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def find_joint(left, right, sentence):
    """How two neighbours are joined: "dash", "with", "and" or "apart"."""
    language, gap = sentence.language, sentence.part(left.end, right.start)
    if DASH.match(gap):
        return "dash"
    text = BRACKETS.sub(" ", gap)
    for person in sentence.people:
        for extraction in (person.name, person.position):
            if extraction and left.end <= extraction.start and extraction.end <= right.start:
                text = text.replace(sentence.part(extraction.start, extraction.end), " ")
    if any_of("agreements", language, "list_and").search(text):
        return "apart"
    if is_with(text, language):
        return "with"
    conjunction = any_of("agreements", language, "and").search(text)
    separator = re.search(
        r"[;\n]|,\s*(?:and|et|và)?\s*(?:the |la |le |les |l'|tỉnh |thành phố |between |entre |giữa )*$", text
    )
    return "apart" if separator or not conjunction else "and"


def is_with(gap, language):
    for match in any_of("agreements", language, "with").finditer(gap):
        if match.group() != "a" or re.search(r"jumele\w*\s*$", gap[: match.start()]):
            return True
    return False


def pair_across_with(places, gaps, sentence, signing):
    """The places before the first `with` signed with the places after it."""
    cut = gaps.index("with") + 1
    left, right = places[:cut], places[cut:]
    if "with" in gaps[cut:]:  # `A with B, C with D`
        groups = split_groups(places, ["and" if gap in ("with", "and") else "apart" for gap in gaps])
        if all(len(group) == 2 for group in groups):
            return groups
    if len(left) == len(right) > 1:
        return [list(pair) for pair in zip(left, right, strict=True)]
    if len(left) == 1 or len(right) == 1:
        if len(places) == 2 or not is_plural(sentence, signing):
            return [places]
        return [[one, other] for one in left for other in right]
    return [places]


def is_plural(sentence, signing):
    return bool(
        any_of("agreements", sentence.language, "plural").search(
            sentence.part(signing.clause_start, signing.clause_end)
        )
    )
