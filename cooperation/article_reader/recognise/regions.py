"""The part of a sentence that is about one conference."""

from dataclasses import dataclass

from cooperation.article_reader.patterns import any_of

from .mentions import Mention, find_bare_mention, find_mentions


@dataclass(frozen=True)
class Region:
    """`ordinal` is None for the conference that the article is about."""

    sentence: object
    mention: Mention
    ordinal: int | None
    start: int
    end: int

    def contains(self, item):
        return self.start <= item.start < self.end

    def dates(self):
        return [date for date in self.sentence.dates if self.contains(date)]

    def places(self):
        return [place for place in self.sentence.places if self.contains(place)]


def find_regions(sentence, known_subject, main, *, after_mention=False):
    """`after_mention`: the previous sentence mentioned the main conference, so that `it` may refer to it."""
    mentions = find_mentions(sentence, known_subject)
    if not mentions:
        bare = find_bare_mention(sentence, after_mention=after_mention) if known_subject else None
        if bare is None or any_of("conference_next", sentence.language, "next").search(sentence.folded):
            return []
        return [Region(sentence, bare, main, sentence.start, sentence.end)]
    return list(split_at_mentions(sentence, mentions, main))


def build_whole_region(sentence, ordinal):
    """The region of a whole sentence that does not mention the conference."""
    return Region(sentence, build_empty_mention(sentence.start), ordinal, sentence.start, sentence.end)


def build_empty_mention(start):
    return Mention(None, start, start, start, strong=False)


def split_at_mentions(sentence, mentions, main):
    first = mentions[0]
    start = sentence.start
    if first.ordinal != main:
        cut = max(sentence.part(start, first.start).rfind(mark) for mark in ":;")
        if cut >= 0:
            yield Region(sentence, build_empty_mention(start), main, start, start + cut)
            start += cut + 1
    for index, mention in enumerate(mentions):
        end = mentions[index + 1].start if index + 1 < len(mentions) else sentence.end
        if index + 1 < len(mentions):
            cut = sentence.part(mention.end, end).rfind(";")
            end = mention.end + cut if cut >= 0 else end
        elif mention.ordinal != main:
            cut = sentence.part(mention.end, end).find(";")
            end = mention.end + cut if cut >= 0 else end
        yield Region(sentence, mention, mention.ordinal, start, end)
        start = end
