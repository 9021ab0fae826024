"""The kinds of record, one row each: the API, feeds, files, search, sitemaps, menu and more are derived from this list.

Rows name models by label and code by convention, so that every layer may import this module. To add a kind: a row, and
the modules in its app that its surfaces need (docs/architecture.md); a new app also in INSTALLED_APPS and `urls.py`.
"""

from dataclasses import dataclass, field
from importlib import import_module
from inspect import getmembers, isclass

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

API = "api"  # a view set in the app's `api`, and its records in the archive
TABLE = "tables"  # a table in the app's `tables`: files of its list, and a data set in the catalogue
FEED = "feeds"  # a feed of the whole kind in the app's `feeds`
SEARCH = "search"  # found by the search of the site
SITEMAP = "sitemap"
MENU = "menu"  # its list stands in the menu
ARCHIVE = "archive"  # a serializer in the app's `api` writes its records to the archive; no view set
CLAIMS = "claim_facts"  # reports can make claims on its records; the app's `claim_facts` says which
KNOWN_FACTS = "known_facts"  # counted on the page on completeness, by the app's `known_facts`
CITATION = "citation"  # its pages can be cited
IMPORT = "import"  # the article import can draft its records
EVERYTHING = frozenset({API, TABLE, FEED, SEARCH, SITEMAP, MENU, CLAIMS, KNOWN_FACTS, CITATION, IMPORT})


@dataclass(frozen=True)
class Kind:
    """`section` names the kind in public paths, files and the API; `list_route` is the URL name of its list."""

    model_label: str
    section: str
    list_route: str = ""
    surfaces: frozenset = EVERYTHING
    sitemap: str = ""

    @property
    def model(self):
        return apps.get_model(self.model_label)

    @property
    def name(self):
        """The word by which claims, search entries and social cards refer to the kind: `agreement`."""
        return self.model_label.rpartition(".")[2].lower()

    @property
    def label(self):
        return self.model._meta.verbose_name

    @property
    def plural_label(self):
        return self.model._meta.verbose_name_plural

    @property
    def heading(self):
        """The plural as the menu, lists and breadcrumbs show it."""
        return capfirst(self.plural_label)

    @property
    def list_url(self):
        return reverse(self.list_route) if self.list_route else ""

    @property
    def feed_route(self):
        return f"feed-{self.section}"

    @property
    def sitemap_name(self):
        return self.sitemap or self.section

    def module(self, name):
        """The app's module of this name. Raises ImproperlyConfigured where it has none."""
        path = f"{self.model._meta.app_config.name}.{name}"
        try:
            return import_module(path)
        except ModuleNotFoundError as error:
            raise ImproperlyConfigured(f"{self.model_label} needs {path}: see cooperation/kinds.py") from error

    def find_class(self, module_name, base):
        """The subclass of `base` in the app's module for this model. Raises ImproperlyConfigured if there is none."""
        for _name, candidate in getmembers(self.module(module_name), isclass):
            if issubclass(candidate, base) and model_of_class(candidate) is self.model:
                return candidate
        raise ImproperlyConfigured(f"{self.model_label} needs a {base.__name__} in its app's {module_name}")


def model_of_class(candidate):
    return getattr(candidate, "model", None) or getattr(getattr(candidate, "Meta", None), "model", None)


KINDS = [
    Kind("agreements.Agreement", "agreements", "agreements:list"),
    Kind("agreements.Partnership", "partnerships", "agreements:partnership-list"),
    Kind("localities.Locality", "localities", "localities:list", EVERYTHING - {IMPORT}),
    Kind("events.Conference", "conferences", "events:list"),
    Kind("news.NewsItem", "news", "news:list", EVERYTHING - {CLAIMS, IMPORT}),
    Kind("library.Theme", "themes", "overview:themes", frozenset({SEARCH, SITEMAP, MENU, ARCHIVE, CITATION})),
    Kind("library.Photo", "photos", surfaces=frozenset({ARCHIVE})),
    Kind("library.Document", "documents", surfaces=frozenset({ARCHIVE})),
    Kind("library.Page", "pages", surfaces=frozenset({SITEMAP, ARCHIVE}), sitemap="texts"),
]


def kinds_with(surface):
    return [kind for kind in KINDS if surface in kind.surfaces]


def get_kind(name):
    """The kind that claims and search entries call by this name; None where there is none."""
    return next((kind for kind in KINDS if kind.name == name), None)


def missing_kinds(models):
    """Labels of those among `models` that no row names."""
    rows = {kind.model_label for kind in KINDS}
    return sorted({model._meta.label for model in models} - rows)


@dataclass(frozen=True)
class Section:
    """An entry of the menu: a kind's list, or a page over all kinds."""

    name: str
    route: str
    page_label: str = ""
    kind: Kind | None = field(default=None)
    is_dated: bool = True  # can be read as of a date

    @property
    def label(self):
        return self.page_label or self.kind.heading


#: The menu, in its order.
SECTIONS = [
    *(Section(kind.section, kind.list_route, kind=kind) for kind in kinds_with(MENU)),
    Section("map", "overview:map", _("Map")),
    Section("timeline", "overview:timeline", _("Timeline")),
    Section("figures", "overview:figures", _("Figures")),
    Section("search", "search", pgettext_lazy("a page", "Search"), is_dated=False),
]
