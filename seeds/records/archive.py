"""The whole archive: from articles and tables to the rows of each fixture file."""

import tomllib
from pathlib import Path

from seeds.gazetteer import Gazetteer
from seeds.reader import read_articles

from . import agreements as acts
from . import conferences as meetings
from . import partnerships
from .claims import claim_rows, statements_of
from .library import library_rows
from .news import news_row
from .places import locality_rows
from .statements import Account
from .tables import Tables

SEEDS = Path(__file__).resolve().parents[1]


def build(seeds=SEEDS):
    """{file name: rows}; the files load in the order of their names."""
    edition = tomllib.loads((seeds / "edition.toml").read_text("utf-8"))
    tables, gazetteer = Tables(), Gazetteer.from_folder()
    accounts = [Account(article, gazetteer) for article in read_articles(seeds / "articles")]
    accounts.sort(key=lambda account: (account.appeared_on.ljust(10, "~"), account.key))  # the vaguely dated ones last
    conferences = meetings.merged(accounts)
    agreements = acts.merged(accounts, conferences)
    partnerships_by_key = partnerships.merged(accounts, agreements)
    agreements = [agreement for agreement in agreements if agreement.signed]  # an act without any date makes a tie only
    acts.give_keys(agreements, edition)
    told = partnerships.accounts_of(partnerships_by_key)
    meeting_rows = meetings.conference_rows(conferences, accounts, tables, edition)
    shown = values_shown(conferences, agreements, partnerships_by_key)
    places = tables.related(places_named(conferences, partnerships_by_key, accounts))
    claims = {account.key: kept(statements_of(account, agreements, told[account.key]), places) for account in accounts}
    return {
        "1-library.json": library_rows(tables.themes, seeds / "pages", edition),
        "2-news.json": [
            *(news_row(account, edition) for account in accounts),
            *(row for account in accounts for row in claim_rows(account, claims[account.key], shown)),
        ],
        "3-localities.json": locality_rows(places, tables, edition),
        "4-events.json": meeting_rows,
        "5-partnerships.json": partnerships.partnership_rows(partnerships_by_key, edition),
        "6-agreements.json": acts.agreement_rows(agreements, tables, edition),
    }


def kept(statements, places):
    """Without bare mentions of localities that the archive does not hold."""
    return [each for each in statements if each.subject[0] != "locality" or each.subject[1] in places]


def places_named(conferences, partnerships_by_key, accounts):
    """Parties, hosts, participants, and localities that speakers spoke for."""
    found = {party for partnership in partnerships_by_key.values() for party in partnership.parties}
    found |= {facts["place"] for facts in conferences.values() if facts["place"]}
    for account in accounts:
        version = account.article.versions["en"]
        found |= set(version.participants)
        found |= {speaker["locality"] for speaker in version.speakers if speaker["locality"].startswith(("vn-", "fr-"))}
    return found


def values_shown(conferences, agreements, partnerships_by_key):
    """The values that the records hold, by subject, fact and language: what a claim may be chosen for."""
    shown = {}
    for key, facts in conferences.items():
        for fact in ["starts_on", "ends_on", "place", "country"]:
            shown["conference", key, fact, ""] = facts[fact]
        for language, conference_theme in facts["conference_theme"].items():
            shown["conference", key, "conference_theme", language] = conference_theme
    for agreement in agreements:
        shown["agreement", agreement.key, "signed_on", ""] = agreement.signed
        shown["agreement", agreement.key, "kind", ""] = agreement.first("kind")
        shown["agreement", agreement.key, "signature_place", ""] = agreement.first("place")
    for partnership in partnerships_by_key.values():
        for fact in ["since", "kind"]:
            shown["partnership", partnership.key, fact, ""] = partnership.most_told(fact)
    return shown
