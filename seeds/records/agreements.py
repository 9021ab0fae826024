"""Agreements reported by several accounts, merged."""

from dataclasses import dataclass, field
from typing import NamedTuple

from cooperation.core.languages import ENGLISH, FRENCH, LANGUAGE_CODES, VIETNAMESE
from seeds.partial import compare
from seeds.reading.folding import fold

from .partnerships import are_localities, partnership_key, sort_parties
from .rows import build_columns, build_record, build_row
from .typography import format_position

#: How a title begins, by the kind of document.
KIND_LABELS = {
    "cooperation_agreement": {
        VIETNAMESE: "Thỏa thuận hợp tác",
        FRENCH: "Accord de coopération",
        ENGLISH: "Cooperation agreement",
    },
    "framework_agreement": {VIETNAMESE: "Thỏa thuận khung", FRENCH: "Accord-cadre", ENGLISH: "Framework agreement"},
    "convention": {VIETNAMESE: "Thỏa thuận", FRENCH: "Convention", ENGLISH: "Agreement"},
    "memorandum": {VIETNAMESE: "Bản ghi nhớ", FRENCH: "Mémorandum", ENGLISH: "Memorandum"},
    "protocol": {VIETNAMESE: "Biên bản thỏa thuận", FRENCH: "Protocole", ENGLISH: "Protocol"},
    "charter": {VIETNAMESE: "Hiến chương", FRENCH: "Charte", ENGLISH: "Charter"},
    "twinning": {
        VIETNAMESE: "Thỏa thuận kết nghĩa",
        FRENCH: "Accord de jumelage",
        ENGLISH: "Twinning agreement",
    },
    "action_programme": {
        VIETNAMESE: "Chương trình hành động",
        FRENCH: "Programme d’action",
        ENGLISH: "Action programme",
    },
    "letter_of_intent": {VIETNAMESE: "Ý định thư", FRENCH: "Lettre d’intention", ENGLISH: "Letter of intent"},
}


class AgreementMention(NamedTuple):
    """One agreement as one account reports it in one language."""

    account: object
    language: str
    finding: object


@dataclass
class MergedAgreement:
    """`signed` is the date of signature as far as known; it may be partial or empty."""

    parties: list
    signed: str
    mentions: list = field(default_factory=list)
    key: str = ""

    def values(self, fact):
        """The values of a fact in all mentions, those in the original language of an account first."""
        mentions = sorted(self.mentions, key=lambda mention: mention.language != mention.account.language)
        extractions = [getattr(mention.finding, fact) for mention in mentions]
        return [extraction.value for extraction in extractions if extraction]

    def first(self, fact, default=""):
        return next(iter(self.values(fact)), default)


def merge_agreements(accounts, conferences):
    """Mentions with the same parties and compatible dates of signature become one agreement."""
    agreements = []
    for account in accounts:
        for code in LANGUAGE_CODES:
            for finding in account.findings[code].agreements:
                add_mention(agreements, AgreementMention(account, code, finding), conferences)
    return sorted(agreements, key=lambda agreement: (agreement.signed, agreement.parties))


def add_mention(agreements, mention, conferences):
    parties = sort_parties(party.value for party in mention.finding.parties)
    if not are_localities(parties):
        return
    signed = get_signing_date(mention, conferences)
    for agreement in agreements:
        if agreement.parties == parties and compare(agreement.signed, signed) == 0:
            agreement.mentions.append(mention)
            agreement.signed = max(agreement.signed, signed, key=len)
            return
    agreements.append(MergedAgreement(parties, signed, [mention]))


def get_signing_date(mention, conferences):
    """The date in the mention, else the common part of the dates of the conference where it was signed."""
    finding = mention.finding
    if finding.signed_on and not finding.signed_on.value.startswith("--"):
        return finding.signed_on.value
    conference = conferences.get(str(finding.conference.value)) if finding.conference else None
    return get_common_date(conference["starts_on"], conference["ends_on"]) if conference else ""


def get_common_date(one, other):
    """
    >>> get_common_date("2023-04-13", "2023-04-16")
    '2023-04'
    """
    if one == other:
        return one
    return next((one[:length] for length in (7, 4) if one[:length] == other[:length]), "")


def assign_keys(agreements, edition):
    """Keep the keys that the edition fixes; build the others from the parties and the year."""
    fixed_keys = {(tuple(entry["parties"]), entry["signed"]): entry["key"] for entry in edition["agreement_keys"]}
    for agreement in agreements:
        default_key = "-".join(filter(None, [partnership_key(agreement.parties), agreement.signed[:4]]))
        agreement.key = fixed_keys.get((tuple(agreement.parties), agreement.signed[:7]), default_key)


def build_agreement_rows(agreements, tables, edition):
    """Rows of the agreements, then of their parties."""
    records, parts = [], []
    for agreement in agreements:
        kind, place = agreement.first("kind", "cooperation_agreement"), agreement.first("place")
        conference = agreement.first("conference", None) or find_conference(agreement)
        place_names = {code: tables.get_name(place, code) for code in LANGUAGE_CODES} if place in tables.units else {}
        records.append(
            build_record(
                "agreements.agreement",
                edition,
                key=agreement.key,
                **build_columns("title", {code: build_title(agreement, kind, code, tables) for code in LANGUAGE_CODES}),
                kind=kind,
                partnership=[partnership_key(agreement.parties)],
                signed_on=agreement.signed,
                **build_columns("signature_place", place_names),
                conference=[str(conference)] if conference else None,
                ends_on=agreement.first("ends_on"),
                term_rule="fixed_end" if agreement.first("ends_on") else "unknown",
                themes=[[theme] for theme in edition["agreement_themes"].get(agreement.key, [])],
            )
        )
        parts += build_party_rows(agreement, tables)
    return records + parts


def find_conference(agreement):
    """The main conference of an account of this signing, if the signing is within its dates."""
    for mention in agreement.mentions:
        main = mention.account.main_conference()
        if main and agreement.signed and is_within_conference(agreement.signed, mention.account, main):
            return main
    return None


def is_within_conference(date, account, main):
    conference = next(
        conference for conference in account.original_findings.conferences if str(conference.ordinal.value) == main
    )
    extractions = (conference.starts_on, conference.ends_on, conference.closing_on)
    dates = [extraction.value for extraction in extractions if extraction]
    return bool(dates) and min(dates) <= date <= max(dates)


def build_title(agreement, kind, language, tables):
    """ "Framework agreement between A and B (2023)".

    In French, the French parties come first, and dashes join them: the names would need their articles otherwise.
    """
    parties = [tables.get_name(key, language) for key in agreement.parties]
    year = f" ({agreement.signed[:4]})" if agreement.signed else ""
    label = KIND_LABELS[kind][language]
    if language == FRENCH:
        return f"{label} {' – '.join(reversed(parties))}{year}"
    between, and_ = {VIETNAMESE: ("giữa", "và"), ENGLISH: ("between", "and")}[language]
    return f"{label} {between} {', '.join(parties[:-1])} {and_} {parties[-1]}{year}"


def build_party_rows(agreement, tables):
    for order, party in enumerate(agreement.parties, start=1):
        name, positions = find_signer(agreement, party, tables)
        yield build_row(
            "agreements.agreementparty",
            agreement=[agreement.key],
            order=order,
            locality=[party],
            signed_by=name,
            **build_columns("position", positions),
        )


def find_signer(agreement, party, tables):
    """(name, {language: position}) of the signer whose position names the party; ("", {}) if there is none."""
    name, positions = "", {}
    for mention in agreement.mentions:
        for person in mention.finding.signers:
            position = person.position.value if person.position else ""
            if fold(tables.get_name(party, mention.language)) in fold(position):
                name = name or person.name.value
                positions.setdefault(mention.language, format_position(position, mention.language))
    return name, positions
