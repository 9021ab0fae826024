"""What the head of a page says of it to search engines and social networks, derived from what the page shows."""

import re
from functools import cached_property
from html import unescape

from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from .days import ASKED, reading_day
from .languages import CODES, reading_language, translated_fields, wording, written_in
from .markdown import as_html
from .social_pictures import SIZE, has_picture
from .wording_of_dates import upper_first

LOCALES = {"vi": "vi_VN", "fr": "fr_FR", "en": "en_GB"}
#: Words of a query that make another page, beside the filters of a list; all else is dropped from its address.
KEPT = ["q", "kind", ASKED, "page"]
TEXTS = ["summary", "presentation", "description", "body"]
PARAGRAPH = re.compile("<p>(.*?)</p>", re.DOTALL)
LONGEST_DESCRIPTION = 200
ERROR = re.compile(r"pages/\d{3}\.html")


class Page:
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

    def address_of(self, record):
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
        return reading_day(self.request)

    @cached_property
    def query(self):
        """What of the query makes this page another one, always in the same order; all searches count as one page."""
        if self.request.path == reverse("search"):
            return ""
        filters = self.context.get("filterset")
        names = [*(filters.base_filters if filters else []), *KEPT]
        pairs = [(name, value) for name in dict.fromkeys(names) for value in self.request.GET.getlist(name)]
        return urlencode([(name, value) for name, value in pairs if value and (name, value) != ("page", "1")])

    def in_language(self, language):
        """The address of this page in a language."""
        first, _slash, rest = self.request.path_info.removeprefix("/").partition("/")
        path = f"/{language}/{rest}" if first in CODES else self.request.path_info
        return self.absolute(path) + (f"?{self.query}" if self.query else "")

    @property
    def canonical(self):
        return self.in_language(reading_language())

    @cached_property
    def languages(self):
        """Those in which the page's record has its title; all, where the page shows none."""
        return written_in(self.record) if self.record else CODES

    @property
    def alternates(self):
        return [(code, self.in_language(code)) for code in self.languages]

    @property
    def address_for_others(self):
        """For readers of any other language: the home page asks the browser, a record is in English or its own."""
        if self.is_home:
            return self.absolute("/")
        original = getattr(self.record, "original_language", "")
        languages = [code for code in ["en", original, *CODES] if code in self.languages]
        return self.in_language(languages[0]) if languages else self.canonical

    @property
    def is_indexed(self):
        """Lists narrowed more than once are ways to pages, not pages to be found."""
        return len(self.context.get("in_use") or []) < 2

    @property
    def kind(self):
        return "article" if self.record else "website"

    @property
    def locale(self):
        return LOCALES[reading_language()]

    @property
    def other_locales(self):
        return [LOCALES[code] for code in self.languages if code != reading_language()]

    @property
    def picture(self):
        if self.record and has_picture(type(self.record)):
            return self.absolute(reverse("pictures:record", args=[self.record.record_kind(), self.record.key]))
        return self.absolute(reverse("pictures:register"))

    @property
    def picture_size(self):
        return SIZE

    @property
    def picture_in_words(self):
        return self.title if self.record and has_picture(type(self.record)) else self.site_name

    @property
    def section(self):
        return upper_first(str(self.record._meta.verbose_name_plural))

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


def first_words(record):
    """The first paragraph of what a record says of itself, cut at a word to what search engines show; or nothing."""
    for field in TEXTS:
        if field in translated_fields(type(record)):
            paragraph = PARAGRAPH.search(as_html(wording(record, field).text))
            if paragraph:
                text = unescape(strip_tags(paragraph[1]))
                return shorten(" ".join(text.split()), LONGEST_DESCRIPTION)
    return ""


def shorten(text, longest):
    """
    >>> shorten("Clean water for all", 15)
    'Clean water…'
    """
    return text if len(text) <= longest else text[: longest - 1].rpartition(" ")[0].rstrip(",;: ") + "…"
