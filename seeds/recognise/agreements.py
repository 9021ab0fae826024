"""The agreements that an article says were signed or concluded, each told once."""

from dataclasses import replace

from seeds.patterns import any_of
from seeds.reading.folding import fold
from seeds.recognise.circumstances import conference_of, day_of, day_of_meeting, venue_of
from seeds.recognise.findings import Agreement, Found
from seeds.recognise.parties import parties_of
from seeds.recognise.partners import pair_of_list, partners_told_before, with_partner
from seeds.recognise.signings import Signing, kind_in, signings_in
from seeds.recognise.validity import period_of, validity_in

LONGEST_ITEM = 140


def agreements_in(sentences, gazetteer, main):
    found, introduction, last, told_at = [], None, [], -1
    for index, sentence in enumerate(sentences):
        signings = signings_in(sentence)
        told = []
        for signing in signings:
            groups = completed(parties_of(signing, sentence, gazetteer), signing, sentences, index, found)
            told += [agreement(group, each, sentence, main) for group, each in with_kinds(groups, signing, sentence)]
        for each in told:
            each.signed_on = each.signed_on or day_of_meeting(sentence, sentences[:index])
        if not told and found and any_of("agreements", sentence.language, "anaphora").search(sentence.shown):
            enrich(found[-1], sentence, main)
            told_at = index
        if not told and last:
            lengthen(last, sentence, spoken=told_at == index - 1)
        pair = pair_of_list(sentence) if introduction and not signings else None
        if pair:
            told = [agreement(pair, *introduction, main)]
        elif signings and not told and sentence.text.rstrip().endswith(":"):
            introduction = (signings[0], sentence)
        elif sentence.places or len(sentence.text) > LONGEST_ITEM:
            introduction = None
        if told:
            found, last, told_at = [*found, *told], told, index
    return merged(found)


def with_kinds(groups, signing, sentence):
    """`an accord between A and B, a memorandum between C and D`: the kind told last before each of several pairs."""
    start = signing.clause_start
    for group in groups:
        first = min(place.start for place in group) if group else start
        told = kind_in(sentence.part(start, first), sentence.language) if len(groups) > 1 and start <= first else None
        if told:
            yield group, replace(signing, kind=told[0], kind_start=start + told[1], kind_end=start + told[2])
        else:
            yield group, signing
        start = max([start, *(place.end for place in group)])


def completed(groups, signing, sentences, index, found):
    """Groups of two and more; a lone place, or none at all, takes its partner from what was told before."""
    full = [group for group in groups if len(group) > 1]
    if full:
        return full
    sentence = sentences[index]
    both = any_of("agreements", sentence.language, "both").search(
        sentence.part(signing.clause_start, signing.clause_end)
    )
    if both:
        pair = partners_told_before(sentences, index)
        if pair:
            return [pair]
    if groups and groups[0]:
        pair = with_partner(groups[0][0], signing, sentences, index, found)
        return [pair] if pair else []
    return []


def agreement(places, signing, sentence, main):
    parties = [
        Found(
            place.called(), place.paragraph, place.start, place.end, "party", place.confidence, place.rule == "context"
        )
        for place in places
    ]
    kind = signing.kind and Found(
        signing.kind, sentence.paragraph, signing.kind_start, signing.kind_end, "kind of agreement"
    )
    starts_on, ends_on = period_of(sentence, signing.clause_start, signing.clause_end)
    signers = [person for person in sentence.people if signing.clause_start <= person.name.start < signing.clause_end]
    return Agreement(
        parties,
        kind,
        day_of(signing, sentence),
        venue_of(signing, sentence, parties),
        conference_of(sentence, main),
        starts_on,
        ends_on,
        signers,
    )


def enrich(told, sentence, main):
    """`It was signed in … on …`: more about the agreement told before."""
    signing = next(iter(signings_in(sentence)), None) or unnamed_signing(sentence)
    day = day_of(signing, sentence)
    told.signed_on = day if day and (not told.signed_on or is_by_weekday(told)) else told.signed_on
    told.place = told.place or venue_of(signing, sentence, told.parties)
    told.conference = told.conference or conference_of(sentence, main)
    told.signers += sentence.people
    if not told.ends_on:
        told.starts_on, told.ends_on = period_of(sentence, signing.clause_start, signing.clause_end)


def unnamed_signing(sentence):
    """`It was signed on …`: the verb alone."""
    verb = any_of("agreements", sentence.language, "anaphora").search(sentence.shown)
    start, end = verb.start() + sentence.start, verb.end() + sentence.start
    return Signing(start, end, sentence.start, sentence.end, None, start, start)


def lengthen(last, sentence, *, spoken):
    """`The agreement runs until …`: how long those told last are to hold."""
    plural = any_of("agreements", sentence.language, "plural").search(sentence.shown)
    parties = [party for agreement in last for party in agreement.parties]
    starts_on, ends_on = validity_in(sentence, parties, spoken=spoken)
    for told in last if plural else last[-1:]:
        if ends_on and not told.ends_on:
            told.starts_on, told.ends_on = told.starts_on or starts_on, ends_on


def merged(agreements):
    """The same parties at the same time are one agreement; what each telling adds is kept."""
    kept = []
    for each in agreements:
        same = next((other for other in kept if is_same(each, other)), None)
        if same is None:
            kept.append(each)
        else:
            add(same, each)
    return kept


def is_same(one, other):
    names = [sorted(plain(party.value) for party in agreement.parties) for agreement in (one, other)]
    if names[0] != names[1]:
        return False
    if is_by_weekday(one) or is_by_weekday(other):
        return True
    first, second = (agreement.signed_on and agreement.signed_on.value for agreement in (one, other))
    return not first or not second or first[-5:] == second[-5:] or first.startswith(second) or second.startswith(first)


def is_by_weekday(agreement):
    return bool(agreement.signed_on) and agreement.signed_on.rule == "weekday of signing"


def plain(name):
    """`vn-hue-city`, `vn-hue` and `Hué` are the same party within one article."""
    return fold(name.removeprefix("vn-").removeprefix("fr-").removesuffix("-city"))


def add(kept, more):
    generic = ("cooperation_agreement", None)
    kinds = [each.kind and each.kind.value for each in (kept, more)]
    if kinds[0] in generic and kinds[1] not in generic:
        kept.kind = more.kind
    for fact in ("place", "conference", "starts_on", "ends_on"):
        setattr(kept, fact, getattr(kept, fact) or getattr(more, fact))
    if more.signed_on and (not kept.signed_on or is_better(more, kept)):
        kept.signed_on = more.signed_on
    kept.parties = [replace(one, value=best(one, more.parties)) for one in kept.parties]
    known = {fold(person.name.value) for person in kept.signers}
    kept.signers += [person for person in more.signers if fold(person.name.value) not in known]


def is_better(more, kept):
    """A day told outright, and told more fully."""
    if is_by_weekday(more) != is_by_weekday(kept):
        return is_by_weekday(kept)
    return len(more.signed_on.value) > len(kept.signed_on.value)


def best(party, others):
    """A key rather than a name as written."""
    same = [other.value for other in others if plain(other.value) == plain(party.value)]
    return next((value for value in [party.value, *same] if value.startswith(("vn-", "fr-"))), party.value)
