from django.utils.text import capfirst

from cooperation.core.date_formatting import format_date_span
from cooperation.core.social_cards import SocialCard, social_card

from .models import Conference


@social_card.register
def conference(record: Conference, day):
    dates = capfirst(format_date_span(record.starts_on, record.ends_on))
    details = [text for text in [dates, record.place_name] if text]
    title = ", ".join(details) or capfirst(record.get_status_display())
    return SocialCard(title, [(record.country_code, str(record))])
