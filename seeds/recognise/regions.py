"""The part of a sentence that speaks of one conference."""

from dataclasses import dataclass

from seeds.patterns import any_of
from seeds.recognise.mentions import Mention, bare_mention, mentions_in


@dataclass(frozen=True)
class Region:
    """`ordinal` is None for the conference that the article is about."""

    sentence: object
    mention: Mention
    ordinal: int | None
    start: int
    end: int

    def holds(self, item):
        return self.start <= item.start < self.end

    def dates(self):
        return [date for date in self.sentence.dates if self.holds(date)]

    def places(self):
        return [place for place in self.sentence.places if self.holds(place)]


def regions_in(sentence, known_subject, main, *, spoken=False):
    """`spoken`: the sentence before spoke of the main conference, so that `it` may mean it."""
    mentions = mentions_in(sentence, known_subject)
    if not mentions:
        bare = bare_mention(sentence, spoken=spoken) if known_subject else None
        if bare is None or any_of("conference_next", sentence.language, "next").search(sentence.shown):
            return []
        return [Region(sentence, bare, main, sentence.start, sentence.end)]
    return list(numbered_regions(sentence, mentions, main))


def whole(sentence, ordinal):
    """A sentence that leaves the conference out, as the region of one."""
    return Region(sentence, nowhere(sentence.start), ordinal, sentence.start, sentence.end)


def nowhere(start):
    return Mention(None, start, start, start, strong=False)


def numbered_regions(sentence, mentions, main):
    first = mentions[0]
    start = sentence.start
    if first.ordinal != main:
        split = max(sentence.part(start, first.start).rfind(mark) for mark in ":;")
        if split >= 0:
            yield Region(sentence, nowhere(start), main, start, start + split)
            start += split + 1
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
