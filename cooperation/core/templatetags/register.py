"""Tags that every public template may use, without loading them."""

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cooperation.core import highlighting, languages
from cooperation.core.days import asked_day
from cooperation.core.markdown import as_html
from cooperation.core.remembering import Shelf, remembered
from cooperation.core.wording_of_dates import day_in_words, in_words, phrase, span_in_words, upper_first

register = template.Library()
FILTERS = Shelf(most=300)
SECTIONS = [
    "agreements",
    "partnerships",
    "localities",
    "conferences",
    "news",
    "themes",
    "map",
    "timeline",
    "figures",
    "search",
]
register.filter("in_words", in_words)
register.filter("phrase", phrase)
register.filter("day_in_words", day_in_words)
register.filter("upper_first", lambda text: upper_first(str(text)))

LANGUAGE_NAMES = {
    "vi": lambda: _("Vietnamese"),
    "fr": lambda: _("French"),
    "en": lambda: _("English"),
}


@register.simple_tag
def span_of(starts, ends):
    """A span of days in words, as the beginning of a line."""
    return upper_first(span_in_words(starts, ends))


@register.simple_tag
def text(record, field):
    """The text of a translated field; wrapped in its language where that is not the page's."""
    return in_its_language(*languages.wording(record, field))


@register.simple_tag
def plain(record, field):
    """The same without markup, for titles and attributes."""
    return languages.wording(record, field).text


@register.simple_tag
def in_its_language(words, language):
    if not language or language == languages.reading_language():
        return words
    return format_html('<span lang="{}">{}</span>', language, words)


@register.simple_tag
def legal_act(row):
    """A legal act, in the language of the country that made it."""
    return in_its_language(row.legal_act, row.successor.original_language)


@register.simple_tag
def marked(words, query):
    """A name or a passage, with what answers the search marked."""
    return highlighting.marked(str(words), query)


@register.simple_tag
def paragraphs(record, field):
    """A longer text in paragraphs, each carrying its language where that is not the page's."""
    words, language = languages.wording(record, field)
    attribute = "" if language == languages.reading_language() else format_html(' lang="{}"', language)
    blocks = [block.strip() for block in words.replace("\r\n", "\n").split("\n\n") if block.strip()]
    return mark_safe("".join(format_html("<p{}>{}</p>", attribute, block) for block in blocks))  # noqa: S308 -- escaped


@register.simple_tag
def lines(record, field):
    """A text of one thing a line, as a list."""
    words, language = languages.wording(record, field)
    items = format_html_join("", "<li>{}</li>", ((line,) for line in words.splitlines() if line.strip()))
    return format_html('<ul lang="{}">{}</ul>', language, items)


@register.simple_tag
def rich_text(record, field):
    words, language = languages.wording(record, field)
    attribute = "" if language == languages.reading_language() else format_html(' lang="{}"', language)
    return format_html("<div{}>{}</div>", attribute, as_html(words))


@register.inclusion_tag("components/language_notice.html")
def language_notice(record, field):
    """Says that the text below is in another language, where it is."""
    language = languages.wording(record, field).language
    other = language and language != languages.reading_language()
    return {"shown_in": language_name(language) if other else ""}


@register.inclusion_tag("components/feed_link.html")
def feed_link(title, name, key=""):
    """In the head of a page, tells reader programs of its feed: `{% feed_link title "feed-theme" theme.key %}`."""
    return {"title": title, "address": reverse(name, args=[key] if key else [])}


@register.filter
def language_name(code):
    return LANGUAGE_NAMES[code]() if code in LANGUAGE_NAMES else ""


def languages_named(values):
    """{code: name} of our languages among these codes, in their order."""
    return {code: language_name(code) for code in languages.CODES if code in values}


@register.filter
def own_name(code):
    """
    >>> own_name("vi")
    'Tiếng Việt'
    """
    return languages.OWN_NAMES[code]


@register.simple_tag(takes_context=True)
def this_page_in(context, language):
    """The address of the same page in another language; filters are kept, the language prefix changes."""
    request = context["request"]
    parts = request.path_info.split("/", 2)
    rest = parts[2] if len(parts) > 2 and parts[1] in languages.CODES else ""
    query = request.META.get("QUERY_STRING", "")
    return f"/{language}/{rest}" + (f"?{query}" if query else "")


@register.inclusion_tag("components/asked_day.html", takes_context=True)
def day_notice(context):
    """Says that a page is about the day that its reader asked for; nothing on pages that are about today."""
    request = context["request"]
    asked = asked_day(request) if "day" in context else None
    return {"asked_day": asked if asked == context.get("day") else None, "address": request.path}


@register.simple_tag
def list_filters(filterset):
    """The filters of a list, drawn once for an address while the content stays the same."""
    drawn, place = FILTERS.here(), (get_language(), filterset.request.get_full_path())
    if place not in drawn:
        drawn[place] = render_to_string("components/filters.html", {"filterset": filterset})
    return drawn[place]


@register.simple_tag(takes_context=True)
def foot(context):
    return drawn_foot(context["secretariat"])


@remembered
def drawn_foot(secretariat):
    return render_to_string("components/footer.html", {"secretariat": secretariat})


@register.simple_tag(takes_context=True)
def menu(context):
    """The sections of the site, that of the page marked."""
    path = context["request"].path_info
    return drawn_menu(next((name for name in SECTIONS if f"/{name}/" in path[:40]), ""))


@remembered
def drawn_menu(section):
    return render_to_string("components/menu.html", {"section": section})


@register.filter
def item(mapping, key):
    return mapping[key]
