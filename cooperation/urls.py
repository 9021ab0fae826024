"""Every URL of the site."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from . import api, component_gallery, feeds, sitemaps, views
from .library.stored_files import desk_file, public_file
from .open_data import urls as open_data

urlpatterns = [
    path("", views.choose_language, name="choose-language"),
    path("api/", include(api.urlpatterns)),
    path("media/<path:path>", public_file, name="file"),
    path("data/", include(open_data.in_all_languages)),
    path("", include(sitemaps.urlpatterns)),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("parts/", component_gallery.component_gallery, name="parts"),
        path("search/", views.search, name="search"),
        path("search/suggestions/", views.suggestions, name="suggestions"),
        path("", include(feeds.urlpatterns)),
        path("", include("cooperation.agreements.urls")),
        path("localities/", include("localities.urls")),
        path("conferences/", include("events.urls")),
        path("news/", include("cooperation.news.urls")),
        path("", include("cooperation.library.urls")),
        path("pictures/", include("cooperation.core.urls")),
        path("", include("cooperation.overview.urls")),
        path("", include(open_data.urlpatterns)),
        path("admin/password-reset/", include("cooperation.desk.passwords")),
        path("admin/files/<path:path>", admin.site.admin_view(desk_file), name="admin-file"),
        path("admin/read/", include("cooperation.desk.urls")),
        path("admin/", admin.site.urls),
    ),
]

handler400 = views.bad_request
handler403 = views.permission_denied
handler404 = views.not_found
handler500 = views.server_error
