"""Every type of page in Chromium, in three languages: axe finds nothing, and nothing runs out sideways.

Each page is opened once and looked at on a wide screen, on a telephone and at the width of 400 % zoom, light and dark.
"""

import pytest

from tests.factories import make_agreement
from tests.site.axe import violations
from tests.site.browsing import IN_CHROMIUM
from tests.site.page_types import LANGUAGES, PAGES

pytestmark = IN_CHROMIUM
LONG_TITLE = (
    "Thỏa thuận khung về hợp tác giữa Tổng hội các địa phương Thừa Thiên Huế "
    "và Communauté d’agglomération de Saint-Germain-en-Laye-sous-Bois"
)


def faults(page, width, scheme):
    """What is wrong at this width and in this colour scheme; the structure is the same in both schemes."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    found = violations(page, colours_only=scheme == "dark")
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        found.append(("runs out sideways", []))
    return [(width, scheme, *fault) for fault in found]


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
        by_path[path] = [fault for width, scheme in views for fault in faults(page, width, scheme)]

    assert by_path == {path: [] for path in paths}


def test_axe_would_find_a_fault_and_so_would_the_width(page, site):
    page.goto(f"{site}/en/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/x.png\">')")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<pre>' + 'x'.repeat(999) + '</pre>')")

    assert {rule for _width, _scheme, rule, _places in faults(page, 390, "light")} >= {"image-alt", "runs out sideways"}


def test_axe_would_find_a_lack_of_contrast_in_the_dark(page, site):
    page.goto(f"{site}/en/")
    page.evaluate("document.querySelector('h1').setAttribute('class', '')")
    page.evaluate("document.querySelector('h1').style.setProperty('color', '#222')")

    assert [rule for _width, _scheme, rule, _places in faults(page, 1280, "dark")] == ["color-contrast"]
