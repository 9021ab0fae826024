from django.urls import path

from . import views
from .map_page import map_page

app_name = "overview"
urlpatterns = [
    path("map/", map_page, name="map"),
    path("figures/", views.figures, name="figures"),
    path("figures/<slug:name>.csv", views.figure_file, name="figure-file"),
    path("completeness/", views.completeness, name="completeness"),
    path("timeline/", views.timeline, name="timeline"),
]
