from django.urls import path

from . import views
from .citation_views import RecordCitation
from .models import Theme

app_name = "library"
urlpatterns = [
    path("themes/", views.ThemeList.as_view(), name="themes"),
    path("themes/<slug:key>/", views.ThemeDetail.as_view(), name="theme"),
    path("themes/<slug:key>/cite.<slug:file_format>", RecordCitation.as_view(model=Theme), name="theme-citation"),
    path("pages/<slug:key>/", views.PageDetail.as_view(), name="page"),
]
