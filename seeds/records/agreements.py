"""Agreements that accounts state, merged."""

from dataclasses import dataclass, field

from cooperation.article_reader.facts import Subject
from cooperation.article_reader.reading.folding import fold
from cooperation.core.languages import ENGLISH, FRENCH, LANGUAGE_CODES, VIETNAMESE

from .partnerships import partnership_key, sort_parties
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


@dataclass
class MergedAgreement:
    """An agreement over all accounts; `signed` is its date as far as known; it may be partial.

    `facts_by_account` are [(account, its facts on the agreement)].
    """

    key: str
    parties: list
    signed: str = ""
    facts_by_account: list = field(default_factory=list)

    def values(self, name):
        """The values of a fact, in the order of the accounts."""
        return [fact.value for _account, facts in self.facts_by_account for fact in facts if fact.name == name]

    def first(self, name, default=""):
        return next(iter(self.values(name)), default)


def merge_agreements(accounts, conferences):
    """The agreements of all accounts, by their keys."""
    agreements = {}
    for account in accounts:
        for subject, facts in account.facts_by_subject.items():
            if subject.kind == "agreement":
                parties = sort_parties(fact.value for fact in facts if fact.name == "parties")
                agreement = agreements.setdefault(subject.key, MergedAgreement(subject.key, parties))
                agreement.facts_by_account.append((account, facts))
                agreement.signed = max(agreement.signed, get_signing_date(facts, conferences), key=len)
    return sorted(agreements.values(), key=lambda agreement: (agreement.signed, agreement.parties))


def get_signing_date(facts, conferences):
    """The date in the facts, else the common part of the dates of the conference where it was signed."""
    values = {fact.name: fact.value for fact in facts}
    if "signed_on" in values:
        return values["signed_on"]
    conference = conferences.get(values.get("conference"))
    return get_common_date(conference["starts_on"], conference["ends_on"]) if conference else ""


def get_common_date(one, other):
    """
    >>> get_common_date("2023-04-13", "2023-04-16")
    '2023-04'
    """
    if one == other:
        return one
    return next((one[:length] for length in (7, 4) if one[:length] == other[:length]), "")


def build_agreement_rows(agreements, tables, edition):
    """Rows of the agreements, then of their parties."""
    records, parts = [], []
    for agreement in agreements:
        kind, place = agreement.first("kind", "cooperation_agreement"), agreement.first("signature_place")
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
                is_signed_undated=not agreement.signed and bool(agreement.values("is_signed")),
                **build_columns("signature_place", place_names),
                conference=[str(conference)] if conference else None,
                ends_on=agreement.first("ends_on"),
                term_rule="fixed_end" if agreement.first("ends_on") else "unknown",
                themes=[[theme] for theme in get_themes(agreement, edition)],
            )
        )
        parts += build_party_rows(agreement, tables)
    return records + parts


def get_themes(agreement, edition):
    """Those that accounts name, then those by which the secretariat classifies it."""
    return list(dict.fromkeys([*agreement.values("themes"), *edition["agreement_themes"].get(agreement.key, [])]))


def find_conference(agreement):
    """The main conference of an account of this signing, if the signing is within its dates."""
    for account, _facts in agreement.facts_by_account:
        if account.conference and agreement.signed and is_within_conference(agreement.signed, account):
            return account.conference
    return None


def is_within_conference(date, account):
    facts = account.facts_by_subject.get(Subject("conference", account.conference), [])
    dates = [fact.value for fact in facts if fact.name in ("starts_on", "ends_on", "closing_on")]
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
    for _account, facts in agreement.facts_by_account:
        person = ""
        for fact in facts:
            if fact.name == "signed_by":
                person = fact.value
            elif fact.name == "position" and fold(tables.get_name(party, fact.language)) in fold(fact.value):
                name = name or person
                positions.setdefault(fact.language, format_position(fact.value, fact.language))
    return name, positions
