"""Article -> Findings: extract conferences, agreements, localities, people and figures from running text."""

from .agreements import find_agreements
from .conferences import find_conferences, find_main_ordinal
from .figures import find_figures
from .findings import Extraction, Findings, Locality
from .mentions import has_subject
from .partnerships import find_partnerships
from .passages import split_article
from .people import find_people, merge_people
from .places import find_places

__all__ = ["Extraction", "Findings", "recognise"]


def recognise(article, gazetteer):
    sentences = build_sentences(article, gazetteer)
    conferences = find_conferences(sentences)
    main = find_main_ordinal(sentences, any(has_subject(sentence) for sentence in sentences))
    return Findings(
        conferences=conferences,
        agreements=find_agreements(sentences, gazetteer, main),
        localities=group_localities(sentences),
        people=merge_people([person for sentence in sentences for person in sentence.people]),
        figures=merge_figures(find_figures(sentence, bool(conferences)) for sentence in sentences),
        partnerships=find_partnerships(sentences, gazetteer),
    )


def build_sentences(article, gazetteer):
    day = article.near and article.near[:10]
    places = {index: find_places(text, gazetteer, day, index) for index, text in article.passages()}
    sentences = list(split_article(article))
    for sentence in sentences:
        in_it = [place for place in places[sentence.paragraph] if sentence.start <= place.start < sentence.end]
        sentence.places.extend(in_it)
        sentence.people.extend(find_people(sentence))
    return sentences


def group_localities(sentences):
    """One locality per key, or per name if the key is not known."""
    localities = {}
    for sentence in sentences:
        for place in sentence.places:
            locality = localities.setdefault(place.called(), Locality(place.key, place.name))
            locality.mentions.append(
                Extraction(place.name, sentence.paragraph, place.start, place.end, place.rule, place.confidence)
            )
    return list(localities.values())


def merge_figures(groups):
    """The first figure of each measure and value."""
    unique = {}
    for group in groups:
        for figure in group:
            unique.setdefault((figure.measure, figure.count.value), figure)
    return list(unique.values())
