"""schema.org data of a page, as JSON-LD. Each app registers its kinds of record in its `linked_data` module."""

import json
from functools import singledispatch

from django.urls import Resolver404, resolve, reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from .languages import current_language
from .localized_text import localized

#: Characters that could end the `<script>` element, or that some parsers treat as line breaks.
ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@singledispatch
def describe(record, page):
    """A record as a schema.org node; empty for kinds without one. Apps register their implementations here."""
    return {}


def omit_empty(**values):
    """The values that are known: schema.org has no notation for an empty value.

    >>> omit_empty(name="Huế", url="", geo=None)
    {'name': 'Huế'}
    """
    return {name: value for name, value in values.items() if value not in ("", None, [], {})}


def render_script(graph):
    """
    >>> render_script([{"name": "</script>"}])
    '{"@context": "https://schema.org", "@graph": [{"name": "\\\\u003c/script\\\\u003e"}]}'
    """
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 -- escaped on this line


def build_graph(page):
    """The nodes of a page: its record, the page itself, its breadcrumbs; `page` is a `PageMetadata`."""
    subject = build_subject(page)
    site = [build_website(page), secretariat(page)] if page.is_home else []
    return [node for node in [subject, build_web_page(page, subject), build_breadcrumbs(page), *site] if node]


def build_subject(page):
    """The record that the page is about; empty for other pages."""
    node = describe(page.record, page) if page.record else {}
    return {"@id": f"{page.url_of(page.record)}#record"} | node if node else {}


def build_web_page(page, subject):
    kind = "CollectionPage" if page.records is not None else "WebPage"
    return {"@type": kind, "@id": page.canonical} | omit_empty(
        url=page.canonical,
        name=page.title,
        description=page.description,
        inLanguage=current_language(),
        dateModified=page.record.updated_at.isoformat() if page.record else "",
        isPartOf={"@id": f"{page.home}#website"},
        primaryImageOfPage={"@type": "ImageObject", "url": page.picture},
        mainEntity={"@id": subject["@id"]} if subject else build_item_list(page),
        license=build_licence(page),
    )


def build_licence(page):
    """The licence of the data, as the secretariat has recorded it."""
    return omit_empty(name=page.secretariat.data_licence) | {"@type": "CreativeWork"} if page.secretariat else None


def build_item_list(page):
    if page.records is None:
        return None
    items = [
        {"@type": "ListItem", "position": position, "name": str(record), "url": page.url_of(record)}
        for position, record in enumerate(page.records, start=page.first_position)
    ]
    return {"@type": "ItemList", "numberOfItems": page.count, "itemListElement": items}


def build_breadcrumbs(page):
    """Home, section, record; empty for the home page."""
    if page.is_home:
        return {}
    steps = [(_("Home"), page.home)]
    if page.record and is_served(page.section_path):
        steps.append((page.section, page.absolute_url(page.section_path)))
    steps.append((page.title, page.canonical))
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def is_served(path):
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def build_website(page):
    search = page.absolute_url(reverse("search"))
    return {"@type": "WebSite", "@id": f"{page.home}#website"} | omit_empty(
        url=page.home,
        name=page.site_name,
        inLanguage=current_language(),
        publisher={"@id": f"{page.home}#secretariat"} if page.secretariat else None,
        potentialAction={
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    )


def secretariat(page):
    """The organisation that publishes the register."""
    publisher = page.secretariat
    if not publisher:
        return {}
    return {"@type": "Organization", "@id": f"{page.home}#secretariat"} | omit_empty(
        name=str(publisher),
        address=localized(publisher, "address").text,
        email=publisher.email,
        telephone=publisher.telephone,
    )
