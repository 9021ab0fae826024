"""How many localities of each country take part in a conference, and how many the cooperation links so far."""

import re

from seeds.patterns import alternatives, any_of, subject
from seeds.reading.folding import view
from seeds.recognise.findings import Figure, Found

NUMBER = re.compile(r"(?<![\w/.,:%-])(\d{1,3}(?:[.,]\d{3})+|\d{1,5})(?![\w/:%-]|[.,]\d)")
LONGEST = 90
LEAST_IN_WORDS = 4
LEAST, MOST_LOCALITIES, MOST_PEOPLE = 2, 200, 20000


def figures_in(sentence, has_conference):
    """The figures of one sentence; those of participants only where the article is about a conference."""
    numbers = numbers_in(sentence)
    found, sides = [], []
    for index, (count, start, end) in enumerate(numbers):
        limit = numbers[index + 1][1] if index + 1 < len(numbers) else sentence.end
        segment = sentence.part(end, min(limit, end + LONGEST))
        following = sentence.part(limit, min(sentence.end, limit + LONGEST)) if limit < sentence.end else ""
        before = sentence.part(sentence.start, numbers[0][1])[-40:]
        country = country_of(segment, following, before, sentence.language)
        if country and LEAST <= count <= MOST_LOCALITIES:
            sides.append((country, count, start, end))
        elif measure := other_measure(sentence, segment, count, start, has_conference):
            found.append(figure(sentence, measure, count, start, end))
    kind = None if not sides else kind_of(sentence, sides[0][2], has_conference)
    if kind:
        found += [figure(sentence, f"{kind}.{country}", count, start, end) for country, count, start, end in sides]
    return found


def figure(sentence, measure, count, start, end):
    return Figure(measure, Found(count, sentence.paragraph, start, end, "counted " + measure.split(".")[0]))


def numbers_in(sentence):
    dated = [(date.start, date.end) for date in sentence.dates]
    found = []
    for match in NUMBER.finditer(sentence.shown):
        start, end = match.start() + sentence.start, match.end() + sentence.start
        if not is_ordinal(sentence, match) and not any(left <= start < right for left, right in dated):
            found.append((int(re.sub(r"\D", "", match[1])), start, end))
    worded = any_of("figures", sentence.language, "counted")
    for match in worded.finditer(sentence.shown):
        value = numerals(sentence.language).get(" ".join(match.group().split()))
        scale = scale_at(sentence.shown, match.end(), sentence.language)
        value, end = (value * scale[0], scale[1]) if value and scale else (value, match.end())
        start, year = match.start() + sentence.start, re.match(r"\s+\d", sentence.shown[end:])  # `năm 2013`
        if value and value >= LEAST_IN_WORDS and not year and not any(left <= start < right for left, right in dated):
            found.append((value, start, end + sentence.start))
    return sorted(found, key=lambda each: each[1])


def scale_at(shown, start, language):
    """The hundred of `five hundred`, and where it ends."""
    for word, scale in subject("figures")[language]["scales"]:
        match = re.compile(rf"\s+{view(word, language)}(?!\w)").match(shown, start)
        if match:
            return scale, match.end()
    return None


def is_ordinal(sentence, match):
    return bool(re.search(r"(?:thứ|lần|no\.?|n°|điều)\s*$", sentence.shown[: match.start()]))


def numerals(language):
    from_words = alternatives("figures", language, "counted")
    words = from_words[3:-1].split("|") if from_words != "(?!)" else []
    return {word.replace(r"\s+", " "): value for value, word in enumerate(words, start=2)}


def country_of(segment, following, before, language):
    """`vn` or `fr` where the number counts localities; the noun may stand with the next number only."""
    noun = any_of("figures", language, "localities").search(segment)
    if not noun:
        short = re.fullmatch(r"\s*\S+(?:\s\S+)?,?\s*(?:and|et|va|và)?\s*(?:\S+\s+(?:of|de|than)\s+)?", segment)
        told_before = any_of("figures", language, "localities").search(before)
        told_after = short and any_of("figures", language, "localities").search(following[:60])
        noun = short if told_after else told_before and re.match(r"\s*\S+", segment)
        if not noun:
            return None
    for country in ("vn", "fr"):
        match = any_of("figures", language, country).search(segment)
        other = any_of("figures", language, "fr" if country == "vn" else "vn").search(segment)
        if match and (other is None or match.start() < other.start()):
            near = match.start() < noun.end() + 45 and noun.start() < 45
            return country if near else None
    return None


def kind_of(sentence, start, has_conference):
    """`mechanism` for all so far, `participants` for this conference, None for neither."""
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


def other_measure(sentence, segment, count, start, has_conference):
    language = sentence.language
    if any_of("figures", language, "projects").search(segment[:45]):
        cued = sentence.search(any_of("figures", language, "so_far")) or sentence.search(
            any_of("figures", language, "linked")
        )
        return "mechanism.projects" if cued else None
    people = any_of("figures", language, "people")
    if (
        not has_conference
        or not LEAST < count <= MOST_PEOPLE
        or sentence.search(any_of("figures", language, "elsewhere"))
    ):
        return None
    if people.search(segment[:30]) and sentence.search(any_of("figures", language, "attending")):
        return "participants.total"
    before = sentence.part(sentence.start, start)
    return "participants.total" if any_of("figures", language, "registered").search(before[-40:]) else None
