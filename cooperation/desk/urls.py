from django.urls import path

from .intake import views

app_name = "desk"
urlpatterns = [
    path("", views.read, name="read"),
    path("<int:pk>/", views.check, name="check"),
]
