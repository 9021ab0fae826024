from django.utils.translation import gettext as _

from cooperation.core.feeds import Entry
from cooperation.core.languages import wording
from cooperation.library.feeds import KindFeed

from .models import NewsItem


class NewsFeed(KindFeed):
    model = NewsItem
    page = "news:list"
    dated = "appeared_on"

    def name(self, asked):
        return _("News")

    def entry(self, record, day):
        return Entry(record, wording(record, "title"), wording(record, "summary"))
