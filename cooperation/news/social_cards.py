from cooperation.core.date_formatting import format_partial_date
from cooperation.core.social_cards import SocialCard, social_card

from .models import NewsItem


@social_card.register
def build_news_card(record: NewsItem, day):
    publisher = record.publisher_name if record.publisher or record.original_language else ""
    origin = [text for text in [publisher, format_partial_date(record.appeared_on)] if text]
    return SocialCard(", ".join(origin), [("", str(record))])
