from django.urls import path

from cooperation.library.citation_views import RecordCitation

from . import views
from .models import NewsItem

app_name = "news"
urlpatterns = [
    path("", views.NewsList.as_view(), name="list"),
    path("<slug:key>/", views.NewsDetail.as_view(), name="detail"),
    path("<slug:key>/cite.<slug:file_format>", RecordCitation.as_view(model=NewsItem), name="citation"),
]
