"""Pages of the themes, with the records of all kinds that have them."""

from django.views.generic import ListView

from cooperation.core.views import PublicRecordMixin, RecordDetail
from cooperation.library.goals import goal_labels
from cooperation.library.models import Theme

from .themes import build_theme_summary, count_by_theme


class ThemeList(PublicRecordMixin, ListView):
    model = Theme
    template_name = "overview/theme_list.html"

    def get_queryset(self):
        return super().get_queryset().by_name().prefetch_related("goals")

    def get_context_data(self, **kwargs):
        return super().get_context_data(counts=count_by_theme(self.as_of), **kwargs)


class ThemeDetail(RecordDetail):
    model = Theme
    template_name = "overview/theme_detail.html"

    def get_queryset(self):
        return super().get_queryset().prefetch_related("goals")

    def get_context_data(self, **kwargs):
        goals, summary = goal_labels(self.object), build_theme_summary(self.object, self.as_of)
        return super().get_context_data(goals=goals, summary=summary, **kwargs)
