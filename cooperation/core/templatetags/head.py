"""The head of a page, from what its blocks and its context say."""

from html import unescape

from django import template
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from cooperation.core import page_metadata
from cooperation.core.linked_data import build_graph, render_script

register = template.Library()


@register.simple_block_tag
def words(content):
    """What a block of the page says, as plain text: `{% words as title %}{% block title %}…`."""
    return " ".join(unescape(strip_tags(content)).split(" ")).strip()


@register.simple_tag(takes_context=True)
def page_description(context, title):
    """How the record that a page shows describes itself; else the page's title, and what the register is."""
    record = context.get("object")
    own = page_metadata.build_description(record) if hasattr(record, "record_kind") else ""
    return own or _(
        "%(page)s – agreements between the localities of Viet Nam and France, with a source for every fact."
    ) % {"page": title}


@register.inclusion_tag("components/head.html", takes_context=True)
def head(context, title, description):
    page = page_metadata.PageMetadata(context, title, description)
    return {"page": page, "linked_data": "" if page.is_error else render_script(build_graph(page))}
