from cooperation.core.views import PublicDetail

from .models import Page


class PageDetail(PublicDetail):
    model = Page
