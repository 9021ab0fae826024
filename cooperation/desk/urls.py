from django.contrib import admin
from django.urls import path

from .article_import import views

app_name = "desk"
urlpatterns = [
    path("", admin.site.admin_view(views.read), name="read"),
    path("<int:pk>/", admin.site.admin_view(views.check), name="check"),
]
