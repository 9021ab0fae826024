"""What the head of a page says of it to search engines and social networks, derived from what the page shows."""

import re
from functools import cached_property
from html import unescape

from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .dates import DATE_PARAMETER, page_date
from .languages import BY_CODE, DEFAULT_LANGUAGE, LANGUAGE_CODES, current_language
from .localized_text import localized, title_languages, translated_fields
from .markdown import as_html
from .social_cards import SIZE, has_social_card

#: Words of a query that make another page, beside the filters of a list; all else is dropped from its address.
PAGE_PARAMETERS = ["q", "kind", DATE_PARAMETER, "page"]
TEXTS = ["summary", "description", "description", "body"]
PARAGRAPH = re.compile("<p>(.*?)</p>", re.DOTALL)
MAX_DESCRIPTION_LENGTH = 200
ERROR = re.compile(r"pages/\d{3}\.html")


class PageMetadata:
    """A page as its template's context tells of it: the record or the records it shows, and its own words."""

    def __init__(self, context, title, description=""):
        self.context, self.request = context, context.request
        self.title, self.description = title, description
        self.record = context.get("object") if hasattr(context.get("object"), "record_kind") else None
        records = context.get("object_list")
        self.records = None if records is None else [each for each in records if hasattr(each, "get_absolute_url")]
        self.site_name = _("Viet Nam–France local cooperation")
        self.secretariat = context.get("secretariat")

    def absolute(self, path):
        return self.request.build_absolute_uri(path)

    def url_of(self, record):
        return self.absolute(record.get_absolute_url())

    @cached_property
    def home(self):
        return self.absolute(reverse("home"))

    @property
    def is_home(self):
        return self.request.path == reverse("home")

    @property
    def is_error(self):
        template = getattr(self.context, "template", None)
        return bool(template and ERROR.fullmatch(template.name or "")) or not self.context.get("readable", True)

    @cached_property
    def day(self):
        """The day that the page is about."""
        return page_date(self.request)

    @cached_property
    def query(self):
        """What of the query makes this page another one, always in the same order; all searches count as one page."""
        if self.request.path == reverse("search"):
            return ""
        filters = self.context.get("filterset")
        names = [*(filters.base_filters if filters else []), *PAGE_PARAMETERS]
        pairs = [(name, value) for name in dict.fromkeys(names) for value in self.request.GET.getlist(name)]
        return urlencode([(name, value) for name, value in pairs if value and (name, value) != ("page", "1")])

    def in_language(self, language):
        """The address of this page in a language."""
        first, _slash, rest = self.request.path_info.removeprefix("/").partition("/")
        path = f"/{language}/{rest}" if first in LANGUAGE_CODES else self.request.path_info
        return self.absolute(path) + (f"?{self.query}" if self.query else "")

    @property
    def canonical(self):
        return self.in_language(current_language())

    @cached_property
    def languages(self):
        """Those in which the page's record has its title; all, where the page shows none."""
        return title_languages(self.record) if self.record else LANGUAGE_CODES

    @property
    def alternates(self):
        return [(code, self.in_language(code)) for code in self.languages]

    @property
    def x_default_url(self):
        """For readers of any other language: the home page asks the browser, a record is in English or its own."""
        if self.is_home:
            return self.absolute("/")
        original = getattr(self.record, "original_language", "")
        languages = [code for code in [DEFAULT_LANGUAGE, original, *LANGUAGE_CODES] if code in self.languages]
        return self.in_language(languages[0]) if languages else self.canonical

    @property
    def is_indexed(self):
        """Lists narrowed more than once are ways to pages, not pages to be found."""
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
            return self.absolute(reverse("pictures:record", args=[self.record.record_kind(), self.record.key]))
        return self.absolute(reverse("pictures:register"))

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
        found = self.context.get("page_obj")
        return found.paginator.count if found else len(self.records)

    @property
    def first_position(self):
        found = self.context.get("page_obj")
        return found.start_index() if found else 1


def build_description(record):
    """The first paragraph of what a record says of itself, cut at a word to what search engines show; or nothing."""
    for field in TEXTS:
        if field in translated_fields(type(record)):
            paragraph = PARAGRAPH.search(as_html(localized(record, field).text))
            if paragraph:
                text = unescape(strip_tags(paragraph[1]))
                return shorten(" ".join(text.split()), MAX_DESCRIPTION_LENGTH)
    return ""


def shorten(text, longest):
    """
    >>> shorten("Clean water for all", 15)
    'Clean water…'
    """
    return text if len(text) <= longest else text[: longest - 1].rpartition(" ")[0].rstrip(",;: ") + "…"
