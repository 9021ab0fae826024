from cooperation.core.feeds import FeedEntry
from cooperation.core.localized_text import localized
from cooperation.library.feeds import KindFeed

from .models import NewsItem


class NewsFeed(KindFeed):
    model = NewsItem
    date_field = "appeared_on"

    def entry(self, record, day):
        return FeedEntry(record, localized(record, "title"), localized(record, "summary"))
