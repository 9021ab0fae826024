"""Partnerships that accounts state or that follow from agreements, merged over all accounts."""

from collections import defaultdict

from .rows import build_record


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
    """A partnership over all accounts; `accounts_by_value` is {fact: {value: keys of the accounts}}."""

    def __init__(self, parties):
        self.parties, self.key = parties, partnership_key(parties)
        self.accounts_by_value = defaultdict(lambda: defaultdict(set))

    def most_reported(self, name):
        """The value that most accounts report, the smallest of equally frequent ones; empty if there is none."""
        accounts_by_value = self.accounts_by_value[name]
        return min(accounts_by_value, key=lambda value: (-len(accounts_by_value[value]), value), default="")


def merge_partnerships(accounts, agreements):
    """{key: partnership}: those that accounts state, and those of the parties to agreements."""
    partnerships_by_key = {}
    for account in accounts:
        for subject, facts in account.facts_by_subject.items():
            if subject.kind == "partnership":
                parties = sort_parties(fact.value for fact in facts if fact.name == "parties")
                partnership = partnerships_by_key.setdefault(subject.key, MergedPartnership(parties))
                # What a report gives as an approximation is shown as its claim; the record holds exact values.
                for fact in facts:
                    if fact.qualifiers.comparator:
                        continue
                    partnership.accounts_by_value[fact.name][fact.value].add(account.key)
    for agreement in agreements:
        partnerships_by_key.setdefault(partnership_key(agreement.parties), MergedPartnership(agreement.parties))
    return dict(sorted(partnerships_by_key.items()))


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
