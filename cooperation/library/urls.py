from django.urls import path

from . import views

app_name = "library"
urlpatterns = [
    path("pages/<slug:key>/", views.PageDetail.as_view(), name="page"),
]
