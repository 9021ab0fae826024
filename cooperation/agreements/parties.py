"""The parties to agreements and partnerships: their order on the page, and what each is on a date."""

from django.utils.translation import gettext as _

from cooperation.core.languages import FRENCH, current_language
from cooperation.core.partial_dates import first_day
from localities.choices import PartyRelation
from localities.countries import FRANCE, VIET_NAM
from localities.lineage import ANSWERING, filter_public_successions


def order_by_own_side(parties):
    """Parties (anything with a `country`) in the order of the alternat of treaties; stable within each group.

    Each side comes first in its own language: French pages begin with the French party. Organisations, which have no
    country, come last.
    """
    own_country = FRANCE if current_language() == FRENCH else VIET_NAM
    ranks = {own_country: 0, "": 2}
    return sorted(parties, key=lambda party: ranks.get(party.country, 1))


class PartyOnDate:
    """A party as signed (`row`, an `AgreementParty`), and what it is on a date.

    `locality` is None for an organisation and for a locality that is not public. `relations` say which localities
    answer for it on the date, or where its territory lies (`Lineage.relations`). `later_successions` are all that
    followed, whenever they did; empty while it exists.
    """

    def __init__(self, row, lineage, day):
        self.row = row
        self.locality = row.locality if row.locality_id and row.locality.is_public else None
        self.day = day
        self.relations = lineage.relations(self.locality, day) if self.locality else []
        self.later_successions = []
        if self.has_ended:
            self.later_successions = filter_public_successions(lineage.successions_from(self.locality.pk))

    def __str__(self):
        if self.row.locality_id and not self.locality:
            return _("(unpublished party)")
        return self.row.name_as_signed or str(self.locality or self.row.organisation)

    @property
    def country(self):
        return self.locality.country if self.locality else ""

    @property
    def level_as_signed(self):
        """The label of the level that the locality had at signature."""
        if not self.locality:
            return ""
        if self.locality.epci_kind:
            return self.locality.level_label
        return self.locality.level_on(self.row.day_of_signing() or self.day).label

    @property
    def withdrew_on(self):
        """The partial date on which it had withdrawn by the date; empty if it had not."""
        date = self.row.withdrew_on
        return date if date and first_day(date) <= self.day else ""

    @property
    def changes(self):
        """The relations of other localities than itself."""
        return [relation for relation in self.relations if relation.kind != PartyRelation.SAME]

    @property
    def now(self):
        """The localities that answer for it on the date, itself while it exists."""
        return [relation.locality for relation in self.relations if relation.kind in ANSWERING]

    @property
    def has_ended(self):
        return bool(self.locality and self.locality.has_ended(self.day))


def party_blockers(localities):
    """The reasons not to publish an agreement or partnership: one for each party that is not public."""
    return [
        _("The party “%(party)s” is not published. Publish it first.") % {"party": locality}
        for locality in localities
        if not locality.is_public
    ]
