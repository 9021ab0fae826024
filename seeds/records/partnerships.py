"""Lasting ties: those that accounts name, and those that agreements make known."""

from collections import defaultdict

from .rows import LANGUAGES, record
from .statements import of_partnership


def partnership_key(parties):
    """The keys of the parties without their countries.

    >>> partnership_key(["vn-yen-bai", "fr-val-de-marne"])
    'yen-bai-val-de-marne'
    """
    return "-".join(party.split("-", 1)[1] for party in parties)


def ordered(parties):
    """The Vietnamese parties first, each side by key."""
    return sorted(set(parties), key=lambda key: (not key.startswith("vn-"), key))


class MergedPartnership:
    """A tie as all accounts tell it: `tellings` holds (account, what one of its languages found)."""

    def __init__(self, parties):
        self.parties, self.mentions = parties, []
        self.key = partnership_key(parties)

    def most_told(self, fact):
        """The value of a fact that most accounts tell, the earliest among equals; empty where none does."""
        values = {}
        for account, told in self.mentions:
            found = getattr(told, fact)
            if found and not found.value.startswith("--"):
                values.setdefault(found.value, set()).add(account.key)
        return min(values, key=lambda value: (-len(values[value]), value), default="")


def merged(accounts, agreements):
    """Ties by key, of localities that are known by key on both sides."""
    partnerships_by_key = {}
    for account in accounts:
        for language in LANGUAGES:
            for told in account.findings[language].partnerships:
                parties = ordered(party.value for party in told.parties)
                if are_localities(parties):
                    partnership = partnerships_by_key.setdefault(partnership_key(parties), MergedPartnership(parties))
                    partnership.mentions.append((account, told))
    for agreement in agreements:
        partnerships_by_key.setdefault(partnership_key(agreement.parties), MergedPartnership(agreement.parties))
    return dict(sorted(partnerships_by_key.items()))


def are_localities(parties):
    return len(parties) > 1 and all(party.startswith(("vn-", "fr-")) for party in parties)


def partnership_rows(partnerships_by_key, edition):
    return [
        record(
            "agreements.partnership",
            edition,
            key=partnership.key,
            parties=[[party] for party in partnership.parties],
            since=partnership.most_told("since"),
            kind=partnership.most_told("kind") or "cooperation",
        )
        for partnership in partnerships_by_key.values()
    ]


def reader_of(partnership, account):
    """Reads what one language of an account says of a tie."""
    told = {id(each) for teller, each in partnership.mentions if teller is account}

    def read(findings):
        for each in findings.partnerships:
            if id(each) in told:
                yield from of_partnership(each, partnership.key)

    return read


def accounts_of(partnerships_by_key):
    """{key of an account: the ties that it tells}."""
    found = defaultdict(list)
    for partnership in partnerships_by_key.values():
        for account in {id(account): account for account, _told in partnership.mentions}.values():
            found[account.key].append(partnership)
    return found
