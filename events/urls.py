from django.urls import path

from cooperation.library.citation_views import RecordCitation

from . import views
from .models import Conference

app_name = "events"
urlpatterns = [
    path("", views.ConferenceList.as_view(), name="list"),
    path("<slug:key>/", views.ConferenceDetail.as_view(), name="detail"),
    path("<slug:key>/cite.<slug:file_format>", RecordCitation.as_view(model=Conference), name="citation"),
]
