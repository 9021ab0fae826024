"""What is not public is nowhere; each test makes sure that there is something there that could leak."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from cooperation.core.records import PublicationState
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
SECRET = "Zzyzx"  # noqa: S105 -- a word that stands nowhere else
LISTS = ["agreements", "partnerships", "localities", "conferences", "news"]


def make_everything(publication_state):
    """One of each record, tied to each other, with the secret in every name."""
    place = make_locality(name_vi=f"{SECRET} place", publication_state=publication_state, key="secret-place")
    theme = make_theme(name_en=f"{SECRET} theme", publication_state=publication_state, key="secret-theme")
    conference = make_conference(
        title_en=f"{SECRET} conference", publication_state=publication_state, number=99, place=place
    )
    tie = make_partnership(
        parties=[place, make_french_locality()], publication_state=publication_state, key="secret-tie"
    )
    agreement = make_agreement(
        title_en=f"{SECRET} agreement",
        publication_state=publication_state,
        key="secret-agreement",
        conference=conference,
        partnership=tie,
        parties=[place, make_french_locality()],
    )
    agreement.themes.add(theme)
    item = make_news(title_en=f"{SECRET} news", publication_state=publication_state, key="secret-news")
    make_claim(agreement, "signed_on", "2023-04-15", item=item)
    make_claim(agreement, "signed_on", "2023-04-15", item=make_news(key="public-news"))
    make_page(title_en=f"{SECRET} page", publication_state=publication_state, key="secret-page")


TABLES = [f"{name}.{form}" for name in LISTS for form in ["csv", "json", "xlsx", "atom"]]
ADDRESSES = [
    "/en/",
    *(f"/en/{name}/" for name in [*LISTS, "themes", "map", "timeline", "figures", "completeness", "data", "feeds"]),
    *(f"/en/{name}" for name in [*TABLES, "localities.geojson", "calendar.ics", f"search.csv?q={SECRET}"]),
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
NAMELESS = [
    "/en/completeness/",
    "/en/data/",
    "/data/catalogue.jsonld",
    "/sitemap-pages.xml",
    "/sitemap-conferences.xml",
]
OWN = [
    "/en/themes/secret-theme/",
    "/en/themes/secret-theme.atom",
    "/en/localities/secret-place.atom",
    "/en/agreements/secret-agreement/cite.bib",
    "/en/news/secret-news/cite.json",
    "/en/pictures/agreement/secret-agreement.png",
    "/en/pictures/conference/99.png",
    "/en/agreements/secret-agreement/",
    "/en/partnerships/secret-tie/",
    "/en/localities/secret-place/",
    "/en/conferences/99/",
    "/en/news/secret-news/",
    "/en/pages/secret-page/",
    "/api/agreements/secret-agreement/",
    "/api/localities/secret-place/",
]


def words_of(response):
    """An answer as text; that of an archive or a workbook is what its files hold."""
    if not response.content.startswith(b"PK"):
        return response.content.decode()
    with ZipFile(BytesIO(response.content)) as archive:
        return "".join(archive.read(name).decode(errors="replace") for name in archive.namelist())


@pytest.mark.parametrize(
    "publication_state", [PublicationState.DRAFT, PublicationState.IN_REVIEW, PublicationState.UNPUBLISHED]
)
def test_what_is_not_published_is_in_no_list_count_or_search(client, publication_state):
    make_everything(publication_state)

    for address in ADDRESSES:
        response = client.get(address)
        assert response.status_code == 200, address
        answer = words_of(response).replace(f"value=&quot;{SECRET}", "").split("<main", 1)[-1]
        assert f"{SECRET} " not in answer, address
        assert "secret-" not in answer, address
    assert [client.get(address).status_code for address in OWN] == [404] * len(OWN)


def test_the_same_records_are_everywhere_once_they_are_published(client):
    make_everything(PublicationState.PUBLISHED)

    answers = {address: words_of(client.get(address)).split("<main", 1)[-1] for address in ADDRESSES}

    silent = [address for address, answer in answers.items() if SECRET not in answer and "secret-" not in answer]
    assert silent == NAMELESS
    assert [client.get(address).status_code for address in OWN] == [200] * len(OWN)


def test_a_public_record_does_not_name_the_drafts_that_it_is_tied_to(client):
    place = make_locality(name_vi=f"{SECRET} place", publication_state=PublicationState.DRAFT, key="secret-place")
    conference = make_conference(title_en=f"{SECRET} conference", publication_state=PublicationState.DRAFT, number=99)
    other = make_agreement(title_en=f"{SECRET} earlier", publication_state=PublicationState.DRAFT, key="secret-earlier")
    agreement = make_agreement(
        key="open",
        parties=[place, make_french_locality()],
        conference=conference,
        earlier_agreement=other,
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
    tie = make_partnership(parties=[place, make_french_locality()], key="open-tie")
    held = make_conference(number=7, place=place)
    held.participants.add(place)

    for address in [
        "/en/agreements/open/",
        "/en/agreements/",
        "/en/",
        "/api/agreements/open/",
        "/en/partnerships/open-tie/",
        "/en/partnerships/",
        "/api/partnerships/open-tie/",
        "/en/conferences/7/",
        "/en/conferences/",
        "/api/conferences/7/",
    ]:
        answer = client.get(address).content.decode()
        assert SECRET not in answer, address
        assert "secret-" not in answer, address
    assert tie.is_public
