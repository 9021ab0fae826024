"""When and where an agreement was signed, and at which conference."""

import re

from cooperation.article_reader.patterns import any_of, subject

from .findings import Extraction
from .governing import find_acts
from .mentions import find_mentions
from .validity import is_end_date

NOT_SIGNED_THEN = {"held", "opened", "closed", "until", "talk"}


def find_signing_date(signing, sentence):
    dates = [
        date
        for date in sentence.dates
        if date.kind not in ("periods", "spans") and signing.clause_start <= date.start < signing.clause_end
    ]
    dates = [date for date in dates if is_signing_date(date, sentence, signing) and not is_end_date(date, sentence)]
    dates = [date for date in dates if date.kind != "weekdays"] or [
        date for date in dates if not is_date_of_talk(date, sentence, signing)
    ]
    if not dates:
        return None
    fullest = max(len(date.first) for date in dates)
    near = min((date for date in dates if len(date.first) == fullest), key=lambda date: abs(date.start - signing.start))
    rule, confidence = ("weekday of signing", 0.7) if near.kind == "weekdays" else ("day of signing", 1.0)
    return Extraction(near.first, sentence.paragraph, near.start, near.end, rule, confidence, near.inferred)


def find_meeting_date(sentence, before):
    """`At the working session they signed …`: the only date of the previous sentence."""
    if not before or not any_of("agreements", sentence.language, "meeting").search(sentence.folded):
        return None
    days = [date for date in before[-1].dates if date.kind == "days"]
    if len(days) != 1:
        return None
    day = days[0]
    return Extraction(day.first, before[-1].paragraph, day.start, day.end, "day of the meeting", 0.7, inferred=True)


def is_signing_date(date, sentence, signing):
    """Whether the act right before the date, if any, is the signing, or at least not a conference or a talk."""
    before = [act for act in find_acts(sentence) if act[2] <= date.start]
    if before and before[-1][1] < signing.end and signing.start < before[-1][2]:
        return True
    return not before or before[-1][0] not in NOT_SIGNED_THEN


def is_date_of_talk(date, sentence, signing):
    """`On Friday she told the press that they had signed`: the date of the statement, not of the signing."""
    later_acts = [act for act in find_acts(sentence) if date.end <= act[1] < signing.start]
    return any(act[0] == "talk" for act in later_acts)


def find_venue(signing, sentence, parties):
    places = [place for place in sentence.places if signing.clause_start <= place.start < signing.clause_end]
    for place in places:
        if place.locative and not re.search(r"jumele\w* $", sentence.part(sentence.start, place.start)[-14:-1] + " "):
            return Extraction(
                place.called(),
                sentence.paragraph,
                place.start,
                place.end,
                "signed at",
                place.confidence,
            )
    for place in places[2:]:
        has_date_after = any(0 <= date.start - place.end < 4 for date in sentence.dates)
        if has_date_after and sentence.part(place.start - 2, place.start) == ", ":
            return Extraction(
                place.called(), sentence.paragraph, place.start, place.end, "place and date", place.confidence
            )
    return find_country(sentence)


def find_country(sentence):
    tables = subject("places")
    for code, names in tables["countries"].items():
        words = "|".join(name.replace(" ", r"\s+") for name in names)
        match = re.search(rf"\b(?:in|en|tai|o|au)\s+({words})(?![\w-])", sentence.unaccented)
        if match and not re.search(r"(?:dai su|ambassad\w+|embassy)[^,;]*$", sentence.unaccented[: match.start()]):
            start = match.start(1) + sentence.start
            return Extraction(
                tables["country_names"][code], sentence.paragraph, start, match.end(1) + sentence.start, "country", 0.8
            )
    return None


def find_conference(sentence, main):
    mentions = find_mentions(sentence, known_subject=main is not None)
    if mentions:
        first = mentions[0]
        return Extraction(first.ordinal, sentence.paragraph, first.start, first.end, "at the conference")
    match = any_of("agreements", sentence.language, "occasion").search(sentence.folded)
    if match and main is not None:
        start = match.start() + sentence.start
        return Extraction(
            main, sentence.paragraph, start, match.end() + sentence.start, "on this occasion", 0.7, inferred=True
        )
    return None
