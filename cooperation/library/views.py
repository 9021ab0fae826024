from django.views.generic import DetailView, ListView

from cooperation.core.views import PublicRecordMixin, RecordDetail

from .goals import goal_labels
from .models import Page, Theme


class PageDetail(PublicRecordMixin, DetailView):
    model = Page
    slug_field = slug_url_kwarg = "key"


class ThemeList(PublicRecordMixin, ListView):
    """All themes; a template tag of the `overview` app adds the counts."""

    model = Theme

    def get_queryset(self):
        return super().get_queryset().by_name().prefetch_related("goals")


class ThemeDetail(RecordDetail):
    """A theme; a template tag of the `overview` app adds the records that have it."""

    model = Theme

    def get_queryset(self):
        return super().get_queryset().prefetch_related("goals")

    def get_context_data(self, **kwargs):
        goals = goal_labels(self.object)
        return super().get_context_data(goals=goals, **kwargs)
