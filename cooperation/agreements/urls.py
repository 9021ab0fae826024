from django.urls import path

from . import views

app_name = "agreements"
urlpatterns = [
    path("agreements/", views.AgreementList.as_view(), name="list"),
    path("agreements/<slug:key>/", views.AgreementDetail.as_view(), name="detail"),
    path("partnerships/", views.PartnershipList.as_view(), name="partnership-list"),
    path("partnerships/<slug:key>/", views.PartnershipDetail.as_view(), name="partnership-detail"),
]
