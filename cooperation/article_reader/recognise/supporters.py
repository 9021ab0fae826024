"""The institutions that supported a conference, as written, in text order."""

import re

from cooperation.article_reader.patterns import any_of
from cooperation.article_reader.reading.folding import UNACCENTED, is_vietnamese
from cooperation.core.languages import ENGLISH, FRENCH, VIETNAMESE

from .findings import Extraction

CUT = re.compile(r"[.;:]|\"|\)")
SEPARATOR = re.compile(r",?\s+(?:and|as well as|et|ainsi que|và|cùng với|cùng|cũng như)\s+|,\s*")
LEAD = {
    VIETNAMESE: re.compile(r"(?:\s|của |với |cả )*"),
    UNACCENTED: re.compile(r"(?:\s|cua |voi |ca )*"),
    FRENCH: re.compile(r"(?:\s|des? |du |les? |la |l'|d'|avec )*"),
    ENGLISH: re.compile(r"(?:\s|the |of |with )*"),
}
ACRONYM = re.compile(r"[A-ZĐ]{3,}(?:-[A-Z]+)*")
CONSULATE = re.compile(r"consul|lãnh sự")
MAX_OBJECT_DISTANCE = 16


def find_supporters(region):
    """Supporters after `with the support of`, before `supported the conference`, or within `được … hỗ trợ`."""
    supporters = {}
    for start, end in sorted([*find_spans_behind(region), *find_spans_before(region), *find_spans_within(region)]):
        for left, right in find_institutions(region.sentence, start, end):
            name = region.sentence.text[left - region.sentence.start : right - region.sentence.start]
            supporters.setdefault(name, Extraction(name, region.sentence.paragraph, left, right, "partners"))
    return sorted(supporters.values(), key=lambda extraction: extraction.start)


def has_supporters(sentence):
    """Whether the sentence lists supporters without mentioning the conference: `Đơn vị hỗ trợ gồm …`."""
    return bool(sentence.search(any_of("conferences", sentence.language, "partners_are")))


def find_cues(region, *entries):
    language, folded = region.sentence.language, region.sentence.part(region.start, region.end)
    spans = [match.span() for entry in entries for match in any_of("conferences", language, entry).finditer(folded)]
    return sorted((start + region.start, end + region.start) for start, end in spans)


def find_spans_behind(region):
    cues = find_cues(region, "partners", "partners_are", "hosted_by")
    for index, (start, end) in enumerate(cues):
        if is_of_something_else(region, start, end):
            continue
        stops = [next_start for next_start, _ in cues[index + 1 : index + 2]]
        stops += [region.mention.start] if region.mention.start >= end else []
        yield end, find_stop(region, end, min([*stops, region.end]))


def find_spans_before(region):
    """The subject of an active sentence whose object is the conference."""
    for start, end in find_cues(region, "supporting"):
        if 0 <= region.mention.start - end <= MAX_OBJECT_DISTANCE:
            opening = max(region.sentence.part(region.start, start).rfind(mark) for mark in ";:") + 1
            yield region.start + opening, start


def find_spans_within(region):
    """In Vietnamese they come between `được` and the verb."""
    for _, end in find_cues(region, "partners_open"):
        closing = next((start for start, _ in find_cues(region, "partners_close") if start > end), None)
        if closing and region.mention.start < end and not CUT.search(region.sentence.part(end, closing)):
            yield end, closing


def is_of_something_else(region, start, end):
    """Whether a signing, project or workshop between the conference and the cue is what was supported."""
    mention = region.mention
    between = region.sentence.part(mention.end, start) if mention.end <= start else ""
    if mention.start >= end:
        between = region.sentence.part(end, mention.start)
    language = region.sentence.language
    patterns = [("conferences", "other_act"), ("conferences", "not_theme"), ("figures", "projects")]
    return any(any_of(name, language, entry).search(between) for name, entry in patterns)


def find_stop(region, start, end):
    """The latest end of the enumeration: a verb, a date, or a locative place."""
    sentence = region.sentence
    folded = sentence.part(start, end)
    stops = [start + match.start() for match in [CUT.search(folded)] if match]
    ends = [
        match.start() + start for match in any_of("conferences", sentence.language, "partners_end").finditer(folded)
    ]
    stops += [stop for stop in ends if not sentence.text[stop - sentence.start].isupper()]
    stops += [date.start for date in sentence.dates if start <= date.start < end]
    for place in sentence.places:
        if place.locative and start < place.start < end and not CONSULATE.search(sentence.part(start, place.start)):
            stops.append(start + sentence.part(start, place.start).rstrip().rfind(" "))
    return min([*stops, end])


def find_institutions(sentence, start, end):
    """(start, end) of each institution; a part that continues the name of a ministry is added to it."""
    spans = []
    goes_on = False
    for left, right in split_parts(sentence, start, end):
        text = sentence.text[left - sentence.start : right - sentence.start]
        if is_institution(sentence, left, right):
            spans.append((left, right))
            goes_on = True
        elif goes_on and text[:1].isupper() and not any(left <= place.start < right for place in sentence.places):
            spans[-1] = (spans[-1][0], right)
        else:
            goes_on = False
    return spans


def split_parts(sentence, start, end):
    """(start, end) of the parts between commas and `and`, without article and punctuation."""
    folded, left = sentence.part(start, end), 0
    for match in [*SEPARATOR.finditer(folded), None]:
        right = match.start() if match else len(folded)
        lead = LEAD[sentence.language].match(folded, left, right).end()
        close = lead + len(folded[lead:right].rstrip(" ,-("))
        if close > lead:
            yield start + lead, start + close
        left = match.end() if match else right


def is_institution(sentence, start, end):
    """It contains a word such as `ministry`; in Vietnamese it begins with it, capitalised."""
    text = sentence.text[start - sentence.start : end - sentence.start]
    if ACRONYM.fullmatch(text):
        return True
    heads, folded = any_of("conferences", sentence.language, "partner_heads"), sentence.part(start, end)
    if is_vietnamese(sentence.language):
        return text[:1].isupper() and bool(heads.match(folded))
    return bool(heads.search(folded))
