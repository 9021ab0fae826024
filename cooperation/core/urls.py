"""URLs of the social cards."""

from django.urls import path

from . import social_card_views

app_name = "pictures"
urlpatterns = [
    path("register.png", social_card_views.register_card, name="register"),
    path("<slug:kind>/<slug:key>.png", social_card_views.record_card, name="record"),
]
