"""The HTML head of a page, derived from its template blocks and context."""

from html import unescape

from django import template
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from cooperation.core import page_metadata
from cooperation.core.linked_data import build_graph, render_script

register = template.Library()


@register.simple_block_tag
def words(content):
    """The content of a template block as plain text: `{% words as title %}{% block title %}…`."""
    return " ".join(unescape(strip_tags(content)).split(" ")).strip()


@register.simple_tag(takes_context=True)
def page_description(context, title):
    """The description of the page's record; else the page's title with a sentence about the register."""
    record = context.get("object")
    description = page_metadata.build_description(record) if hasattr(record, "record_kind") else ""
    return description or _(
        "%(page)s – agreements between the localities of Viet Nam and France, with their sources."
    ) % {"page": title}


@register.inclusion_tag("components/head.html", takes_context=True)
def head(context, title, description):
    page = page_metadata.PageMetadata(context, title, description)
    return {"page": page, "linked_data": "" if page.is_error else render_script(build_graph(page))}
