"""Which act a date belongs to: `held on …`, `closed on …`, or another event on that date."""

from cooperation.article_reader.patterns import any_of

ACTS = ["until", "closed", "opened", "held", "talk", "stated", "other_act"]
MAX_DISTANCE = 160


def find_acts(sentence):
    """(name, start, end) of each act, in sentence order; of overlapping acts the first in `ACTS` wins."""
    acts = []
    for act in ACTS:
        for match in any_of("conferences", sentence.language, act).finditer(sentence.folded):
            start, end = match.start() + sentence.start, match.end() + sentence.start
            if not any(start < right and left < end for _, left, right in acts):
                acts.append((act, start, end))
    return sorted(acts, key=lambda act: act[1])


def choose_act(date, acts, sentence):
    """The nearest act before the date within its clause, or else the first one after it."""
    before = [act for act in acts if act[2] <= date.start and not is_separated(sentence, act[2], date.start)]
    if before and date.start - before[-1][2] <= MAX_DISTANCE:
        return before[-1]
    after = [act for act in acts if act[1] >= date.end]
    return after[0] if after and after[0][1] - date.end <= MAX_DISTANCE else before[-1] if before else None


def is_separated(sentence, start, end):
    return ";" in sentence.part(start, end)
