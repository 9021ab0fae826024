from cooperation.core.ordering import by_name, newest, oldest
from cooperation.core.views import RecordDetail, RecordList

from .filters import NewsFilter
from .models import Claim, NewsItem
from .subjects import subjects_of


class NewsList(RecordList):
    model = NewsItem
    filterset_class = NewsFilter

    def orders(self):
        return [newest("appeared_on"), oldest("appeared_on"), by_name(NewsItem)]


class NewsDetail(RecordDetail):
    model = NewsItem

    def get_context_data(self, **kwargs):
        claims = Claim.objects.public().filter(news_item=self.object)
        return super().get_context_data(subjects=subjects_of(claims), **kwargs)
