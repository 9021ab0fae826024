from django.urls import path

from cooperation.library.citation_views import RecordCitation
from cooperation.library.models import Theme

from . import theme_views, views
from .map_page import map_page

app_name = "overview"
urlpatterns = [
    path("map/", map_page, name="map"),
    path("figures/", views.figures, name="figures"),
    path("figures/<slug:name>.csv", views.figure_file, name="figure-file"),
    path("completeness/", views.completeness, name="completeness"),
    path("timeline/", views.timeline, name="timeline"),
    path("themes/", theme_views.ThemeList.as_view(), name="themes"),
    path("themes/<slug:key>/", theme_views.ThemeDetail.as_view(), name="theme"),
    path("themes/<slug:key>/cite.<slug:file_format>", RecordCitation.as_view(model=Theme), name="theme-citation"),
]
