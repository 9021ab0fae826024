"""What search engines are told: every public address, in the languages that there are, and what they leave alone."""

from functools import partial, wraps

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index, sitemap
from django.http import HttpResponse
from django.urls import NoReverseMatch, path, reverse
from django.views.decorators.http import require_safe

from cooperation.agreements.models import Agreement, Partnership
from cooperation.core.languages import LANGUAGE_CODES, fallback_order
from cooperation.core.localized_text import title_languages
from cooperation.library.models import Page, Theme
from cooperation.news.models import NewsItem
from events.models import Conference
from localities.models import Locality

#: Pages that are no record.
PAGES = [
    "home",
    "agreements:list",
    "agreements:partnership-list",
    "localities:list",
    "events:list",
    "news:list",
    "library:themes",
    "overview:map",
    "overview:timeline",
    "overview:figures",
    "overview:completeness",
    "feeds",
    "open-data",
]


class LanguagesSitemap(Sitemap):
    """Each page once for each language that it is in, and each time with the others beside it."""

    i18n = alternates = True
    limit = 10_000

    def _urls(self, page, protocol, domain):
        """With the page for readers of none of our languages; Django would name an address that is not there."""
        urls = super()._urls(page, protocol, domain)
        for url in urls:
            there = {each["lang_code"]: each["location"] for each in url["alternates"]}
            default = self.x_default_url(url["item"][0], there, f"{protocol}://{domain}")
            url["alternates"].append({"lang_code": "x-default", "location": default})
        return urls

    def x_default_url(self, item, there, site):
        """As the head of the page says: in English, or as its original is."""
        return next(
            there[code] for code in fallback_order("en", getattr(item, "original_language", "")) if code in there
        )


class PlainSitemap(LanguagesSitemap):
    def items(self):
        return [name for name in PAGES if is_there(name)]

    def location(self, name):
        return reverse(name)

    def x_default_url(self, name, there, site):
        """The home page asks the browser."""
        return f"{site}/" if name == "home" else super().x_default_url(name, there, site)


def is_there(name):
    try:
        return bool(reverse(name))
    except NoReverseMatch:
        return False


class RecordSitemap(LanguagesSitemap):
    def __init__(self, model):
        self.model = model

    def items(self):
        return self.model.objects.public().order_by("key")

    def lastmod(self, record):
        return record.updated_at

    def get_latest_lastmod(self):
        return self.model.objects.public().order_by("-updated_at").values_list("updated_at", flat=True).first()

    def get_languages_for_item(self, record):
        return title_languages(record)


#: Made anew for each answer: Django's sitemaps remember the last one.
SITEMAPS = {
    "pages": PlainSitemap,
    "agreements": partial(RecordSitemap, Agreement),
    "partnerships": partial(RecordSitemap, Partnership),
    "localities": partial(RecordSitemap, Locality),
    "conferences": partial(RecordSitemap, Conference),
    "news": partial(RecordSitemap, NewsItem),
    "themes": partial(RecordSitemap, Theme),
    "texts": partial(RecordSitemap, Page),
}


@require_safe
def robots(request):
    kept_out = [
        f"Disallow: /{language}/{place}/" for language in LANGUAGE_CODES for place in ["admin", "search/suggestions"]
    ]
    lines = ["User-agent: *", *kept_out, "", f"Sitemap: {request.build_absolute_uri(reverse('sitemap-index'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def undated(view):
    """Without the header that would stay the same when a record is withdrawn."""

    @wraps(view)
    def answer(request, **options):
        response = view(request, sitemaps=SITEMAPS, **options)
        response.headers.pop("Last-Modified", None)
        return response

    return require_safe(answer)


urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", undated(index), {"sitemap_url_name": "sitemap"}, name="sitemap-index"),
    path("sitemap-<section>.xml", undated(sitemap), name="sitemap"),
]
