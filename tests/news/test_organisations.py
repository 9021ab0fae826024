"""Publishers and agencies: reports that print the text of one agency count as one independent source."""

import pytest

from cooperation.library.models import Organisation
from cooperation.news.disputes import disputes
from cooperation.news.evidence import get_evidence
from tests.factories import make_agreement, make_claim, make_conference, make_news

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency():
    return Organisation.objects.create(key="vna", name_vi="TTXVN", name_fr="AVI", name_en="VNA", kind="agency")


def test_two_papers_with_the_text_of_one_agency_are_one_independent_source(client, agency):
    agreement = make_agreement(key="one")
    for item in [make_news(agency=agency), make_news(agency=agency), make_news()]:
        make_claim(agreement, "signed_on", "2023-04-15", item=item)

    evidence = get_evidence(agreement)
    assert (len(evidence.sources), evidence.count_independent()) == (3, 2)
    assert [source.same_text for source in evidence.sources] == [[2], [1], []]
    page = " ".join(client.get("/en/agreements/one/").content.decode().split())
    assert "3 reports agree (2 independent)" in page.replace("</span>", "").replace("  ", " ")
    assert "Same agency text as source 2: they count as one." in page
    assert "text of VNA" in page
    assert "3 sources (2 independent)" in " ".join(client.get("/en/agreements/").content.decode().split())
    api = client.get("/api/agreements/one/").json()["evidence"]
    assert (len(api["claims"]), api["independent_sources"]) == (3, 2)
    assert '"3","2"' in client.get("/en/agreements.csv").content.decode().replace(",3,2,", '"3","2"')


def test_the_reason_counts_independent_sources(agency):
    conference = make_conference(country="FR")
    for value, values in [("FR", {"agency": agency}), ("FR", {"agency": agency}), ("FR", {}), ("VN", {})]:
        make_claim(conference, "country", value, item=make_news(**values))

    [dispute] = disputes(get_evidence(conference), conference, lambda fact, value: value)

    assert dispute.reason == "2 of 3 independent sources say so"


def test_a_renamed_organisation_is_found_under_its_new_name(client, agency):
    make_news(key="report", agency=agency, title_en="A report")

    Organisation.objects.filter(pk=agency.pk).update(name_en="Viet Nam News Agency")

    assert "A report" in client.get("/en/search/?q=Viet+Nam+News+Agency").content.decode()


def test_an_organisation_is_edited_at_the_desk(admin_client, agency):
    page = admin_client.get(f"/en/admin/library/organisation/{agency.pk}/change/")

    assert page.status_code == 200
    assert admin_client.get("/en/admin/library/organisation/").status_code == 200
