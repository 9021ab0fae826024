"""Numbers of localities and people: in a conference, or in the whole cooperation so far."""

import re
from functools import cache

from cooperation.article_reader.patterns import alternatives, any_of, subject
from cooperation.article_reader.qualifiers import COMPARATORS, Qualifiers
from cooperation.article_reader.reading.folding import view

from .findings import Extraction, Figure

NUMBER = re.compile(r"(?<![\w/.,:%-])(\d{1,3}(?:[.,]\d{3})+|\d{1,5})(?![\w/:%-]|[.,]\d)")
MAX_DISTANCE = 90
MAX_COMPARATOR = 25
MIN_IN_WORDS = 4
MIN_COUNT, MAX_LOCALITIES, MAX_PEOPLE = 2, 200, 20000


def find_figures(sentence, has_conference):
    """The figures of one sentence; participants are counted only if the article is about a conference."""
    numbers = find_numbers(sentence)
    figures, sides = [], []
    for index, (count, start, end) in enumerate(numbers):
        limit = numbers[index + 1][1] if index + 1 < len(numbers) else sentence.end
        segment = sentence.part(end, min(limit, end + MAX_DISTANCE))
        following = sentence.part(limit, min(sentence.end, limit + MAX_DISTANCE)) if limit < sentence.end else ""
        before = sentence.part(sentence.start, numbers[0][1])[-40:]
        country = find_country(segment, following, before, sentence.language)
        if country and MIN_COUNT <= count <= MAX_LOCALITIES:
            sides.append((country, count, start, end))
        elif measure := find_other_measure(sentence, segment, count, start, has_conference):
            figures.append(build_figure(sentence, measure, count, start, end))
    kind = None if not sides else find_kind(sentence, sides[0][2], has_conference)
    if kind:
        figures += [
            build_figure(sentence, f"{kind}.{country}", count, start, end) for country, count, start, end in sides
        ]
    return figures


def build_figure(sentence, measure, count, start, end):
    extraction = Extraction(count, sentence.paragraph, start, end, "counted " + measure.split(".")[0])
    return Figure(measure, extraction, Qualifiers(find_comparator(sentence, start), find_nature(sentence, measure)))


def find_comparator(sentence, start):
    """The comparison that stands directly before a number; empty if there is none."""
    before = sentence.part(sentence.start, start)[-MAX_COMPARATOR:]
    return next((name for name in COMPARATORS if get_ending(sentence.language, name).search(before)), "")


@cache
def get_ending(language, name):
    return re.compile(rf"(?<!\w){alternatives('figures', language, name)}\s*$")


def find_nature(sentence, measure):
    """What the number counts, by the words of its sentence: plans before an event, or those who came."""
    if measure.startswith("mechanism"):
        return "so_far"
    plans = ["registered", "expected", "announced"]
    return next((name for name in plans if sentence.search(any_of("figures", sentence.language, name))), "attended")


def find_numbers(sentence):
    date_spans = [(date.start, date.end) for date in sentence.dates]
    numbers = []
    for match in NUMBER.finditer(sentence.folded):
        start, end = match.start() + sentence.start, match.end() + sentence.start
        if not is_ordinal(sentence, match) and not any(left <= start < right for left, right in date_spans):
            numbers.append((int(re.sub(r"\D", "", match[1])), start, end))
    for match in get_number_words(sentence.language).finditer(sentence.folded):
        value = get_numerals(sentence.language).get(" ".join(match.group().split()))
        scale = find_scale(sentence.folded, match.end(), sentence.language)
        value, end = (value * scale[0], scale[1]) if value and scale else (value, match.end())
        start, year = match.start() + sentence.start, re.match(r"\s+\d", sentence.folded[end:])  # `năm 2013`
        if (
            value
            and value >= MIN_IN_WORDS
            and not year
            and not any(left <= start < right for left, right in date_spans)
        ):
            numbers.append((value, start, end + sentence.start))
    return sorted(numbers, key=lambda number: number[1])


def find_scale(folded, start, language):
    """The factor after a number word (100 in `five hundred`), and its end; None if there is none."""
    for word, scale in subject("figures")[language]["scales"]:
        match = re.compile(rf"\s+{view(word, language)}(?!\w)").match(folded, start)
        if match:
            return scale, match.end()
    return None


def is_ordinal(sentence, match):
    return bool(re.search(r"(?:thứ|lần|no\.?|n°|điều)\s*$", sentence.folded[: match.start()]))


def get_numerals(language):
    pattern = alternatives("figures", language, "counted")
    words = pattern[3:-1].split("|") if pattern != "(?!)" else []
    return {word.replace(r"\s+", " "): value for value, word in enumerate(words, start=2)}


@cache
def get_number_words(language):
    """The numerals as an expression, the longest first; part of a longer one («vingt-deux») is none."""
    words = sorted(map(re.escape, get_numerals(language)), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])".replace(r"\ ", r"\s+") if words else r"(?!)")


def find_country(segment, following, before, language):
    """`vn` or `fr` if the number counts localities; the noun may come with a neighbouring number."""
    noun = any_of("figures", language, "localities").search(segment)
    if not noun:
        short = re.fullmatch(r"\s*\S+(?:\s\S+)?,?\s*(?:and|et|va|và)?\s*(?:\S+\s+(?:of|de|than)\s+)?", segment)
        has_noun_before = any_of("figures", language, "localities").search(before)
        has_noun_after = short and any_of("figures", language, "localities").search(following[:60])
        noun = short if has_noun_after else has_noun_before and re.match(r"\s*\S+", segment)
        if not noun:
            return None
    for country in ("vn", "fr"):
        match = any_of("figures", language, country).search(segment)
        other = any_of("figures", language, "fr" if country == "vn" else "vn").search(segment)
        if match and (other is None or match.start() < other.start()):
            is_near = match.start() < noun.end() + 45 and noun.start() < 45
            return country if is_near else None
    return None


def find_kind(sentence, start, has_conference):
    """`mechanism` for the cooperation so far, `participants` for this conference, or None."""
    language, before = sentence.language, sentence.part(sentence.start, start)
    if sentence.search(any_of("figures", language, "so_far")):
        return "mechanism"
    if any_of("figures", language, "taking_part").search(before[-70:]):
        return "participants"
    if sentence.search(any_of("figures", language, "linked")):
        return "mechanism"
    if sentence.search(any_of("figures", language, "elsewhere")):
        return None
    return "participants" if has_conference else None


def find_other_measure(sentence, segment, count, start, has_conference):
    language = sentence.language
    if any_of("figures", language, "projects").search(segment[:45]):
        has_cue = sentence.search(any_of("figures", language, "so_far")) or sentence.search(
            any_of("figures", language, "linked")
        )
        return "mechanism.projects" if has_cue else None
    people = any_of("figures", language, "people")
    if (
        not has_conference
        or not MIN_COUNT < count <= MAX_PEOPLE
        or sentence.search(any_of("figures", language, "elsewhere"))
    ):
        return None
    if people.search(segment[:30]) and sentence.search(any_of("figures", language, "attending")):
        return "participants.total"
    before = sentence.part(sentence.start, start)
    return "participants.total" if any_of("figures", language, "registered").search(before[-40:]) else None
