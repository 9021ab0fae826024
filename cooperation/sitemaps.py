"""Sitemaps of every public URL in its languages, and robots.txt."""

from functools import partial, wraps

from django.apps import apps
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index, sitemap
from django.http import HttpResponse
from django.urls import NoReverseMatch, path, reverse
from django.views.decorators.http import require_safe

from cooperation.core.languages import DEFAULT_LANGUAGE, LANGUAGE_CODES, fallback_order
from cooperation.core.localized_text import title_languages
from cooperation.kinds import MENU, SITEMAP, kinds_with

#: URL names of the pages that show no single record.
PAGES = [
    "home",
    *(kind.list_route for kind in kinds_with(MENU)),
    "overview:map",
    "overview:timeline",
    "overview:figures",
    "overview:completeness",
    "feeds",
    "open-data",
]


class LanguagesSitemap(Sitemap):
    """Each page once per language, with its alternates in the other languages."""

    i18n = alternates = True
    limit = 10_000

    def _urls(self, page, protocol, domain):
        """With x-default of our own: Django would name a URL that does not exist."""
        urls = super()._urls(page, protocol, domain)
        for url in urls:
            urls_by_language = {entry["lang_code"]: entry["location"] for entry in url["alternates"]}
            default = self.x_default_url(url["item"][0], urls_by_language, f"{protocol}://{domain}")
            url["alternates"].append({"lang_code": "x-default", "location": default})
        return urls

    def x_default_url(self, item, urls_by_language, site):
        """As in the head of the page: in the default language, else in the original's."""
        codes = fallback_order(DEFAULT_LANGUAGE, getattr(item, "original_language", ""))
        return next(urls_by_language[code] for code in codes if code in urls_by_language)


class PlainSitemap(LanguagesSitemap):
    def items(self):
        return [name for name in PAGES if has_url(name)]

    def location(self, name):
        return reverse(name)

    def x_default_url(self, name, urls_by_language, site):
        """The home page asks the browser."""
        return f"{site}/" if name == "home" else super().x_default_url(name, urls_by_language, site)


def has_url(name):
    try:
        return bool(reverse(name))
    except NoReverseMatch:
        return False


class RecordSitemap(LanguagesSitemap):
    def __init__(self, model_label):
        self.model = apps.get_model(model_label)

    def items(self):
        return self.model.objects.public().order_by("key")

    def lastmod(self, record):
        return record.updated_at

    def get_latest_lastmod(self):
        return self.model.objects.public().order_by("-updated_at").values_list("updated_at", flat=True).first()

    def get_languages_for_item(self, record):
        return title_languages(record)


#: Classes and partials, not instances: Django's sitemaps remember their last answer.
SITEMAPS = {"pages": PlainSitemap} | {
    kind.sitemap_name: partial(RecordSitemap, kind.model_label) for kind in kinds_with(SITEMAP)
}


@require_safe
def robots(request):
    rules = [
        f"Disallow: /{language}/{place}/" for language in LANGUAGE_CODES for place in ["admin", "search/suggestions"]
    ]
    lines = ["User-agent: *", *rules, "", f"Sitemap: {request.build_absolute_uri(reverse('sitemap-index'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def without_last_modified(view):
    """The view without the Last-Modified header, which would not change when a record is unpublished."""

    @wraps(view)
    def answer(request, **options):
        response = view(request, sitemaps=SITEMAPS, **options)
        response.headers.pop("Last-Modified", None)
        return response

    return require_safe(answer)


urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", without_last_modified(index), {"sitemap_url_name": "sitemap"}, name="sitemap-index"),
    path("sitemap-<section>.xml", without_last_modified(sitemap), name="sitemap"),
]
