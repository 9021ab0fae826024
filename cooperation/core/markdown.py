"""Rich text: Markdown written by staff, cleaned again at every showing."""

import nh3
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

READER = MarkdownIt("commonmark", {"html": False}).enable("table")
TAGS = {
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


def as_html(text):
    """
    >>> as_html("**Bonjour** <script>alert(1)</script>")
    '<p><strong>Bonjour</strong> &lt;script&gt;alert(1)&lt;/script&gt;</p>\\n'
    """
    clean = nh3.clean(
        READER.render(text),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    return mark_safe(clean)  # noqa: S308 -- cleaned on the line above
