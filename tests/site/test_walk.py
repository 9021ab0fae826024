"""Every type of page in Chromium, in three languages: axe finds no violation, and nothing overflows horizontally.

Each page is opened once and checked at the widths of a desktop, a telephone and 400 % zoom, light and dark.
"""

import pytest

from tests.factories import make_agreement
from tests.site.axe import find_violations
from tests.site.browsing import BROWSER_MARKS
from tests.site.page_types import LANGUAGES, PAGES

pytestmark = BROWSER_MARKS
LONG_TITLE = (
    "Thỏa thuận khung về hợp tác giữa Tổng hội các địa phương Thừa Thiên Huế "
    "và Communauté d’agglomération de Saint-Germain-en-Laye-sous-Bois"
)


def find_faults(page, width, scheme):
    """Faults at this width and in this colour scheme: [(width, scheme, rule, HTML of the first nodes)].

    In the dark scheme only colours are checked: the structure is the same in both.
    """
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    faults = find_violations(page, colours_only=scheme == "dark")
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        faults.append(("overflows horizontally", []))
    return [(width, scheme, *fault) for fault in faults]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_of_page_is_accessible_and_fits_the_screen(page, site, settings, language):
    settings.VERSION_CACHE = True
    make_agreement(key="long", title_vi=LONG_TITLE)
    views = [(width, scheme) for width in [1280, 390, 320] for scheme in ["light", "dark"]]
    paths = [*PAGES, "agreements/long/"]

    by_path = {}
    for path in paths:
        page.emulate_media(color_scheme="light")
        page.goto(f"{site}/{language}/{path}")
        by_path[path] = [fault for width, scheme in views for fault in find_faults(page, width, scheme)]

    assert by_path == {path: [] for path in paths}


def test_axe_would_find_a_fault_and_so_would_the_width(page, site):
    page.goto(f"{site}/en/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/x.png\">')")
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<pre>' + 'x'.repeat(999) + '</pre>')"
    )

    assert {rule for _width, _scheme, rule, _nodes in find_faults(page, 390, "light")} >= {
        "image-alt",
        "overflows horizontally",
    }


def test_axe_would_find_a_lack_of_contrast_in_the_dark(page, site):
    page.goto(f"{site}/en/")
    page.evaluate("document.querySelector('h1').setAttribute('class', '')")
    page.evaluate("document.querySelector('h1').style.setProperty('color', '#222')")

    assert [rule for _width, _scheme, rule, _nodes in find_faults(page, 1280, "dark")] == ["color-contrast"]
