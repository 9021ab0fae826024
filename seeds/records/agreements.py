"""Agreements told of by several accounts, merged."""

from dataclasses import dataclass, field
from typing import NamedTuple

from seeds.reading.folding import fold

from .partnerships import are_localities, ordered, partnership_key
from .rows import LANGUAGES, in_three, record, row

KIND_WORDS = {
    "cooperation_agreement": {"vi": "Thỏa thuận hợp tác", "fr": "Accord de coopération", "en": "Cooperation agreement"},
    "framework_agreement": {"vi": "Thỏa thuận khung", "fr": "Accord-cadre", "en": "Framework agreement"},
    "convention": {"vi": "Công ước hợp tác", "fr": "Convention", "en": "Convention"},
    "memorandum": {"vi": "Biên bản ghi nhớ", "fr": "Mémorandum", "en": "Memorandum"},
    "protocol": {"vi": "Nghị định thư", "fr": "Protocole", "en": "Protocol"},
    "charter": {"vi": "Hiến chương", "fr": "Charte", "en": "Charter"},
    "twinning": {"vi": "Kết nghĩa", "fr": "Jumelage", "en": "Twinning"},
    "action_programme": {"vi": "Chương trình hành động", "fr": "Programme d’action", "en": "Action programme"},
    "letter_of_intent": {"vi": "Thư bày tỏ ý định", "fr": "Lettre d’intention", "en": "Letter of intent"},
}


class Mention(NamedTuple):
    """One agreement as one account tells it in one language."""

    account: object
    language: str
    told: object


@dataclass
class Agreement:
    parties: list
    signed: str
    mentions: list = field(default_factory=list)
    key: str = ""

    def values(self, fact):
        """What the tellings say of a fact, the account's own language first."""
        ordered = sorted(self.mentions, key=lambda each: each.language != each.account.language)
        return [getattr(each.told, fact).value for each in ordered if getattr(each.told, fact)]

    def first(self, fact, default=""):
        return next(iter(self.values(fact)), default)


def merged(accounts, conferences):
    """Agreements between the same parties, of the same time, are one."""
    found = []
    for account in accounts:
        for language in LANGUAGES:
            for told in account.findings[language].agreements:
                add(found, Mention(account, language, told), conferences)
    return sorted(found, key=lambda each: (each.signed, each.parties))


def add(found, mention, conferences):
    parties = ordered(party.value for party in mention.told.parties)
    if not are_localities(parties):
        return
    signed = time_of(mention, conferences)
    for agreement in found:
        if agreement.parties == parties and agree(agreement.signed, signed):
            agreement.mentions.append(mention)
            agreement.signed = max(agreement.signed, signed, key=len)
            return
    found.append(Agreement(parties, signed, [mention]))


def time_of(mention, conferences):
    """The day told; else as much as the days of the conference share, where it was signed at one."""
    told = mention.told
    if told.signed_on and not told.signed_on.value.startswith("--"):
        return told.signed_on.value
    conference = conferences.get(str(told.conference.value)) if told.conference else None
    return shared(conference["starts_on"], conference["ends_on"]) if conference else ""


def shared(one, other):
    """
    >>> shared("2023-04-13", "2023-04-16")
    '2023-04'
    """
    if one == other:
        return one
    return next((one[:length] for length in (7, 4) if one[:length] == other[:length]), "")


def agree(one, other):
    return one.startswith(other) or other.startswith(one)


def give_keys(agreements, edition):
    kept = {(tuple(each["parties"]), each["signed"]): each["key"] for each in edition["agreement_keys"]}
    for agreement in agreements:
        made = "-".join(filter(None, [partnership_key(agreement.parties), agreement.signed[:4]]))
        agreement.key = kept.get((tuple(agreement.parties), agreement.signed[:7]), made)


def agreement_rows(agreements, tables, edition):
    records, parts = [], []
    for agreement in agreements:
        kind, place = agreement.first("kind", "cooperation_agreement"), agreement.first("place")
        conference = agreement.first("conference", None) or conference_on(agreement)
        records.append(
            record(
                "agreements.agreement",
                edition,
                key=agreement.key,
                **in_three("title", {code: title(agreement, kind, code, tables) for code in LANGUAGES}),
                kind=kind,
                partnership=[partnership_key(agreement.parties)],
                signed_on=agreement.signed,
                **in_three(
                    "signature_place",
                    {code: tables.name(place, code) for code in LANGUAGES} if place in tables.units else {},
                ),
                conference=[str(conference)] if conference else None,
                ends_on=agreement.first("ends_on"),
                term_rule="fixed_end" if agreement.first("ends_on") else "unknown",
                themes=[[theme] for theme in edition["agreement_themes"].get(agreement.key, [])],
            )
        )
        parts += party_rows(agreement, tables)
    return records + parts


def conference_on(agreement):
    """The conference that an account of this signing tells of, where the signing lies within its days."""
    for mention in agreement.mentions:
        main = mention.account.main_conference()
        if main and agreement.signed and within(agreement.signed, mention.account, main):
            return main
    return None


def within(day, account, main):
    told = next(each for each in account.own.conferences if str(each.ordinal.value) == main)
    days = [found.value for found in (told.starts_on, told.ends_on, told.closing_on) if found]
    return bool(days) and min(days) <= day <= max(days)


def title(agreement, kind, language, tables):
    parties = [tables.name(key, language) for key in agreement.parties]
    if language == "fr":
        parties.reverse()
    year = f" ({agreement.signed[:4]})" if agreement.signed else ""
    return f"{KIND_WORDS[kind][language]} {' – '.join(parties)}{year}"


def party_rows(agreement, tables):
    for order, party in enumerate(agreement.parties, start=1):
        names, offices = find_signer(agreement, party, tables)
        yield row(
            "agreements.agreementparty",
            agreement=[agreement.key],
            order=order,
            locality=[party],
            signed_by=names,
            **in_three("position", offices),
        )


def find_signer(agreement, party, tables):
    """Who signed for a party: the person whose office names it; (name, {language: office})."""
    name, offices = "", {}
    for mention in agreement.mentions:
        for person in mention.told.signers:
            office = person.office.value if person.office else ""
            if fold(tables.name(party, mention.language)) in fold(office):
                name = name or person.name.value
                offices.setdefault(mention.language, office[:1].upper() + office[1:])
    return name, offices
