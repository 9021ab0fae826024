"""The institutions that helped to hold a conference, as written: all of an enumeration, in its order."""

import re

from seeds.patterns import any_of
from seeds.reading.folding import UNACCENTED, is_vietnamese
from seeds.recognise.findings import Found

CUT = re.compile(r"[.;:]|\"|\)")
PARTING = re.compile(r",?\s+(?:and|as well as|et|ainsi que|và|cùng với|cùng|cũng như)\s+|,\s*")
LEAD = {
    "vi": re.compile(r"(?:\s|của |với |cả )*"),
    UNACCENTED: re.compile(r"(?:\s|cua |voi |ca )*"),
    "fr": re.compile(r"(?:\s|des? |du |les? |la |l'|d'|avec )*"),
    "en": re.compile(r"(?:\s|the |of |with )*"),
}
ACRONYM = re.compile(r"[A-ZĐ]{3,}(?:-[A-Z]+)*")
CONSULATE = re.compile(r"consul|lãnh sự")
FARTHEST_OBJECT = 16


def supporters_in(region):
    """Behind `with the support of`, before `supported the conference`, or within `được … hỗ trợ`."""
    found = {}
    for start, end in sorted([*behind(region), *before(region), *within(region)]):
        for left, right in institutions(region.sentence, start, end):
            name = region.sentence.text[left - region.sentence.start : right - region.sentence.start]
            found.setdefault(name, Found(name, region.sentence.paragraph, left, right, "partners"))
    return sorted(found.values(), key=lambda each: each.start)


def tells_supporters(sentence):
    """A sentence that names them without naming the conference: `Đơn vị hỗ trợ gồm …`."""
    return bool(sentence.search(any_of("conferences", sentence.language, "partners_are")))


def cues(region, *entries):
    language, shown = region.sentence.language, region.sentence.part(region.start, region.end)
    found = [match.span() for entry in entries for match in any_of("conferences", language, entry).finditer(shown)]
    return sorted((start + region.start, end + region.start) for start, end in found)


def behind(region):
    told = cues(region, "partners", "partners_are", "hosted_by")
    for index, (start, end) in enumerate(told):
        if is_of_something_else(region, start, end):
            continue
        stops = [each for each, _ in told[index + 1 : index + 2]]
        stops += [region.mention.start] if region.mention.start >= end else []
        yield end, stop_of(region, end, min([*stops, region.end]))


def before(region):
    """The subject of an active sentence whose object is the conference."""
    for start, end in cues(region, "supporting"):
        if 0 <= region.mention.start - end <= FARTHEST_OBJECT:
            opening = max(region.sentence.part(region.start, start).rfind(mark) for mark in ";:") + 1
            yield region.start + opening, start


def within(region):
    """Vietnamese sets them between `được` and the verb."""
    for _, end in cues(region, "partners_open"):
        closing = next((start for start, _ in cues(region, "partners_close") if start > end), None)
        if closing and region.mention.start < end and not CUT.search(region.sentence.part(end, closing)):
            yield end, closing


def is_of_something_else(region, start, end):
    """A signing, a project or a workshop stands between the conference and the cue: that is what was supported."""
    mention = region.mention
    between = region.sentence.part(mention.end, start) if mention.end <= start else ""
    if mention.start >= end:
        between = region.sentence.part(end, mention.start)
    language = region.sentence.language
    wordings = [("conferences", "other_act"), ("conferences", "not_theme"), ("figures", "projects")]
    return any(any_of(name, language, entry).search(between) for name, entry in wordings)


def stop_of(region, start, end):
    """Where the enumeration ends at the latest: at a verb, a date, or a place that says where."""
    sentence = region.sentence
    shown = sentence.part(start, end)
    stops = [start + match.start() for match in [CUT.search(shown)] if match]
    ends = [match.start() + start for match in any_of("conferences", sentence.language, "partners_end").finditer(shown)]
    stops += [each for each in ends if not sentence.text[each - sentence.start].isupper()]
    stops += [date.start for date in sentence.dates if start <= date.start < end]
    for place in sentence.places:
        if place.locative and start < place.start < end and not CONSULATE.search(sentence.part(start, place.start)):
            stops.append(start + sentence.part(start, place.start).rstrip().rfind(" "))
    return min([*stops, end])


def institutions(sentence, start, end):
    """Start and end of each; a part that only goes on with a ministry's name is no institution of its own."""
    found = []
    goes_on = False
    for left, right in parts(sentence, start, end):
        text = sentence.text[left - sentence.start : right - sentence.start]
        if is_institution(sentence, left, right):
            found.append((left, right))
            goes_on = True
        elif goes_on and text[:1].isupper() and not any(left <= place.start < right for place in sentence.places):
            found[-1] = (found[-1][0], right)
        else:
            goes_on = False
    return found


def parts(sentence, start, end):
    """The pieces between commas and `and`, without article and closing mark."""
    shown, left = sentence.part(start, end), 0
    for match in [*PARTING.finditer(shown), None]:
        right = match.start() if match else len(shown)
        lead = LEAD[sentence.language].match(shown, left, right).end()
        close = lead + len(shown[lead:right].rstrip(" ,-("))
        if close > lead:
            yield start + lead, start + close
        left = match.end() if match else right


def is_institution(sentence, start, end):
    """A word such as `ministry` stands in it; a Vietnamese institution begins with it, in a capital."""
    text = sentence.text[start - sentence.start : end - sentence.start]
    if ACRONYM.fullmatch(text):
        return True
    heads, shown = any_of("conferences", sentence.language, "partner_heads"), sentence.part(start, end)
    if is_vietnamese(sentence.language):
        return text[:1].isupper() and bool(heads.match(shown))
    return bool(heads.search(shown))
