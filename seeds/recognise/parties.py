"""Who signed with whom: the places of a clause, put together by the words between them."""

import re

from seeds.patterns import any_of

DASH = re.compile(
    r"^\s*(?:province|city|ville)?\s*(?:\([^)]*\))?\s*[-/|&]\s*"
    r"(?:tỉnh|thành phố|tp\.?|vùng|the|la|le|région|region|ville de)?\s*$"
)
INSIDE = re.compile(
    r"^\s*(?:,|\(|thuộc|của|of|in|en|dans)\s*(?:the |le |la |l')?"
    r"(?:tỉnh|province d[e']|province of|province|thành phố|tp\.?|departement d[eu]|region|vùng|city of)?\s*$"
)
BRACKETS = re.compile(r"\([^)]*\)")


def parties_of(signing, sentence, gazetteer):
    """Lists of places, each the parties of one agreement; a list of one place lacks its partner."""
    places = [place for place in sentence.places if signing.clause_start <= place.start < signing.clause_end]
    groups = []
    for start, end in between_parts(signing, sentence):
        inside = [place for place in places if start <= place.start < end and not place.locative]
        if inside and "," not in sentence.part(start, inside[0].start):
            inside = distinct(without_parents(inside, sentence, gazetteer))
            groups += grouped(without_venue(inside, sentence), sentence, signing)
    if groups:
        return groups
    acting = [place for place in places if not place.locative or is_partner(place, sentence)]
    acting = without_venue(distinct(without_parents(acting, sentence, gazetteer)), sentence)
    return grouped(acting, sentence, signing)


def between_parts(signing, sentence):
    """What stands behind each `between`, up to the next."""
    shown = sentence.part(signing.clause_start, signing.clause_end)
    starts = [
        match.end() + signing.clause_start
        for match in any_of("agreements", sentence.language, "between").finditer(shown)
    ]
    return list(zip(starts, [*starts[1:], signing.clause_end], strict=False))


def is_partner(place, sentence):
    """French `à` also joins: `Brest est jumelée à Hai Phong`."""
    before = sentence.part(sentence.start, place.start)[-22:]
    return bool(re.search(r"(?:jumele\w*|liee?s?|unie?s?) (?:a|au) (?:la ville d[eu'] ?)?$", before))


def distinct(places):
    seen, kept = set(), []
    for place in places:
        if place.called() not in seen:
            seen.add(place.called())
            kept.append(place)
    return kept


def without_parents(places, sentence, gazetteer):
    """`Gimje, tỉnh Jeollabuk` and `Montreuil (Seine-Saint-Denis)` are one party each."""
    kept = []
    for place in places:
        previous = kept[-1] if kept else None
        gap = sentence.part(previous.end, place.start) if previous else ""
        if previous and is_parent(previous, place, gap, gazetteer):
            continue
        kept.append(place)
    return kept


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


def without_venue(places, sentence):
    """`…, Ha Noi, April 15, 2023` at the end of a caption tells where."""
    if len(places) < 3:
        return places
    last = places[-1]
    after = sentence.part(last.end, sentence.end).lstrip(" ,(")
    dated = any(date.start - last.end < 12 and date.start >= last.end for date in sentence.dates)
    gap = sentence.part(places[-2].end, last.start)
    is_venue = (dated and gap.strip() in (",", "in", "tại", "a")) or (not after and last.locative)
    return places[:-1] if is_venue else places


def grouped(places, sentence, signing):
    """Pairs where the words between show pairs; one list of many where they do not."""
    if len(places) < 2:
        return [places] if places else []
    gaps = [joint(places[n], places[n + 1], sentence) for n in range(len(places) - 1)]
    if "with" in gaps:
        return joined_with(places, gaps, sentence, signing)
    if "dash" in gaps:
        gaps = ["and" if gap == "dash" else "apart" for gap in gaps]
    groups = split(places, gaps)
    if all(len(group) == 2 for group in groups):
        return groups
    if len(groups) > 1 and is_plural(sentence, signing):
        return [group for group in groups if len(group) == 2] if any(len(group) == 2 for group in groups[:-1]) else []
    return [places]


def split(places, gaps):
    groups = [[places[0]]]
    for place, gap in zip(places[1:], gaps, strict=True):
        if gap == "and":
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def joint(left, right, sentence):
    """How two neighbours are joined: "dash", "with", "and" or "apart"."""
    language, gap = sentence.language, sentence.part(left.end, right.start)
    if DASH.match(gap):
        return "dash"
    plain = BRACKETS.sub(" ", gap)
    for person in sentence.people:
        for found in (person.name, person.office):
            if found and left.end <= found.start and found.end <= right.start:
                plain = plain.replace(sentence.part(found.start, found.end), " ")
    if any_of("agreements", language, "list_and").search(plain):
        return "apart"
    if is_with(plain, language):
        return "with"
    joined = any_of("agreements", language, "and").search(plain)
    apart = re.search(
        r"[;\n]|,\s*(?:and|et|và)?\s*(?:the |la |le |les |l'|tỉnh |thành phố |between |entre |giữa )*$", plain
    )
    return "apart" if apart or not joined else "and"


def is_with(gap, language):
    for match in any_of("agreements", language, "with").finditer(gap):
        if match.group() != "a" or re.search(r"jumele\w*\s*$", gap[: match.start()]):
            return True
    return False


def joined_with(places, gaps, sentence, signing):
    """What stands before the first `with` signed with what stands behind it."""
    cut = gaps.index("with") + 1
    left, right = places[:cut], places[cut:]
    if "with" in gaps[cut:]:  # `A with B, C with D`
        groups = split(places, ["and" if gap in ("with", "and") else "apart" for gap in gaps])
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
