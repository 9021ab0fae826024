"""Tags and filters that every template may use without loading them."""

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language

from cooperation.core import highlighting
from cooperation.core.date_formatting import date_phrase, format_date, format_date_span, format_partial_date
from cooperation.core.languages import BY_CODE, LANGUAGE_CODES, LANGUAGES, current_language, language_name
from cooperation.core.localized_text import localized
from cooperation.core.markdown import render_markdown
from cooperation.core.site_name import SITE_NAME
from cooperation.core.templatetags.dated_links import get_requested_date
from cooperation.core.version_cache import VersionedCache, cached_by_version
from cooperation.kinds import SECTIONS

register = template.Library()
FILTERS = VersionedCache(max_size=300)
register.filter("format_partial_date", format_partial_date)
register.filter("date_phrase", date_phrase)
register.filter("format_date", format_date)
register.filter("language_name", language_name)


@register.simple_tag
def site_name():
    return str(SITE_NAME)


@register.simple_tag
def date_span(starts, ends):
    """A span of partial dates in words, capitalised for the beginning of a line."""
    return capfirst(format_date_span(starts, ends))


@register.simple_tag
def text(record, field):
    """A translated field as HTML, with a `lang` attribute where its language is not the page's."""
    return in_its_language(*localized(record, field))


@register.simple_tag
def plain(record, field):
    """A translated field without markup, for titles and attributes."""
    return localized(record, field).text


@register.simple_tag
def in_its_language(content, language):
    if not language or language == current_language():
        return content
    return format_html('<span lang="{}">{}</span>', language, content)


@register.simple_tag
def highlight(content, query):
    """A name or a passage, with the words that match the query in `<mark>`."""
    return highlighting.highlight(str(content), query)


@register.simple_tag
def paragraphs(record, field):
    """A translated field as HTML paragraphs, with a `lang` attribute where its language is not the page's."""
    content, language = localized(record, field)
    blocks = [block.strip() for block in content.replace("\r\n", "\n").split("\n\n") if block.strip()]
    html = "".join(format_html("<p{}>{}</p>", lang_attribute(language), block) for block in blocks)
    return mark_safe(html)  # noqa: S308 -- each block is escaped


@register.simple_tag
def rich_text(record, field):
    content, language = localized(record, field)
    return format_html("<div{}>{}</div>", lang_attribute(language), render_markdown(content))


def lang_attribute(language):
    return "" if language == current_language() else format_html(' lang="{}"', language)


@register.inclusion_tag("components/language_notice.html")
def language_notice(record, field):
    """A notice if the text that follows is not in the page's language."""
    language = localized(record, field).language
    is_other = language and language != current_language()
    return {"shown_in": language_name(language) if is_other else ""}


@register.inclusion_tag("components/feed_link.html")
def feed_link(title, name, key=""):
    """The `<link>` to a page's feed, for its head: `{% feed_link title "feed-theme" theme.key %}`."""
    return {"title": title, "url": reverse(name, args=[key] if key else [])}


@register.filter
def own_name(code):
    """
    >>> own_name("vi")
    'Tiếng Việt'
    """
    return BY_CODE[code].own_name


@register.simple_tag
def languages():
    """The table of languages (`core.languages`), in display order."""
    return LANGUAGES


@register.simple_tag(takes_context=True)
def this_page_in(context, language):
    """The URL of the same page in another language, with the same query string."""
    request = context["request"]
    parts = request.path_info.split("/", 2)
    rest = parts[2] if len(parts) > 2 and parts[1] in LANGUAGE_CODES else ""
    query = request.META.get("QUERY_STRING", "")
    return f"/{language}/{rest}" + (f"?{query}" if query else "")


@register.simple_tag
def list_filters(filterset):
    """The filters of a list, rendered once per URL and content version."""
    cache, key = FILTERS.current(), (get_language(), filterset.request.get_full_path())
    if key not in cache:
        cache[key] = render_to_string("components/filters.html", {"filterset": filterset})
    return cache[key]


@register.simple_tag(takes_context=True)
def foot(context):
    return render_foot(context["secretariat"], get_requested_date(context))


@cached_by_version
def render_foot(secretariat, day):
    return render_to_string("components/footer.html", {"secretariat": secretariat, "requested_date": day})


@register.simple_tag(takes_context=True)
def menu(context):
    """The sections of the site, with the current one marked."""
    path = context["request"].path_info
    current = next((section.name for section in SECTIONS if f"/{section.name}/" in path[:40]), "")
    return render_menu(current, get_requested_date(context))


@cached_by_version
def render_menu(current, day):
    context = {"sections": SECTIONS, "current": current, "requested_date": day}
    return render_to_string("components/menu.html", context)


@register.filter
def item(mapping, key):
    return mapping[key]
