"""Which act a date belongs to: `held on …`, `closed on …`, or something else that happened on that day."""

from seeds.patterns import any_of

ACTS = ["until", "closed", "opened", "held", "talk", "stated", "other_act"]
FARTHEST = 160


def acts_in(sentence):
    """Name, start and end of each act, in the order of the sentence; the first name of a place counts."""
    found = []
    for act in ACTS:
        for match in any_of("conferences", sentence.language, act).finditer(sentence.shown):
            start, end = match.start() + sentence.start, match.end() + sentence.start
            if not any(start < right and left < end for _, left, right in found):
                found.append((act, start, end))
    return sorted(found, key=lambda each: each[1])


def act_of(date, acts, sentence):
    """The nearest act before the date in its clause; for a date that opens the clause, the first after it."""
    before = [act for act in acts if act[2] <= date.start and not parted(sentence, act[2], date.start)]
    if before and date.start - before[-1][2] <= FARTHEST:
        return before[-1]
    after = [act for act in acts if act[1] >= date.end]
    return after[0] if after and after[0][1] - date.end <= FARTHEST else before[-1] if before else None


def parted(sentence, start, end):
    return ";" in sentence.part(start, end)
