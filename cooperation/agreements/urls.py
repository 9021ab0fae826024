from django.urls import path

from cooperation.library.citation_views import RecordCitation

from . import views
from .models import Agreement, Partnership

app_name = "agreements"
urlpatterns = [
    path("agreements/", views.AgreementList.as_view(), name="list"),
    path("agreements/<slug:key>/", views.AgreementDetail.as_view(), name="detail"),
    path("agreements/<slug:key>/cite.<slug:file_format>", RecordCitation.as_view(model=Agreement), name="citation"),
    path("partnerships/", views.PartnershipList.as_view(), name="partnership-list"),
    path("partnerships/<slug:key>/", views.PartnershipDetail.as_view(), name="partnership-detail"),
    path(
        "partnerships/<slug:key>/cite.<slug:file_format>",
        RecordCitation.as_view(model=Partnership),
        name="partnership-citation",
    ),
]
