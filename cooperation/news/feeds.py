from django.utils.translation import gettext as _

from cooperation.core.feeds import FeedEntry
from cooperation.core.localized_text import localized
from cooperation.library.feeds import KindFeed

from .models import NewsItem


class NewsFeed(KindFeed):
    model = NewsItem
    page = "news:list"
    date_field = "appeared_on"

    def name(self, requested):
        return _("News")

    def entry(self, record, day):
        return FeedEntry(record, localized(record, "title"), localized(record, "summary"))
