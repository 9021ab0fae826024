"""The whole archive: from articles and tables to the rows of each fixture file."""

import tomllib
from pathlib import Path

from seeds.gazetteer import Gazetteer
from seeds.reader import read_articles

from . import agreements as ties
from . import conferences as meetings
from .claims import claim_rows, statements_of
from .library import library_rows
from .news import news_row
from .places import locality_rows
from .tables import Tables
from .told import Account

SEEDS = Path(__file__).resolve().parents[1]


def build(seeds=SEEDS):
    """{file name: rows}; the files load in the order of their names."""
    edition = tomllib.loads((seeds / "edition.toml").read_text("utf-8"))
    tables, gazetteer = Tables(), Gazetteer.from_folder()
    accounts = [Account(article, gazetteer) for article in read_articles(seeds / "articles")]
    accounts.sort(key=lambda account: (account.appeared_on, account.key))
    conferences = meetings.merged(accounts)
    agreements = ties.merged(accounts, conferences)
    ties.give_keys(agreements, edition)
    meeting_rows = meetings.conference_rows(conferences, accounts, tables, edition)
    shown = values_shown(conferences, agreements)
    claims = {account.key: statements_of(account, agreements) for account in accounts}
    places = tables.related(places_named(conferences, agreements, accounts))
    return {
        "1-library.json": library_rows(tables.themes, seeds / "pages", edition),
        "2-news.json": [
            *(news_row(account, edition) for account in accounts),
            *(row for account in accounts for row in claim_rows(account, claims[account.key], shown)),
        ],
        "3-localities.json": locality_rows(places, tables, edition),
        "4-events.json": meeting_rows,
        "5-partnerships.json": ties.partnership_rows(agreements, edition),
        "6-agreements.json": ties.agreement_rows(agreements, accounts, tables, edition),
    }


def places_named(conferences, agreements, accounts):
    """Parties, hosts, participants, and localities that speakers spoke for."""
    found = {party for agreement in agreements for party in agreement.parties}
    found |= {facts["place"] for facts in conferences.values() if facts["place"]}
    for account in accounts:
        version = account.article.versions["en"]
        found |= set(version.participants)
        found |= {speaker["locality"] for speaker in version.speakers if speaker["locality"].startswith(("vn-", "fr-"))}
    return found


def values_shown(conferences, agreements):
    """The values that the records hold, by subject, fact and language: what a claim may be chosen for."""
    shown = {}
    for key, facts in conferences.items():
        for fact in ["starts_on", "ends_on", "place", "country"]:
            shown["conference", key, fact, ""] = facts[fact]
        for language, motto in facts["motto"].items():
            shown["conference", key, "motto", language] = motto
    for agreement in agreements:
        shown["agreement", agreement.key, "signed_on", ""] = agreement.signed
        shown["agreement", agreement.key, "kind", ""] = agreement.first("kind")
        shown["agreement", agreement.key, "signed_at", ""] = agreement.first("place")
    return shown
