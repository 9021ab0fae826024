"""HTML head metadata (canonical URL, hreflang, Open Graph, JSON-LD) derived from the template context."""

import re
from functools import cached_property
from html import unescape

from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.http import urlencode
from django.utils.text import capfirst

from .dates import DATE_PARAMETER, page_as_of
from .languages import BY_CODE, DEFAULT_LANGUAGE, LANGUAGE_CODES, current_language
from .localized_text import localized, title_languages, translated_fields
from .markdown import render_markdown
from .site_name import SITE_NAME
from .social_cards import SIZE, has_social_card

#: Query parameters of the canonical URL, beside the filters of a list; all others are dropped.
PAGE_PARAMETERS = ["q", "kind", DATE_PARAMETER, "page"]
DESCRIPTION_FIELDS = ["summary", "description", "body"]
PARAGRAPH = re.compile("<p>(.*?)</p>", re.DOTALL)
MAX_DESCRIPTION_LENGTH = 200
ERROR_TEMPLATE = re.compile(r"pages/\d{3}\.html")


class PageMetadata:
    """The metadata of a page, from its template context: its record or records, title and description."""

    def __init__(self, context, title, description=""):
        self.context, self.request = context, context.request
        self.title, self.description = title, description
        self.record = context.get("object") if hasattr(context.get("object"), "record_kind") else None
        records = context.get("object_list")
        self.records = (
            None if records is None else [record for record in records if hasattr(record, "get_absolute_url")]
        )
        self.site_name = str(SITE_NAME)
        self.secretariat = context.get("secretariat")

    def absolute_url(self, path):
        return self.request.build_absolute_uri(path)

    def url_of(self, record):
        return self.absolute_url(record.get_absolute_url())

    @cached_property
    def home(self):
        return self.absolute_url(reverse("home"))

    @property
    def is_home(self):
        return self.request.path == reverse("home")

    @property
    def is_error(self):
        template = getattr(self.context, "template", None)
        return bool(template and ERROR_TEMPLATE.fullmatch(template.name or "")) or not self.context.get(
            "has_valid_filters", True
        )

    @cached_property
    def as_of(self):
        """The date that the page is about."""
        return page_as_of(self.request)

    @property
    def day(self):
        return self.as_of.day

    @cached_property
    def query(self):
        """The canonical query string: known parameters in a fixed order; all searches count as one page."""
        if self.request.path == reverse("search"):
            return ""
        filters = self.context.get("filterset")
        names = [*(filters.base_filters if filters else []), *PAGE_PARAMETERS]
        pairs = [(name, value) for name in dict.fromkeys(names) for value in self.request.GET.getlist(name)]
        return urlencode([(name, value) for name, value in pairs if value and (name, value) != ("page", "1")])

    def url_in_language(self, language):
        """The canonical URL of this page in a language."""
        first, _slash, rest = self.request.path_info.removeprefix("/").partition("/")
        path = f"/{language}/{rest}" if first in LANGUAGE_CODES else self.request.path_info
        return self.absolute_url(path) + (f"?{self.query}" if self.query else "")

    @property
    def canonical(self):
        return self.url_in_language(current_language())

    @cached_property
    def languages(self):
        """The languages of the page: those in which its record has a title; all for a page without a record."""
        return title_languages(self.record) if self.record else LANGUAGE_CODES

    @property
    def alternates(self):
        return [(code, self.url_in_language(code)) for code in self.languages]

    @property
    def x_default_url(self):
        """The hreflang x-default URL: the language-detecting one of the home page, else English or the original."""
        if self.is_home:
            return self.absolute_url("/")
        original = getattr(self.record, "original_language", "")
        languages = [code for code in [DEFAULT_LANGUAGE, original, *LANGUAGE_CODES] if code in self.languages]
        return self.url_in_language(languages[0]) if languages else self.canonical

    @property
    def is_indexed(self):
        """Lists with more than one filter are not indexed by search engines."""
        return len(self.context.get("active_filters") or []) < 2

    @property
    def kind(self):
        return "article" if self.record else "website"

    @property
    def locale(self):
        return BY_CODE[current_language()].locale

    @property
    def other_locales(self):
        return [BY_CODE[code].locale for code in self.languages if code != current_language()]

    @property
    def picture(self):
        if self.record and has_social_card(type(self.record)):
            return self.absolute_url(reverse("pictures:record", args=[self.record.record_kind(), self.record.key]))
        return self.absolute_url(reverse("pictures:register"))

    @property
    def picture_size(self):
        return SIZE

    @property
    def image_alt(self):
        return self.title if self.record and has_social_card(type(self.record)) else self.site_name

    @property
    def section(self):
        return capfirst(str(self.record._meta.verbose_name_plural))

    @property
    def section_path(self):
        return self.record.get_absolute_url().rstrip("/").rpartition("/")[0] + "/"

    @property
    def count(self):
        page = self.context.get("page_obj")
        return page.paginator.count if page else len(self.records)

    @property
    def first_position(self):
        page = self.context.get("page_obj")
        return page.start_index() if page else 1


def build_description(record):
    """The first paragraph of a record's text, at the length that search engines show; empty if it has none."""
    for field in DESCRIPTION_FIELDS:
        if field in translated_fields(type(record)):
            paragraph = PARAGRAPH.search(render_markdown(localized(record, field).text))
            if paragraph:
                text = unescape(strip_tags(paragraph[1]))
                return shorten(" ".join(text.split()), MAX_DESCRIPTION_LENGTH)
    return ""


def shorten(text, max_length):
    """`text`, cut at a word boundary.

    >>> shorten("Clean water for all", 15)
    'Clean water…'
    """
    return text if len(text) <= max_length else text[: max_length - 1].rpartition(" ")[0].rstrip(",;: ") + "…"
