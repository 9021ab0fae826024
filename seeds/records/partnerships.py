"""Lasting ties: those that accounts name, and those that agreements make known."""

from collections import defaultdict

from .rows import LANGUAGES, record
from .told import of_partnership


def tie_key(parties):
    """The keys of the parties without their countries.

    >>> tie_key(["vn-yen-bai", "fr-val-de-marne"])
    'yen-bai-val-de-marne'
    """
    return "-".join(party.split("-", 1)[1] for party in parties)


def ordered(parties):
    """The Vietnamese parties first, each side by key."""
    return sorted(set(parties), key=lambda key: (not key.startswith("vn-"), key))


class Tie:
    """A tie as all accounts tell it: `tellings` holds (account, what one of its languages found)."""

    def __init__(self, parties):
        self.parties, self.tellings = parties, []
        self.key = tie_key(parties)

    def most_told(self, fact):
        """The value of a fact that most accounts tell, the earliest among equals; empty where none does."""
        values = {}
        for account, told in self.tellings:
            found = getattr(told, fact)
            if found and not found.value.startswith("--"):
                values.setdefault(found.value, set()).add(account.key)
        return min(values, key=lambda value: (-len(values[value]), value), default="")


def merged(accounts, agreements):
    """Ties by key, of localities that are known by key on both sides."""
    ties = {}
    for account in accounts:
        for language in LANGUAGES:
            for told in account.findings[language].partnerships:
                parties = ordered(party.value for party in told.parties)
                if are_localities(parties):
                    tie = ties.setdefault(tie_key(parties), Tie(parties))
                    tie.tellings.append((account, told))
    for agreement in agreements:
        ties.setdefault(tie_key(agreement.parties), Tie(agreement.parties))
    return dict(sorted(ties.items()))


def are_localities(parties):
    return len(parties) > 1 and all(party.startswith(("vn-", "fr-")) for party in parties)


def partnership_rows(ties, edition):
    return [
        record(
            "agreements.partnership",
            edition,
            key=tie.key,
            parties=[[party] for party in tie.parties],
            since=tie.most_told("since"),
            kind=tie.most_told("kind") or "cooperation",
        )
        for tie in ties.values()
    ]


def reader_of(tie, account):
    """Reads what one language of an account says of a tie."""
    told = {id(each) for teller, each in tie.tellings if teller is account}

    def read(findings):
        for each in findings.partnerships:
            if id(each) in told:
                yield from of_partnership(each, tie.key)

    return read


def accounts_of(ties):
    """{key of an account: the ties that it tells}."""
    found = defaultdict(list)
    for tie in ties.values():
        for account in {id(account): account for account, _told in tie.tellings}.values():
            found[account.key].append(tie)
    return found
