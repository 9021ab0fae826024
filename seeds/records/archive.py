"""The whole archive: from accounts and tables to the rows of each fixture file."""

import tomllib
from pathlib import Path

from cooperation.core.languages import ENGLISH
from seeds.accounts.file_format import read_accounts

from .agreements import build_agreement_rows, merge_agreements
from .claims import build_claim_rows
from .conferences import build_conference_rows, merge_conferences
from .library import build_library_rows
from .news import build_news_row, build_organisation_rows
from .partnerships import build_partnership_rows, merge_partnerships
from .places import build_locality_rows
from .statements import build_statements
from .tables import Tables

SEEDS = Path(__file__).resolve().parents[1]


def build(seeds=SEEDS):
    """{file name: rows}; the files load in the order of their names."""
    edition = tomllib.loads((seeds / "edition.toml").read_text("utf-8"))
    tables, accounts = Tables(), read_accounts(seeds / "articles")
    accounts.sort(key=lambda account: (account.appeared_on.ljust(10, "~"), account.key))  # imprecise dates last
    conferences = merge_conferences(accounts)
    agreements = merge_agreements(accounts, conferences)
    partnerships_by_key = merge_partnerships(accounts, agreements)
    conference_rows = build_conference_rows(conferences, accounts, tables, edition)
    shown = collect_shown_values(conferences, agreements, partnerships_by_key)
    places = tables.find_related(collect_places(conferences, partnerships_by_key, accounts))
    claim_rows = []
    for account in accounts:
        statements = remove_unknown_places(build_statements(account), places)
        claim_rows += build_claim_rows(account, statements, shown)
    return {
        "1-library.json": [
            *build_library_rows(tables.themes, seeds / "pages", edition),
            *build_organisation_rows(tables.organisations),
        ],
        "2-news.json": [
            *(build_news_row(account, tables, edition) for account in accounts),
            *claim_rows,
        ],
        "3-localities.json": build_locality_rows(places, tables, edition),
        "4-events.json": conference_rows,
        "5-partnerships.json": build_partnership_rows(partnerships_by_key, edition),
        "6-agreements.json": build_agreement_rows(agreements, tables, edition),
    }


def remove_unknown_places(statements, places):
    """The statements without mentions of localities that the archive does not hold."""
    return [
        statement for statement in statements if statement.subject[0] != "locality" or statement.subject[1] in places
    ]


def collect_places(conferences, partnerships_by_key, accounts):
    """The keys of parties, host cities, participants, and localities of speakers."""
    places = {party for partnership in partnerships_by_key.values() for party in partnership.parties}
    places |= {facts["place"] for facts in conferences.values() if facts["place"]}
    for account in accounts:
        places |= {fact.value for fact in account.facts_of("conference", name="hosts")}
        version = account.versions[ENGLISH]
        places |= set(version.participants)
        places |= {
            speaker["locality"] for speaker in version.speakers if speaker["locality"].startswith(("vn-", "fr-"))
        }
    return places


def collect_shown_values(conferences, agreements, partnerships_by_key):
    """{(*subject, fact, language): value} of the records; a claim with the same value is marked as accepted."""
    shown = {}
    for key, facts in conferences.items():
        for fact in ["starts_on", "ends_on", "place", "country"]:
            shown["conference", key, fact, ""] = facts[fact]
        for language, conference_theme in facts["conference_theme"].items():
            shown["conference", key, "conference_theme", language] = conference_theme
    for agreement in agreements:
        shown["agreement", agreement.key, "signed_on", ""] = agreement.signed
        shown["agreement", agreement.key, "kind", ""] = agreement.first("kind")
        shown["agreement", agreement.key, "conference", ""] = agreement.first("conference")
        shown["agreement", agreement.key, "is_signed", ""] = agreement.first("is_signed")
        shown["agreement", agreement.key, "signature_place", ""] = agreement.first("signature_place")
    for partnership in partnerships_by_key.values():
        for fact in ["since", "kind"]:
            shown["partnership", partnership.key, fact, ""] = partnership.most_reported(fact)
    return shown
