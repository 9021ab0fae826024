"""A number keeps its qualifiers ("more than", "expected", "as of") on every surface, for every claim of the archive."""

import csv
import io
import re

import pytest

from cooperation.article_reader.qualifiers import NATURES, Qualifiers
from cooperation.news.facts import FACTS, NUMBER
from cooperation.news.models import Claim
from cooperation.news.qualifiers import qualify_claim

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]


def get_figures():
    """The public claims on numbers of a conference or of the cooperation as a whole."""
    claims = Claim.objects.public().filter(subject_kind__in=["", "conference"])
    claims = claims.select_related("news_item").order_by("pk")
    return [claim for claim in claims if FACTS[claim.subject_kind][claim.fact].value_type == NUMBER]


def get_key(claim):
    return claim.news_item.key, claim.subject_key, claim.fact, claim.value


def get_qualifiers(claim):
    return Qualifiers(claim.comparator, claim.nature, claim.as_of, claim.inference)


def test_the_archive_has_figures_with_and_without_each_qualifier():
    qualifiers = [get_qualifiers(claim) for claim in get_figures()]

    assert {comparator for comparator, *_ in qualifiers} == {"", "about", "more_than"}
    assert {nature for _, nature, *_ in qualifiers} == {"", *NATURES}
    assert {as_of for *_, as_of, _ in qualifiers} == {"", "2010-11", "2013-06", "2016-08-30", "2023-04"}


def test_the_file_of_figures_has_them(client):
    rows = csv.DictReader(io.StringIO(client.get("/en/figures/reported-numbers.csv").content.decode("utf-8-sig")))
    in_file = {
        (row["news"], row["conference"], row["fact"], row["value"]): Qualifiers(
            row["comparator"], row["nature"], row["as_of"], row["inference"]
        )
        for row in rows
    }

    assert in_file == {get_key(claim): get_qualifiers(claim) for claim in get_figures()}


def test_the_api_has_them(client):
    items = client.get("/api/news/?page_size=100").json()["results"]
    in_api = {
        (claim["source"], claim["subject_key"], claim["fact"], claim["value"]): Qualifiers(
            claim["comparator"], claim["nature"], claim["as_of"], claim["inference"]
        )
        for item in items
        for claim in item["claims"]
    }

    assert {get_key(claim): in_api[get_key(claim)] for claim in get_figures()} == {
        get_key(claim): get_qualifiers(claim) for claim in get_figures()
    }


def test_the_pages_have_them(client):
    pages = {}
    for claim in get_figures():
        paths = [f"/en/conferences/{claim.subject_key}/"] if claim.subject_kind else ["/en/completeness/"]
        for path in [*paths, "/en/figures/"]:
            pages.setdefault(path, " ".join(client.get(path).content.decode().split()))
            text = re.escape(qualify_claim(claim, claim.value))
            assert claim.fact == "days" or re.search(rf"[>:] ?{text} ?<", pages[path]), (path, get_key(claim))


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("/en/conferences/12/", ["about 800 (expected)", "about 800"]),
        ("/en/conferences/10/", ["696 (registered)"]),
        ("/en/conferences/9/", ["18 (announced)"]),
        ("/en/conferences/8/", ["more than 500"]),
        ("/en/completeness/", ["more than 38 (so far)"]),
        ("/en/partnerships/hue-city-rennes/", ["about 1998 (calculated from an anniversary)"]),
    ],
)
def test_the_words_are_those_of_the_reports(client, path, texts):
    page = " ".join(client.get(path).content.decode().split())

    assert [text for text in texts if not re.search(rf"[>:] ?{re.escape(text)} ?<", page)] == []


def test_numbers_announced_and_attended_are_no_contradiction(client):
    assert "vietnamese_localities" not in client.get("/api/conferences/9/").json()["evidence"]["differ"]
