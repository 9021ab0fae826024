"""The pictures that social networks show."""

from django.urls import path

from . import picture_views

app_name = "pictures"
urlpatterns = [
    path("register.png", picture_views.of_register, name="register"),
    path("<slug:kind>/<slug:key>.png", picture_views.of_record, name="record"),
]
