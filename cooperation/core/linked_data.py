"""What machines read of a page: schema.org as JSON-LD. Each kind of record tells its own in its app's `linked_data`."""

import json
from functools import singledispatch

from django.urls import Resolver404, resolve, reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from .languages import current_language
from .localized_text import localized

#: Signs that could end the element which holds the data, or that some readers take for line ends.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@singledispatch
def describe(record, page):
    """What a record is in schema.org's words; empty for a kind that has none. Apps register theirs here."""
    return {}


def omit_empty(**values):
    """Only what is known: schema.org has no word for an empty value.

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
    """The page, where it stands, and what it is about; `page` is a `heads.Page`."""
    about = about_page(page)
    site = [website(page), secretariat(page)] if page.is_home else []
    return [each for each in [about, web_page(page, about), breadcrumbs(page), *site] if each]


def about_page(page):
    described = describe(page.record, page) if page.record else {}
    return {"@id": f"{page.url_of(page.record)}#record"} | described if described else {}


def web_page(page, about):
    kind = "CollectionPage" if page.records is not None else "WebPage"
    return {"@type": kind, "@id": page.canonical} | omit_empty(
        url=page.canonical,
        name=page.title,
        description=page.description,
        inLanguage=current_language(),
        dateModified=page.record.updated_at.isoformat() if page.record else "",
        isPartOf={"@id": f"{page.home}#website"},
        primaryImageOfPage={"@type": "ImageObject", "url": page.picture},
        mainEntity={"@id": about["@id"]} if about else item_list(page),
        license=licence(page),
    )


def licence(page):
    """The data's, as the secretariat names it."""
    return omit_empty(name=page.secretariat.data_licence) | {"@type": "CreativeWork"} if page.secretariat else None


def item_list(page):
    if page.records is None:
        return None
    items = [
        {"@type": "ListItem", "position": position, "name": str(record), "url": page.url_of(record)}
        for position, record in enumerate(page.records, start=page.first_position)
    ]
    return {"@type": "ItemList", "numberOfItems": page.count, "itemListElement": items}


def breadcrumbs(page):
    """Home, the section, the record: the home page is none."""
    if page.is_home:
        return {}
    steps = [(_("Home"), page.home)]
    if page.record and is_served(page.section_path):
        steps.append((page.section, page.absolute(page.section_path)))
    steps.append((page.title, page.canonical))
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def is_served(path):
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def website(page):
    search = page.absolute(reverse("search"))
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
    """The office that keeps the register, as whoever publishes it."""
    office = page.secretariat
    if not office:
        return {}
    return {"@type": "Organization", "@id": f"{page.home}#secretariat"} | omit_empty(
        name=str(office),
        address=localized(office, "address").text,
        email=office.email,
        telephone=office.telephone,
    )
