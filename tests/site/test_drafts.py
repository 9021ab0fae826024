"""Unpublished records leak nowhere; each test first makes sure that there is something that could leak."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from cooperation.core.records import PublicationState
from cooperation.kinds import TABLE, kinds_with
from cooperation.sitemaps import SITEMAPS
from tests.factories import (
    make_agreement,
    make_claim,
    make_conference,
    make_french_locality,
    make_locality,
    make_news,
    make_page,
    make_partnership,
    make_theme,
)

pytestmark = pytest.mark.django_db
SECRET = "Zzyzx"  # noqa: S105 -- a word that occurs nowhere else
LISTS = [kind.section for kind in kinds_with(TABLE)]


def make_everything(publication_state):
    """One record of each kind, related to each other, with the secret in every name."""
    place = make_locality(name_vi=f"{SECRET} place", publication_state=publication_state, key="secret-place")
    theme = make_theme(name_en=f"{SECRET} theme", publication_state=publication_state, key="secret-theme")
    conference = make_conference(
        title_en=f"{SECRET} conference", publication_state=publication_state, number=99, place=place
    )
    partnership = make_partnership(
        parties=[place, make_french_locality()], publication_state=publication_state, key="secret-partnership"
    )
    agreement = make_agreement(
        title_en=f"{SECRET} agreement",
        publication_state=publication_state,
        key="secret-agreement",
        conference=conference,
        partnership=partnership,
        parties=[place, make_french_locality()],
    )
    agreement.themes.add(theme)
    item = make_news(title_en=f"{SECRET} news", publication_state=publication_state, key="secret-news")
    make_claim(agreement, "signed_on", "2023-04-15", item=item)
    make_claim(agreement, "signed_on", "2023-04-15", item=make_news(key="public-news"))
    make_page(title_en=f"{SECRET} page", publication_state=publication_state, key="secret-page")


FILES = [f"{name}.{file_format}" for name in LISTS for file_format in ["csv", "json", "xlsx", "atom"]]
LIST_PATHS = [
    "/en/",
    *(f"/en/{name}/" for name in [*LISTS, "themes", "map", "timeline", "figures", "completeness", "data", "feeds"]),
    *(f"/en/{name}" for name in [*FILES, "localities.geojson", "calendar.ics", f"search.csv?q={SECRET}"]),
    f"/en/search/suggestions/?q={SECRET}",
    "/en/news/public-news/",
    "/api/news/public-news/",
    "/data/catalogue.jsonld",
    "/data/register.zip",
    *(f"/sitemap-{name}.xml" for name in SITEMAPS),
    *(f"/api/{name}/" for name in LISTS),
    f"/en/search/?q={SECRET}",
    f"/api/search/?q={SECRET}",
]
#: Pages that show counts only, or records without their names.
PATHS_WITHOUT_NAMES = [
    "/en/completeness/",
    "/en/data/",
    "/data/catalogue.jsonld",
    "/sitemap-pages.xml",
    "/sitemap-conferences.xml",
]
RECORD_PATHS = [
    "/en/themes/secret-theme/",
    "/en/themes/secret-theme.atom",
    "/en/localities/secret-place.atom",
    "/en/agreements/secret-agreement/cite.bib",
    "/en/news/secret-news/cite.json",
    "/en/pictures/agreement/secret-agreement.png",
    "/en/pictures/conference/99.png",
    "/en/agreements/secret-agreement/",
    "/en/partnerships/secret-partnership/",
    "/en/localities/secret-place/",
    "/en/conferences/99/",
    "/en/news/secret-news/",
    "/en/pages/secret-page/",
    "/api/agreements/secret-agreement/",
    "/api/localities/secret-place/",
]


def get_text(response):
    """The response as text; for a ZIP archive or a workbook, the concatenated texts of its files."""
    if not response.content.startswith(b"PK"):
        return response.content.decode()
    with ZipFile(BytesIO(response.content)) as archive:
        return "".join(archive.read(name).decode(errors="replace") for name in archive.namelist())


@pytest.mark.parametrize(
    "publication_state", [PublicationState.DRAFT, PublicationState.IN_REVIEW, PublicationState.UNPUBLISHED]
)
def test_what_is_not_published_is_in_no_list_count_or_search(client, publication_state):
    make_everything(publication_state)

    for path in LIST_PATHS:
        response = client.get(path)
        assert response.status_code == 200, path
        text = get_text(response).replace(f"value=&quot;{SECRET}", "").split("<main", 1)[-1]
        assert f"{SECRET} " not in text, path
        assert "secret-" not in text, path
    assert [client.get(path).status_code for path in RECORD_PATHS] == [404] * len(RECORD_PATHS)


@pytest.mark.slow
def test_the_same_records_are_everywhere_once_they_are_published(client):
    make_everything(PublicationState.PUBLISHED)

    texts = {path: get_text(client.get(path)).split("<main", 1)[-1] for path in LIST_PATHS}

    silent = [path for path, text in texts.items() if SECRET not in text and "secret-" not in text]
    assert silent == PATHS_WITHOUT_NAMES
    assert [client.get(path).status_code for path in RECORD_PATHS] == [200] * len(RECORD_PATHS)


def test_a_public_record_does_not_name_the_drafts_that_it_is_linked_to(client):
    place = make_locality(name_vi=f"{SECRET} place", publication_state=PublicationState.DRAFT, key="secret-place")
    conference = make_conference(title_en=f"{SECRET} conference", publication_state=PublicationState.DRAFT, number=99)
    earlier = make_agreement(
        title_en=f"{SECRET} earlier", publication_state=PublicationState.DRAFT, key="secret-earlier"
    )
    agreement = make_agreement(
        key="open",
        parties=[place, make_french_locality()],
        conference=conference,
        earlier_agreement=earlier,
        relation_type="renews",
    )
    agreement.themes.add(
        make_theme(name_en=f"{SECRET} theme", key="secret-theme", publication_state=PublicationState.DRAFT)
    )
    make_claim(
        agreement,
        "signed_on",
        "2022",
        item=make_news(title_en=f"{SECRET} news", publication_state=PublicationState.DRAFT),
    )
    partnership = make_partnership(parties=[place, make_french_locality()], key="open-partnership")
    held = make_conference(number=7, place=place)
    held.participants.add(place)

    for path in [
        "/en/agreements/open/",
        "/en/agreements/",
        "/en/",
        "/api/agreements/open/",
        "/en/partnerships/open-partnership/",
        "/en/partnerships/",
        "/api/partnerships/open-partnership/",
        "/en/conferences/7/",
        "/en/conferences/",
        "/api/conferences/7/",
    ]:
        page = client.get(path).content.decode()
        assert SECRET not in page, path
        assert "secret-" not in page, path
    assert partnership.is_public
