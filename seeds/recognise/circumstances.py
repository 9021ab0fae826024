"""When and where an agreement was signed, and at which conference."""

import re

from seeds.patterns import any_of, subject
from seeds.recognise.findings import Found
from seeds.recognise.governing import acts_in
from seeds.recognise.mentions import mentions_in
from seeds.recognise.validity import tells_end

NOT_SIGNED_THEN = {"held", "opened", "closed", "until", "talk"}


def day_of(signing, sentence):
    dates = [
        date
        for date in sentence.dates
        if date.kind not in ("periods", "spans") and signing.clause_start <= date.start < signing.clause_end
    ]
    dates = [date for date in dates if is_of_signing(date, sentence, signing) and not tells_end(date, sentence)]
    dates = [date for date in dates if date.kind != "weekdays"] or [
        date for date in dates if not tells_talk(date, sentence, signing)
    ]
    if not dates:
        return None
    fullest = max(len(date.first) for date in dates)
    near = min((date for date in dates if len(date.first) == fullest), key=lambda date: abs(date.start - signing.start))
    rule, confidence = ("weekday of signing", 0.7) if near.kind == "weekdays" else ("day of signing", 1.0)
    return Found(near.first, sentence.paragraph, near.start, near.end, rule, confidence, near.inferred)


def day_of_meeting(sentence, before):
    """`At the working session they signed …`: the only day that the sentence before tells."""
    if not before or not any_of("agreements", sentence.language, "meeting").search(sentence.shown):
        return None
    days = [date for date in before[-1].dates if date.kind == "days"]
    if len(days) != 1:
        return None
    day = days[0]
    return Found(day.first, before[-1].paragraph, day.start, day.end, "day of the meeting", 0.7, inferred=True)


def is_of_signing(date, sentence, signing):
    """No other act stands between it and what came before; a date that opens the sentence belongs to the main verb."""
    before = [act for act in acts_in(sentence) if act[2] <= date.start]
    if before and before[-1][1] < signing.end and signing.start < before[-1][2]:
        return True
    return not before or before[-1][0] not in NOT_SIGNED_THEN


def tells_talk(date, sentence, signing):
    """`On Friday she told the press that they had signed`: the day of the talk."""
    behind = [act for act in acts_in(sentence) if date.end <= act[1] < signing.start]
    return any(act[0] == "talk" for act in behind)


def venue_of(signing, sentence, parties):
    inside = [place for place in sentence.places if signing.clause_start <= place.start < signing.clause_end]
    for place in inside:
        if place.locative and not re.search(r"jumele\w* $", sentence.part(sentence.start, place.start)[-14:-1] + " "):
            return Found(place.called(), sentence.paragraph, place.start, place.end, "signed at", place.confidence)
    for place in inside[2:]:
        dated = any(0 <= date.start - place.end < 4 for date in sentence.dates)
        if dated and sentence.part(place.start - 2, place.start) == ", ":
            return Found(place.called(), sentence.paragraph, place.start, place.end, "place and date", place.confidence)
    return country_of(sentence)


def country_of(sentence):
    tables = subject("places")
    for code, names in tables["countries"].items():
        words = "|".join(name.replace(" ", r"\s+") for name in names)
        match = re.search(rf"\b(?:in|en|tai|o|au)\s+({words})(?![\w-])", sentence.flat)
        if match and not re.search(r"(?:dai su|ambassad\w+|embassy)[^,;]*$", sentence.flat[: match.start()]):
            start = match.start(1) + sentence.start
            return Found(
                tables["country_names"][code], sentence.paragraph, start, match.end(1) + sentence.start, "country", 0.8
            )
    return None


def conference_of(sentence, main):
    mentions = mentions_in(sentence, known_subject=main is not None)
    if mentions:
        first = mentions[0]
        return Found(first.ordinal, sentence.paragraph, first.start, first.end, "at the conference")
    match = any_of("agreements", sentence.language, "occasion").search(sentence.shown)
    if match and main is not None:
        start = match.start() + sentence.start
        return Found(
            main, sentence.paragraph, start, match.end() + sentence.start, "on this occasion", 0.7, inferred=True
        )
    return None
