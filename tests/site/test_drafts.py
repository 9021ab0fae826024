"""What is not public is nowhere; each test makes sure that there is something there that could leak."""

import pytest

from cooperation.core.records import Status
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


def make_everything(status):
    """One of each record, tied to each other, with the secret in every name."""
    place = make_locality(name_vi=f"{SECRET} place", status=status, key="secret-place")
    theme = make_theme(name_en=f"{SECRET} theme", status=status, key="secret-theme")
    conference = make_conference(title_en=f"{SECRET} conference", status=status, number=99, place=place)
    tie = make_partnership(parties=[place, make_french_locality()], status=status, key="secret-tie")
    agreement = make_agreement(
        title_en=f"{SECRET} agreement",
        status=status,
        key="secret-agreement",
        conference=conference,
        partnership=tie,
        parties=[place, make_french_locality()],
    )
    agreement.themes.add(theme)
    item = make_news(title_en=f"{SECRET} news", status=status, key="secret-news")
    make_claim(agreement, "signed_on", "2023-04-15", item=item)
    make_page(title_en=f"{SECRET} page", status=status, key="secret-page")


ADDRESSES = [
    "/en/",
    *(f"/en/{name}/" for name in LISTS),
    *(f"/api/{name}/" for name in LISTS),
    f"/en/search/?q={SECRET}",
    f"/api/search/?q={SECRET}",
]
OWN = [
    "/en/agreements/secret-agreement/",
    "/en/partnerships/secret-tie/",
    "/en/localities/secret-place/",
    "/en/conferences/99/",
    "/en/news/secret-news/",
    "/en/pages/secret-page/",
    "/api/agreements/secret-agreement/",
    "/api/localities/secret-place/",
]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.IN_REVIEW, Status.WITHDRAWN])
def test_what_is_not_published_is_in_no_list_count_or_search(client, status):
    make_everything(status)

    for address in ADDRESSES:
        answer = client.get(address).content.decode().replace(f"value=&quot;{SECRET}", "").split("<main", 1)[-1]
        assert f"{SECRET} " not in answer, address
        assert "secret-" not in answer, address
    assert [client.get(address).status_code for address in OWN] == [404] * len(OWN)


def test_the_same_records_are_everywhere_once_they_are_published(client):
    make_everything(Status.PUBLISHED)

    answers = [client.get(address).content.decode().split("<main", 1)[-1] for address in ADDRESSES]

    assert [f"{SECRET} " in answer or "secret-" in answer for answer in answers] == [True] * len(ADDRESSES)
    assert [client.get(address).status_code for address in OWN] == [200] * len(OWN)


def test_a_public_record_does_not_name_the_drafts_that_it_is_tied_to(client):
    place = make_locality(name_vi=f"{SECRET} place", status=Status.DRAFT, key="secret-place")
    conference = make_conference(title_en=f"{SECRET} conference", status=Status.DRAFT, number=99)
    other = make_agreement(title_en=f"{SECRET} earlier", status=Status.DRAFT, key="secret-earlier")
    agreement = make_agreement(
        key="open", parties=[place, make_french_locality()], conference=conference, follows=other, follows_as="renews"
    )
    agreement.themes.add(make_theme(name_en=f"{SECRET} theme", key="secret-theme", status=Status.DRAFT))
    make_claim(agreement, "signed_on", "2022", item=make_news(title_en=f"{SECRET} news", status=Status.DRAFT))
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
