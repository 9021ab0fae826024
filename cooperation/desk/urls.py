from django.urls import path

from .article_import import views

app_name = "desk"
urlpatterns = [
    path("", views.read, name="read"),
    path("<int:pk>/", views.check, name="check"),
]
