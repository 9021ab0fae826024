import json

import pytest

from cooperation.agreements.filters import AgreementFilter
from cooperation.kinds import API, kinds_with
from tests.factories import make_agreement, make_claim, make_locality, make_news

pytestmark = pytest.mark.django_db
LISTS = [kind.section for kind in kinds_with(API)]


@pytest.mark.usefixtures("archive")
def test_an_agreement_speaks_three_languages_and_gives_its_evidence(client):
    agreement = client.get("/api/agreements/ha-noi-toulouse-2023/").json()

    evidence = agreement.pop("evidence")
    passage = evidence["claims"][1]["passage"]
    assert agreement == {
        "key": "ha-noi-toulouse-2023",
        "url": "http://testserver/api/agreements/ha-noi-toulouse-2023/",
        "pages": {code: f"http://testserver/{code}/agreements/ha-noi-toulouse-2023/" for code in ["vi", "fr", "en"]},
        "updated_at": "2026-11-22T00:00:00Z",
        "title": {
            "vi": "Thỏa thuận hợp tác giữa Hà Nội và Toulouse (2023)",
            "fr": "Accord de coopération Toulouse – Hanoï (2023)",
            "en": "Cooperation agreement between Hà Nội and Toulouse (2023)",
        },
        "kind": "cooperation_agreement",
        "status": "end_not_known",
        "parties": [
            {
                "locality": key,
                "organisation": None,
                "name_as_signed": name,
                "now": [key],
                "relations": [{"locality": key, "relation": "same", "is_confirmed": True}],
                "signed_by": "",
                "position": {"vi": "", "fr": "", "en": ""},
                "withdrew_on": "",
            }
            for key, name in [("vn-ha-noi", "Hà Nội"), ("fr-toulouse", "Toulouse")]
        ],
        "partnership": "ha-noi-toulouse",
        "signed_on": "2023-04-15",
        "signed_on_inference": "",
        "is_signed_undated": False,
        "signature_place": {"vi": "Hà Nội", "fr": "Hanoï", "en": "Hà Nội"},
        "conference": "12",
        "summary": {"vi": "", "fr": "", "en": ""},
        "themes": [],
        "term_rule": "unknown",
        "term_years": None,
        "ends_on": "",
        "notice_months": None,
        "earlier_agreement": None,
        "relation_type": "",
        "milestones": [],
        "status_periods": [
            {"status": "announced", "since": None, "until": "2023-04-14", "rests_on": ""},
            {"status": "end_not_known", "since": "2023-04-15", "until": None, "rests_on": "2023-04-15"},
        ],
    }
    assert [(claim["fact"], claim["value"], claim["decision"]) for claim in evidence["claims"]] == [
        ("conference", "12", "accepted"),
        ("parties", "vn-ha-noi", "reported"),
        ("parties", "fr-toulouse", "reported"),
        ("kind", "cooperation_agreement", "accepted"),
        ("signed_on", "2023-04-15", "accepted"),
        ("signature_place", "vn-ha-noi", "accepted"),
    ]
    assert evidence["differ"] == []
    assert passage["en"].startswith("Hà Nội and Toulouse signed")
    assert all(passage.values())


@pytest.mark.usefixtures("archive")
def test_a_conference_has_its_number_and_tells_where_reports_differ(client):
    conference = client.get("/api/conferences/12/").json()

    assert (conference["number"], conference["key"], conference["evidence"]["differ"]) == (
        12,
        "12",
        ["dates", "conference_theme"],
    )


@pytest.mark.slow
@pytest.mark.usefixtures("archive")
def test_lists_and_records_tell_the_same(client):
    for name in LISTS:
        records = client.get(f"/api/{name}/").json()["results"]
        assert [client.get(record["url"]).json() for record in records] == records


@pytest.mark.usefixtures("archive")
def test_filters_are_those_of_the_pages(client):
    page = client.get("/api/agreements/?locality=vn-lao-cai&year=2023").json()

    assert [record["key"] for record in page["results"]] == [
        "yen-bai-val-de-marne-2023",
        "yen-bai-val-de-marne-2023-04",
    ]


@pytest.mark.usefixtures("archive")
def test_search_finds_all_kinds(client):
    results = client.get("/api/search/?q=yên bái").json()["results"]

    assert {(result["kind"], result["key"]) for result in results} >= {
        ("locality", "vn-yen-bai"),
        ("locality", "vn-lao-cai"),
        ("agreement", "yen-bai-val-de-marne-2023-04"),
        ("partnership", "yen-bai-val-de-marne"),
    }
    assert (results[0]["kind"], results[0]["title"]) == ("locality", "Yên Bái")


@pytest.mark.parametrize(
    ("query", "size"), [("", 20), ("?page_size=50", 50), ("?page_size=100", 100), ("?page_size=1000", 100)]
)
def test_pages_hold_20_to_100_records(client, query, size):
    for _ in range(101):
        make_locality()

    page = client.get(f"/api/localities/{query}").json()

    assert (page["count"], len(page["results"])) == (101, size)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "is not an option"), ("fr", "ne figure pas parmi"), ("vi", "không")]
)
def test_a_filter_that_is_not_known_is_refused_in_the_clients_language(client, language, words):
    response = client.get("/api/agreements/?status=nonsense", headers={"accept-language": language})

    assert response.status_code == 400
    assert words in json.dumps(response.json(), ensure_ascii=False)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_is_read_only(client, method):
    assert getattr(client, method)("/api/agreements/").status_code == 405


@pytest.mark.parametrize(
    "path", ["/api/nothing/", "/api/agreements/nothing/", "/api/agreements/?page=99", "/api/search/?q=a&page=9"]
)
def test_what_is_not_there_is_told_as_json(client, path):
    response = client.get(path)

    assert response.status_code == 404
    assert list(response.json()) == ["detail"]


def test_rejected_claims_are_not_given(client):
    agreement = make_agreement(key="one")
    item = make_news(key="report")
    make_claim(agreement, "signed_on", "2023", item=item, decision="rejected")

    assert client.get("/api/agreements/one/").json()["evidence"]["claims"] == []
    assert client.get("/api/news/report/").json()["claims"] == []


def test_the_schema_is_openapi_3_1_and_names_every_list(client):
    schema = client.get("/api/schema/?format=json").json()

    assert schema["openapi"] == "3.1.0"
    assert {f"/api/{name}/" for name in [*LISTS, "search"]} <= set(schema["paths"])
    assert set(schema["components"]["schemas"]["Agreement"]["properties"]["title"]["properties"]) == {"vi", "fr", "en"}
    filters = {parameter["name"] for parameter in schema["paths"]["/api/agreements/"]["get"]["parameters"]}
    assert filters == {*AgreementFilter.base_filters, "page", "page_size"}


def test_the_page_to_try_it_needs_no_other_host(client):
    page = client.get("/api/docs/").content.decode()

    assert "//" not in page.replace("http://testserver", "").replace("<!--", "").replace("-->", "")
