from django.views.generic import DetailView

from cooperation.core.views import PublicRecords

from .models import Page


class PageDetail(PublicRecords, DetailView):
    model = Page
    slug_field = slug_url_kwarg = "key"
