"""Partnerships that accounts mention or that follow from agreements, merged over all accounts."""

from collections import defaultdict

from cooperation.core.languages import LANGUAGE_CODES

from .rows import build_record
from .statements import read_partnership_facts


def partnership_key(parties):
    """The keys of the parties without their countries.

    >>> partnership_key(["vn-yen-bai", "fr-val-de-marne"])
    'yen-bai-val-de-marne'
    """
    return "-".join(party.split("-", 1)[1] for party in parties)


def sort_parties(parties):
    """The parties without duplicates: Vietnamese ones first, each side by key."""
    return sorted(set(parties), key=lambda key: (not key.startswith("vn-"), key))


class MergedPartnership:
    """A partnership over all accounts; `mentions` are (account, finding in one of its languages)."""

    def __init__(self, parties):
        self.parties, self.mentions = parties, []
        self.key = partnership_key(parties)

    def most_reported(self, fact):
        """The value that most accounts report, the smallest of equally frequent ones; empty if there is none."""
        accounts_by_value = {}
        for account, finding in self.mentions:
            extraction = getattr(finding, fact)
            if extraction and not extraction.value.startswith("--"):
                accounts_by_value.setdefault(extraction.value, set()).add(account.key)
        return min(accounts_by_value, key=lambda value: (-len(accounts_by_value[value]), value), default="")


def merge_partnerships(accounts, agreements):
    """{key: partnership} between localities whose keys are known on both sides."""
    partnerships_by_key = {}
    for account in accounts:
        for code in LANGUAGE_CODES:
            for finding in account.findings[code].partnerships:
                parties = sort_parties(party.value for party in finding.parties)
                if are_localities(parties):
                    partnership = partnerships_by_key.setdefault(partnership_key(parties), MergedPartnership(parties))
                    partnership.mentions.append((account, finding))
    for agreement in agreements:
        partnerships_by_key.setdefault(partnership_key(agreement.parties), MergedPartnership(agreement.parties))
    return dict(sorted(partnerships_by_key.items()))


def are_localities(parties):
    return len(parties) > 1 and all(party.startswith(("vn-", "fr-")) for party in parties)


def build_partnership_rows(partnerships_by_key, edition):
    return [
        build_record(
            "agreements.partnership",
            edition,
            key=partnership.key,
            parties=[[party] for party in partnership.parties],
            since=partnership.most_reported("since"),
            kind=partnership.most_reported("kind") or "cooperation",
        )
        for partnership in partnerships_by_key.values()
    ]


def build_reader(partnership, account):
    """A function that reads what one language of the account says of a partnership."""
    ids = {id(finding) for mention_account, finding in partnership.mentions if mention_account is account}

    def read(findings):
        for finding in findings.partnerships:
            if id(finding) in ids:
                yield from read_partnership_facts(finding, partnership.key)

    return read


def group_by_account(partnerships_by_key):
    """{key of an account: the partnerships that it mentions}."""
    groups = defaultdict(list)
    for partnership in partnerships_by_key.values():
        for account in {id(account): account for account, _finding in partnership.mentions}.values():
            groups[account.key].append(partnership)
    return groups
