"""axe finds nothing on any type of page: in three languages, light and dark, on a wide screen and on a telephone."""

import pytest

from tests.site.axe import violations
from tests.site.browsing import IN_CHROMIUM
from tests.site.page_types import LANGUAGES, PAGES

pytestmark = IN_CHROMIUM


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_any_type_of_page(page, site, language, scheme, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    found = {}
    for address in PAGES:
        page.goto(f"{site}/{language}/{address}")
        found[address] = violations(page)

    assert found == {address: [] for address in PAGES}


def test_axe_would_find_a_fault(page, site):
    page.goto(f"{site}/en/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/x.png\">')")

    assert "image-alt" in dict(violations(page))
