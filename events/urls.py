from django.urls import path

from . import views

app_name = "events"
urlpatterns = [
    path("", views.ConferenceList.as_view(), name="list"),
    path("<slug:key>/", views.ConferenceDetail.as_view(), name="detail"),
]
