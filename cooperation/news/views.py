from cooperation.core.views import RecordDetail, RecordList

from .facts import is_readable
from .filters import NewsFilter
from .models import Claim, NewsItem
from .subjects import subjects_of


class NewsList(RecordList):
    model = NewsItem
    filterset_class = NewsFilter


class NewsDetail(RecordDetail):
    model = NewsItem

    def get_context_data(self, **kwargs):
        claims = list(filter(is_readable, Claim.objects.public().filter(news_item=self.object)))
        return super().get_context_data(subjects=subjects_of(claims, self.cutoff), **kwargs)
