"""The agreements that an article reports as signed or concluded, without duplicates."""

from dataclasses import replace

from cooperation.article_reader.patterns import any_of
from cooperation.article_reader.reading.folding import fold

from .circumstances import find_conference, find_meeting_date, find_signing_date, find_venue
from .findings import Agreement, Extraction
from .parties import group_parties
from .partners import find_earlier_partners, find_listed_pair, find_pair
from .signings import Signing, find_kind, find_signings
from .validity import find_period, find_validity

MAX_ITEM_LENGTH = 140


def find_agreements(sentences, gazetteer, main):
    agreements, introduction, last_agreements, last_index = [], None, [], -1
    for index, sentence in enumerate(sentences):
        signings = find_signings(sentence)
        new_agreements = []
        for signing in signings:
            groups = group_parties(signing, sentence, gazetteer)
            groups = complete_groups(groups, signing, sentences, index, agreements)
            new_agreements += [
                build_agreement(group, group_signing, sentence, main)
                for group, group_signing in assign_kinds(groups, signing, sentence)
            ]
        for agreement in new_agreements:
            agreement.signed_on = agreement.signed_on or find_meeting_date(sentence, sentences[:index])
        if (
            not new_agreements
            and agreements
            and any_of("agreements", sentence.language, "anaphora").search(sentence.folded)
        ):
            enrich(agreements[-1], sentence, main)
            last_index = index
        if not new_agreements and last_agreements:
            add_period(last_agreements, sentence, after_mention=last_index == index - 1)
        pair = find_listed_pair(sentence) if introduction and not signings else None
        if pair:
            new_agreements = [build_agreement(pair, *introduction, main)]
        elif signings and not new_agreements and sentence.text.rstrip().endswith(":"):
            introduction = (signings[0], sentence)
        elif sentence.places or len(sentence.text) > MAX_ITEM_LENGTH:
            introduction = None
        if new_agreements:
            agreements, last_agreements, last_index = [*agreements, *new_agreements], new_agreements, index
    return merge_agreements(agreements)


def assign_kinds(groups, signing, sentence):
    """`an accord between A and B, a memorandum between C and D`: give each pair the kind named last before it."""
    start = signing.clause_start
    for group in groups:
        first = min(place.start for place in group) if group else start
        kind_match = (
            find_kind(sentence.part(start, first), sentence.language) if len(groups) > 1 and start <= first else None
        )
        if kind_match:
            yield (
                group,
                replace(signing, kind=kind_match[0], kind_start=start + kind_match[1], kind_end=start + kind_match[2]),
            )
        else:
            yield group, signing
        start = max([start, *(place.end for place in group)])


def complete_groups(groups, signing, sentences, index, earlier_agreements):
    """Groups of two or more places; a missing partner is taken from the text before."""
    full = [group for group in groups if len(group) > 1]
    if full:
        return full
    sentence = sentences[index]
    both = any_of("agreements", sentence.language, "both").search(
        sentence.part(signing.clause_start, signing.clause_end)
    )
    if both:
        pair = find_earlier_partners(sentences, index)
        if pair:
            return [pair]
    if groups and groups[0]:
        pair = find_pair(groups[0][0], signing, sentences, index, earlier_agreements)
        return [pair] if pair else []
    return []


def build_agreement(places, signing, sentence, main):
    parties = [
        Extraction(
            place.called(), place.paragraph, place.start, place.end, "party", place.confidence, place.rule == "context"
        )
        for place in places
    ]
    kind = signing.kind and Extraction(
        signing.kind, sentence.paragraph, signing.kind_start, signing.kind_end, "kind of agreement"
    )
    starts_on, ends_on = find_period(sentence, signing.clause_start, signing.clause_end)
    signers = [person for person in sentence.people if signing.clause_start <= person.name.start < signing.clause_end]
    return Agreement(
        parties,
        kind,
        find_signing_date(signing, sentence),
        find_venue(signing, sentence, parties),
        find_conference(sentence, main),
        starts_on,
        ends_on,
        signers,
    )


def enrich(agreement, sentence, main):
    """`It was signed in … on …`: add facts to the previous agreement."""
    signing = next(iter(find_signings(sentence)), None) or build_unnamed_signing(sentence)
    day = find_signing_date(signing, sentence)
    agreement.signed_on = day if day and (not agreement.signed_on or is_by_weekday(agreement)) else agreement.signed_on
    agreement.place = agreement.place or find_venue(signing, sentence, agreement.parties)
    agreement.conference = agreement.conference or find_conference(sentence, main)
    agreement.signers += sentence.people
    if not agreement.ends_on:
        agreement.starts_on, agreement.ends_on = find_period(sentence, signing.clause_start, signing.clause_end)


def build_unnamed_signing(sentence):
    """`It was signed on …`: only the verb."""
    verb = any_of("agreements", sentence.language, "anaphora").search(sentence.folded)
    start, end = verb.start() + sentence.start, verb.end() + sentence.start
    return Signing(start, end, sentence.start, sentence.end, None, start, start)


def add_period(last_agreements, sentence, *, after_mention):
    """`The agreement runs until …`: set the period of the last agreement, or of all in the last sentence."""
    plural = any_of("agreements", sentence.language, "plural").search(sentence.folded)
    parties = [party for agreement in last_agreements for party in agreement.parties]
    starts_on, ends_on = find_validity(sentence, parties, after_mention=after_mention)
    for agreement in last_agreements if plural else last_agreements[-1:]:
        if ends_on and not agreement.ends_on:
            agreement.starts_on, agreement.ends_on = agreement.starts_on or starts_on, ends_on


def merge_agreements(agreements):
    """Merge agreements of the same parties and date; each mention may add facts."""
    unique = []
    for agreement in agreements:
        same = next((other for other in unique if is_same(agreement, other)), None)
        if same is None:
            unique.append(agreement)
        else:
            merge_into(same, agreement)
    return unique


def is_same(one, other):
    names = [sorted(normalize_party(party.value) for party in agreement.parties) for agreement in (one, other)]
    if names[0] != names[1]:
        return False
    if is_by_weekday(one) or is_by_weekday(other):
        return True
    first, second = (agreement.signed_on and agreement.signed_on.value for agreement in (one, other))
    return not first or not second or first[-5:] == second[-5:] or first.startswith(second) or second.startswith(first)


def is_by_weekday(agreement):
    return bool(agreement.signed_on) and agreement.signed_on.rule == "weekday of signing"


def normalize_party(name):
    """Within one article, `vn-hue-city`, `vn-hue` and `Hué` are the same party."""
    return fold(name.removeprefix("vn-").removeprefix("fr-").removesuffix("-city"))


def merge_into(agreement, other):
    generic = ("cooperation_agreement", None)
    kinds = [candidate.kind and candidate.kind.value for candidate in (agreement, other)]
    if kinds[0] in generic and kinds[1] not in generic:
        agreement.kind = other.kind
    for fact in ("place", "conference", "starts_on", "ends_on"):
        setattr(agreement, fact, getattr(agreement, fact) or getattr(other, fact))
    if other.signed_on and (not agreement.signed_on or is_better(other, agreement)):
        agreement.signed_on = other.signed_on
    agreement.parties = [replace(one, value=choose_party_value(one, other.parties)) for one in agreement.parties]
    known_names = {fold(person.name.value) for person in agreement.signers}
    agreement.signers += [person for person in other.signers if fold(person.name.value) not in known_names]


def is_better(other, agreement):
    """Whether the date of `other` is better: an explicit date beats a weekday, a full date a partial one."""
    if is_by_weekday(other) != is_by_weekday(agreement):
        return is_by_weekday(agreement)
    return len(other.signed_on.value) > len(agreement.signed_on.value)


def choose_party_value(party, others):
    """Prefer a key to a name as written."""
    same = [other.value for other in others if normalize_party(other.value) == normalize_party(party.value)]
    return next((value for value in [party.value, *same] if value.startswith(("vn-", "fr-"))), party.value)
