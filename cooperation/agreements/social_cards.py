from django.utils.text import capfirst

from cooperation.core.date_formatting import date_phrase
from cooperation.core.social_cards import SocialCard, social_card
from localities.lineage import Lineage

from .models import Agreement, Partnership


@social_card.register
def agreement(record: Agreement, day):
    """Its parties as signed; an organisation has no country."""
    details = [record.get_kind_display(), date_phrase(record.signed_on, "signed") if record.signed_on else ""]
    parties = record.parties_on(Lineage(), day) if record.parties.exists() else []
    names = [(party.country, str(party)) for party in parties] or [("", str(record))]
    return SocialCard(capfirst(", ".join(filter(None, details))), names)


@social_card.register
def partnership(record: Partnership, day):
    details = [record.get_kind_display(), date_phrase(record.since, "since") if record.since else ""]
    names = [(party.country, str(party)) for party in record.parties_shown()]
    return SocialCard(capfirst(", ".join(filter(None, details))), names)
