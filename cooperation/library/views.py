from django.views.generic import DetailView

from cooperation.core.views import PublicRecordMixin

from .models import Page


class PageDetail(PublicRecordMixin, DetailView):
    model = Page
    slug_field = slug_url_kwarg = "key"
