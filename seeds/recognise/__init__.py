"""Article -> Findings: what a running text says about conferences, agreements, localities, people and figures."""

from seeds.recognise.agreements import agreements_in
from seeds.recognise.conferences import conferences_in, main_ordinal
from seeds.recognise.figures import figures_in
from seeds.recognise.findings import Findings, Found, Locality
from seeds.recognise.mentions import has_subject
from seeds.recognise.partnerships import partnerships_in
from seeds.recognise.passages import sentences_of
from seeds.recognise.people import gathered, people_in
from seeds.recognise.places import places_in

__all__ = ["Findings", "Found", "recognise"]


def recognise(article, gazetteer):
    sentences = annotated(article, gazetteer)
    conferences = conferences_in(sentences)
    main = main_ordinal(sentences, any(has_subject(sentence) for sentence in sentences))
    return Findings(
        conferences=conferences,
        agreements=agreements_in(sentences, gazetteer, main),
        localities=localities_in(sentences),
        people=gathered([person for sentence in sentences for person in sentence.people]),
        figures=told_once(figures_in(sentence, bool(conferences)) for sentence in sentences),
        partnerships=partnerships_in(sentences, gazetteer),
    )


def annotated(article, gazetteer):
    day = article.near and article.near[:10]
    places = {index: places_in(text, gazetteer, day, index) for index, text in article.passages()}
    made = list(sentences_of(article))
    for sentence in made:
        in_it = [place for place in places[sentence.paragraph] if sentence.start <= place.start < sentence.end]
        sentence.places.extend(in_it)
        sentence.people.extend(people_in(sentence))
    return made


def localities_in(sentences):
    """One for each key, or for each name where the key stays open."""
    found = {}
    for sentence in sentences:
        for place in sentence.places:
            locality = found.setdefault(place.called(), Locality(place.key, place.name))
            locality.mentions.append(
                Found(place.name, sentence.paragraph, place.start, place.end, place.rule, place.confidence)
            )
    return list(found.values())


def told_once(figures):
    found = {}
    for group in figures:
        for figure in group:
            found.setdefault((figure.measure, figure.count.value), figure)
    return list(found.values())
