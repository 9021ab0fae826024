"""Typography of whole pages: what templates put together out of translated parts."""

import re

import pytest
from lxml import html

from cooperation.core.languages import LANGUAGE_CODES
from tests.house.test_wording import EVERYWHERE, RECORDS, RULES, Text, own_words
from tests.site.page_types import PAGES

pytestmark = pytest.mark.django_db
INLINE = {"a", "abbr", "b", "em", "i", "mark", "q", "small", "span", "strong", "sup", "time"}
SKIPPED = {"script", "style", "svg", "option", "code", "pre", "template"}


def blocks_of(page, language):
    """The text of each block of a page, as a reader sees it; what is in another language becomes an X."""
    body = html.fromstring(page).find("body")
    for element in body.iter():
        is_block = isinstance(element.tag, str) and element.tag not in INLINE | SKIPPED
        if is_block and not any(ancestor.tag in SKIPPED for ancestor in element.iterancestors()):
            text = re.sub(r"[ \t\n]+", " ", join_inline(element, language)).strip()
            if text:
                yield text


def join_inline(element, language):
    """The element's own text with that of its inline elements; other blocks within it only part what is around them."""
    parts = [element.text or ""]
    for child in element:
        if child.tag in INLINE:
            is_foreign = child.get("lang", language) != language
            parts.append("X" if is_foreign else join_inline(child, language))
        else:
            parts.append("\n")
        parts.append(child.tail or "")
    return "".join(parts)


def find_faults(page, language):
    return [
        (rule, text)
        for text in blocks_of(page, language)
        for rule, breaks in (EVERYWHERE | RULES[language]).items()
        if breaks(own_words(Text("", language, RECORDS, text)))
    ]


@pytest.mark.parametrize("language", LANGUAGE_CODES)
@pytest.mark.usefixtures("archive")
def test_typography_is_kept_on_every_type_of_page(client, language):
    faults = {
        path: page_faults
        for path in PAGES
        if (page_faults := find_faults(client.get(f"/{language}/{path}").content.decode(), language))
    }

    assert faults == {}


def test_a_planted_fault_is_found():
    page = (
        "<html><body><p>since <b>July</b> , <span lang='vi'>thoả</span></p><ul><li>a</li> <li>b</li></ul></body></html>"
    )

    assert find_faults(page, "en") == [("a space before a comma or full stop", "since July , X")]
