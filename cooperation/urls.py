"""Every address of the site, in one list."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.static import serve

from . import api, views

urlpatterns = [
    path("", views.choose_language, name="choose-language"),
    path("api/", include(api.urlpatterns)),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("search/", views.search, name="search"),
        path("", include("cooperation.agreements.urls")),
        path("localities/", include("localities.urls")),
        path("conferences/", include("events.urls")),
        path("news/", include("cooperation.news.urls")),
        path("", include("cooperation.library.urls")),
        path("", include("cooperation.overview.urls")),
        path("admin/password-reset/", include("cooperation.desk.passwords")),
        path("admin/read/", include("cooperation.desk.urls")),
        path("admin/", admin.site.urls),
    ),
]
if settings.SERVE_MEDIA:
    urlpatterns += [path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT})]

handler404 = views.not_found
handler500 = views.server_error
