"""The two sides of a tie: who stands first, and what each party is now."""

from django.utils.translation import gettext as _

from cooperation.core.languages import current_language
from localities.choices import FRANCE, VIET_NAM
from localities.lineage import both_public


def order_by_own_side(localities):
    """As in treaties, each side comes first in its own language: French pages put the French party first."""
    first = FRANCE if current_language() == "fr" else VIET_NAM
    return sorted(localities, key=lambda locality: locality.country != first)


class PartyOnDate:
    """A party as signed, and what it is on the day of reading."""

    def __init__(self, signature, lineage, day):
        self.signature = signature
        self.locality = signature.locality if signature.locality_id and signature.locality.is_public else None
        self.day = day
        self.steps, self.within, self.became = [], [], []
        if self.locality and self.locality.has_ended(day):
            self.steps = lineage.now(self.locality.pk, day)
            self.within = lineage.within(self.locality.pk, day)
            self.became = both_public(lineage.successions_from(self.locality.pk))

    def __str__(self):
        if self.signature.locality_id and not self.locality:
            return _("a party that is not public")
        return self.signature.name_as_signed or str(self.locality or self.signature.organisation)

    @property
    def country(self):
        return self.locality.country if self.locality else ""

    @property
    def level_as_signed(self):
        """The level that the locality had when it signed."""
        if not self.locality:
            return ""
        if self.locality.epci_kind:
            return self.locality.level_label
        return self.locality.level_on(self.signature.day_of_signing() or self.day).label

    @property
    def now(self):
        """The localities that it is now; none where it goes on."""
        return [row.successor for row in self.steps]

    @property
    def has_ended(self):
        return bool(self.locality and self.locality.has_ended(self.day))


def order_parties(parties):
    """Own side first; bodies that are no localities last."""
    first = FRANCE if current_language() == "fr" else VIET_NAM
    rank = {first: 0, "": 2}
    return sorted(parties, key=lambda party: rank.get(party.country, 1))


def party_blockers(localities):
    """An agreement or partnership may be published only if all its parties are published: what to tell staff else."""
    return [
        _("Its party “%(party)s” is not public yet: publish it first.") % {"party": locality}
        for locality in localities
        if not locality.is_public
    ]
