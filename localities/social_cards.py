from cooperation.core.date_formatting import date_phrase
from cooperation.core.social_cards import SocialCard, social_card

from .models import Locality


@social_card.register
def locality(record: Locality, day):
    until = f" {date_phrase(record.until, 'until')}" if record.has_ended(day) else ""
    return SocialCard(f"{record.country_name}, {record.level_label}{until}", [(record.country, str(record))])
