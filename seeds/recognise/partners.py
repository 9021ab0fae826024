"""Parties that the signing clause does not name itself: `the two cities`, a leader who stands for his province."""

from collections import Counter
from dataclasses import replace

from seeds.patterns import any_of

LOOK_BACK = 3
CONTEXT_CONFIDENCE = 0.6


def partners_told_before(sentences, index):
    """The only two places of the sentence, else of one of the sentences before it, else of the title."""
    near = [sentences[index], *reversed(sentences[max(0, index - LOOK_BACK) : index]), *sentences[:1]]
    for sentence in near:
        places = unlike(sentence.places)
        if len(places) == 2:
            return places if sentence is sentences[index] else [from_context(place) for place in places]
        if len(places) > 2:
            return None
    return None


def unlike(places):
    return list({place.called(): place for place in reversed(places)}.values())[::-1]


def with_partner(place, signing, sentences, index, found):
    """Its partner in an agreement already told, else the article's own locality if someone signs for `the province`."""
    sentence = sentences[index]
    known = [agreement for agreement in found if place.called() in [party.value for party in agreement.parties]]
    titled = titled_pair(place, sentences)
    if not known and not titled and not stands_for_home(signing, sentence):
        return None
    if len(known) == 1:
        other = next((party for party in known[0].parties if party.value != place.called()), None)
        partner = other and place_called(other.value, sentences)
    else:
        partner = titled or home(place, sentences)
    return [from_context(partner), place] if partner else None


def titled_pair(place, sentences):
    """The other one of the two places that the title names."""
    titles = [sentence for sentence in sentences if sentence.kind == "title"]
    places = unlike(titles[0].places) if titles else []
    if len(places) == 2 and place.called() in [each.called() for each in places]:
        return next(each for each in places if each.called() != place.called())
    return None


def stands_for_home(signing, sentence):
    shown = sentence.part(signing.clause_start, signing.clause_end)
    return bool(any_of("agreements", sentence.language, "home").search(shown))


def place_called(value, sentences):
    return next((place for sentence in sentences for place in sentence.places if place.called() == value), None)


def home(place, sentences):
    """The one locality of the other country that the article names most."""
    others = [
        each
        for sentence in sentences
        for each in sentence.places
        if each.country and each.country != place.country and not each.locative
    ]
    counts = Counter(each.called() for each in others).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] < 2 * counts[1][1]):
        return None
    return place_called(counts[0][0], sentences)


def from_context(place):
    return replace(place, rule="context", confidence=min(place.confidence, CONTEXT_CONFIDENCE))


def pair_of_list(sentence):
    """A line of a list that holds two places and little else."""
    places = unlike(sentence.places)
    if len(places) != 2:
        return None
    other = len(sentence.text) - sum(len(place.name) for place in places)
    return places if other <= 60 else None
