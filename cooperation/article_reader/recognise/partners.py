"""Parties that the signing clause does not name: `the two cities`, or a leader who signs for his province."""

from collections import Counter
from dataclasses import replace

from cooperation.article_reader.patterns import any_of

LOOK_BACK = 3
CONTEXT_CONFIDENCE = 0.6


def find_earlier_partners(sentences, index):
    """The only two places of the sentence, or of one of the sentences before it, or of the title."""
    near = [sentences[index], *reversed(sentences[max(0, index - LOOK_BACK) : index]), *sentences[:1]]
    for sentence in near:
        places = get_distinct_places(sentence.places)
        if len(places) == 2:
            return places if sentence is sentences[index] else [mark_as_context(place) for place in places]
        if len(places) > 2:
            return None
    return None


def get_distinct_places(places):
    return list({place.called(): place for place in reversed(places)}.values())[::-1]


def find_pair(place, signing, sentences, index, agreements):
    """The place and its partner: from an earlier agreement, the title, or the locality that the article is about."""
    sentence = sentences[index]
    known_agreements = [
        agreement for agreement in agreements if place.called() in [party.value for party in agreement.parties]
    ]
    titled_partner = find_partner_in_title(place, sentences)
    if not known_agreements and not titled_partner and not is_signed_for_home(signing, sentence):
        return None
    if len(known_agreements) == 1:
        other = next((party for party in known_agreements[0].parties if party.value != place.called()), None)
        partner = other and find_place(other.value, sentences)
    else:
        partner = titled_partner or find_home(place, sentences)
    return [mark_as_context(partner), place] if partner else None


def find_partner_in_title(place, sentences):
    """The other of the two places in the title."""
    titles = [sentence for sentence in sentences if sentence.kind == "title"]
    places = get_distinct_places(titles[0].places) if titles else []
    if len(places) == 2 and place.called() in [other.called() for other in places]:
        return next(other for other in places if other.called() != place.called())
    return None


def is_signed_for_home(signing, sentence):
    folded = sentence.part(signing.clause_start, signing.clause_end)
    return bool(any_of("agreements", sentence.language, "home").search(folded))


def find_place(value, sentences):
    return next((place for sentence in sentences for place in sentence.places if place.called() == value), None)


def find_home(place, sentences):
    """The locality of the other country that the article mentions most, if it clearly leads."""
    others = [
        other
        for sentence in sentences
        for other in sentence.places
        if other.country and other.country != place.country and not other.locative
    ]
    counts = Counter(other.called() for other in others).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] < 2 * counts[1][1]):
        return None
    return find_place(counts[0][0], sentences)


def mark_as_context(place):
    return replace(place, rule="context", confidence=min(place.confidence, CONTEXT_CONFIDENCE))


def find_listed_pair(sentence):
    """The two places of a list item that contains little else."""
    places = get_distinct_places(sentence.places)
    if len(places) != 2:
        return None
    other = len(sentence.text) - sum(len(place.name) for place in places)
    return places if other <= 60 else None
