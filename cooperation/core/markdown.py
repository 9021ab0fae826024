"""Rich text: Markdown written by staff, sanitised each time it is rendered."""

import nh3
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
ALLOWED_TAGS = {
    "a",
    "blockquote",
    "br",
    "code",
    "em",
    "h2",
    "h3",
    "h4",
    "hr",
    "li",
    "ol",
    "p",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
}


def render_markdown(text):
    """
    >>> render_markdown("**Bonjour** <script>alert(1)</script>")
    '<p><strong>Bonjour</strong> &lt;script&gt;alert(1)&lt;/script&gt;</p>\\n'
    """
    html = nh3.clean(
        PARSER.render(text),
        tags=ALLOWED_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    return mark_safe(html)  # noqa: S308 -- sanitised on the line above
