from django.urls import path

from cooperation.library.citations import RecordCitation

from . import views
from .models import Conference

app_name = "events"
urlpatterns = [
    path("", views.ConferenceList.as_view(), name="list"),
    path("<slug:key>/", views.ConferenceDetail.as_view(), name="detail"),
    path("<slug:key>/cite.<slug:form>", RecordCitation.as_view(model=Conference), name="citation"),
]
