"""No link of the site is dead."""

import pytest

from tests.factories import make_page
from tests.site.crawler import Crawl
from tests.site.page_types import LANGUAGES

pytestmark = pytest.mark.django_db
STARTS = [f"/{language}/" for language in LANGUAGES]


@pytest.mark.slow
@pytest.mark.usefixtures("archive")
def test_no_link_leads_nowhere(client, settings):
    settings.VERSION_CACHE = True
    crawl = Crawl(client, STARTS)

    assert crawl.dead_links == []
    assert len(crawl.seen) > 100 * len(LANGUAGES)


@pytest.mark.slow
def test_the_crawler_finds_planted_faults(client):
    for key in ["status", "accessibility", "legal"]:
        make_page(key=key)
    faults = "[Gone](/en/nowhere/), [a missing anchor](/en/#nowhere)."
    make_page(key="about", body_vi="Chữ.", body_fr="Texte.", body_en=faults)

    crawl = Crawl(client, STARTS)

    assert sorted(crawl.dead_links) == [
        ("/en/pages/about/", "/en/#nowhere", "no such anchor"),
        ("/en/pages/about/", "/en/nowhere/", 404),
    ]
