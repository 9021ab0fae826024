"""The pictures that social networks show."""

from django.urls import path

from . import social_card_views

app_name = "pictures"
urlpatterns = [
    path("register.png", social_card_views.of_register, name="register"),
    path("<slug:kind>/<slug:key>.png", social_card_views.of_record, name="record"),
]
