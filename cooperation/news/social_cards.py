from django.utils.translation import gettext as _

from cooperation.core.date_formatting import format_partial_date
from cooperation.core.social_cards import SocialCard, social_card

from .models import NewsItem


@social_card.register
def news_item(record: NewsItem, day):
    publisher = record.publisher or (_("Publisher not known") if record.original_language else "")
    said = [part for part in [publisher, format_partial_date(record.appeared_on)] if part]
    return SocialCard(", ".join(said), [("", str(record))])
