"""Every fact on the page of a record has its sources, or the words that there is none or that it is not known."""

import re
from html import unescape

import pytest

from cooperation.agreements.models import Agreement, Partnership
from cooperation.news.facts import FACTS
from cooperation.news.models import Claim
from events.models import Conference

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]

#: What is derived from other facts, or held by the secretariat itself.
DERIVED = {"Parties today", "Partnership", "Text of the agreement"}
WORDS = [
    'class="ev"',
    "Not recorded",
    "Not known",
    "No source names it.",
    "Recorded by the secretariat.",
    "Classified by the secretariat.",
    "No source gives the exact date of signature.",
]


def find_unsourced(page):
    """The headings of the rows of facts without a source or words."""
    facts = re.search(r'<dl class="facts">.*?</dl>', page, re.DOTALL)[0]
    rows = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", facts, re.DOTALL)
    headings = [(" ".join(heading.split()), row) for heading, row in rows]
    return [heading for heading, row in headings if heading not in DERIVED and not any(word in row for word in WORDS)]


@pytest.mark.parametrize("model", [Agreement, Partnership, Conference])
def test_every_fact_of_every_record_has_a_source_or_says_that_there_is_none(client, model):
    unsourced = {}
    for record in model.objects.public():
        page = client.get(f"/en/{record.get_absolute_url().split('/', 2)[2]}").content.decode()
        if "rests on the sources of its agreements" not in page and (headings := find_unsourced(page)):
            unsourced[record.key] = headings

    assert unsourced == {}


def test_a_partnership_without_a_report_leads_to_the_sources_of_its_agreements(client):
    with_reports = Claim.objects.public().filter(subject_kind="partnership").values("subject_key")
    resting = [partnership.key for partnership in Partnership.objects.public().exclude(key__in=with_reports)]

    assert len(resting) >= 6
    for key in resting:
        page = " ".join(client.get(f"/en/partnerships/{key}/").content.decode().split())
        assert "No report of its own: this partnership rests on the sources of its agreements." in page
        assert re.search(r'href="/en/agreements/[a-z0-9-]+/#sources"', page)


def test_a_fact_without_a_claim_says_so(client):
    Claim.objects.filter(subject_key="ha-noi-toulouse-2023", fact="conference").delete()

    page = client.get("/en/agreements/ha-noi-toulouse-2023/").content.decode()

    assert page.count("No source names it.") == 1


@pytest.mark.parametrize("language", ["vi", "fr", "en"])
def test_every_supporting_sentence_is_on_the_page_of_its_record(client, language):
    paths = {"agreement": "agreements", "partnership": "partnerships", "conference": "conferences"}
    pages, missing = {}, []
    for claim in Claim.objects.public().filter(subject_kind__in=paths):
        path = f"/{language}/{paths[claim.subject_kind]}/{claim.subject_key}/"
        if path not in pages:
            pages[path] = " ".join(unescape(client.get(path).content.decode()).split())
        sentence = " ".join((getattr(claim, f"passage_{language}") or "").split())
        if not FACTS[claim.subject_kind][claim.fact].many and sentence not in pages[path]:
            missing.append((claim.news_item.key, claim.fact, sentence))

    assert missing == []
