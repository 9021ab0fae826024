"""“Cite this page” on every record, in three languages, and as files that reference managers can import."""

import datetime as dt
import json
import re

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc.source.json import CiteProcJSON
from django.utils.html import strip_tags
from jsonschema import Draft202012Validator

from tests.factories import (
    make_agreement,
    make_conference,
    make_french_locality,
    make_locality,
    make_news,
    make_partnership,
    make_secretariat,
    make_theme,
)

pytestmark = pytest.mark.django_db
CHANGED = dt.datetime(2026, 10, 31, 20, tzinfo=dt.UTC)  # the first of November at the secretariat
SPECIAL_CHARACTERS = "Thỏa thuận 50 % & {nước} _sạch_ #1 $2 ~x \\end “Ẩm”"
TEXT = {"type": "string", "minLength": 1}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "items": {"type": "array", "items": {"type": "integer"}, "minItems": 3, "maxItems": 3},
            "minItems": 1,
            "maxItems": 1,
        }
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
#: The part of CSL-JSON 1.0 that the register uses; stricter than the schema of the CSL project.
CSL = {
    "type": "array",
    "minItems": 1,
    "maxItems": 1,
    "items": {
        "type": "object",
        "properties": {
            "id": TEXT,
            "type": {"const": "webpage"},
            "title": TEXT,
            "author": {
                "type": "array",
                "items": {"type": "object", "properties": {"literal": TEXT}, "additionalProperties": False},
            },
            "container-title": TEXT,
            "issued": DATE,
            "accessed": DATE,
            "language": {"enum": ["vi", "fr", "en"]},
            "URL": {"type": "string", "pattern": "^https?://"},
        },
        "required": ["id", "type", "title", "container-title", "issued", "accessed", "language", "URL"],
        "additionalProperties": False,
    },
}


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setattr("cooperation.core.citations.today", lambda: dt.date(2026, 11, 26))


def make_agreement_with_special_characters(**values):
    titles = dict.fromkeys(["title_vi", "title_fr", "title_en"], SPECIAL_CHARACTERS)
    return make_agreement(**{"key": "special", "updated_at": CHANGED} | titles | values)


def get_citation(response):
    """The text of the citation, as one line."""
    part = response.content.decode().split('<div class="cite">')[1].split("</p>")[0]
    return re.sub(r"[ \n]+", " ", strip_tags(part.split('<p class="small">')[1])).strip()  # keeps no-break spaces


@pytest.mark.usefixtures("today")
@pytest.mark.parametrize("record", ["agreement", "partnership", "locality", "conference", "news", "theme"])
def test_every_record_is_cited_on_its_page_and_as_three_files(client, record):
    make_secretariat()
    makers = {
        "agreement": make_agreement,
        "partnership": make_partnership,
        "locality": make_locality,
        "conference": make_conference,
        "news": make_news,
        "theme": make_theme,
    }
    path = makers[record]().get_absolute_url()

    page = client.get(path).content.decode()
    status_codes = [
        client.get(f"{path}cite.{file_format}").status_code for file_format in ["bib", "ris", "json", "pdf"]
    ]

    assert f'<a href="http://testserver{path}">http://testserver{path}</a>' in page
    links = [f'href="{path}cite.{file_format}" download' for file_format in ["bib", "ris", "json"]]
    assert [link in page for link in links] == [True] * 3
    assert status_codes == [200, 200, 200, 404]


@pytest.mark.usefixtures("today")
def test_a_citation_names_the_secretariat_the_record_the_register_and_both_days(client):
    make_secretariat(name_en="Office of Cooperation")
    make_agreement(key="one", title_en="Water for Huế", updated_at=CHANGED)

    assert get_citation(client.get("/en/agreements/one/")) == (
        "Office of Cooperation, “Water for Huế”, Viet Nam–France local cooperation, version of "
        "1\xa0November\xa02026, accessed 26\xa0November\xa02026: http://testserver/en/agreements/one/"
    )


@pytest.mark.usefixtures("today")
def test_a_citation_without_a_secretariat_begins_with_the_title(client):
    make_agreement(key="one", title_en="Water for Huế")

    assert get_citation(client.get("/en/agreements/one/")).startswith("“Water for Huế”, Viet Nam–France")
    assert "author" not in json.loads(client.get("/en/agreements/one/cite.json").content)[0]


def test_a_title_in_another_language_carries_it_in_the_citation(client):
    make_agreement(key="one", title_en="", title_vi="Nước sạch")

    assert '“<span lang="vi">Nước sạch</span>”' in client.get("/en/agreements/one/").content.decode()


@pytest.mark.usefixtures("today")
def test_the_day_that_a_reader_asks_for_stays_in_the_url_and_is_said(client):
    make_secretariat()
    make_agreement(key="one")

    page = client.get("/en/agreements/one/?on=2025-06-30").content.decode()
    item = json.loads(client.get("/en/agreements/one/cite.json?on=2025-06-30").content)[0]

    assert "This link shows the record as of 30\xa0June\xa02025." in page
    assert 'href="/en/agreements/one/cite.bib?on=2025-06-30" download' in page
    assert (item["URL"], item["accessed"]) == (
        "http://testserver/en/agreements/one/?on=2025-06-30",
        {"date-parts": [[2026, 11, 26]]},
    )


@pytest.mark.usefixtures("today")
def test_bibtex_is_read_back_as_it_was_whatever_signs_it_holds(client):
    make_secretariat(name_vi="Ban Thư ký & bạn")
    make_agreement_with_special_characters()

    text = client.get("/vi/agreements/special/cite.bib").content.decode()
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])

    assert library.failed_blocks == []
    entry = library.entries[0]
    assert (entry.entry_type, entry.key, {name: field.value for name, field in entry.fields_dict.items()}) == (
        "online",
        "agreement-special",
        {
            "author": "Ban Thư ký & bạn",
            "title": SPECIAL_CHARACTERS,
            "organization": "Hợp tác địa phương Việt\xa0Nam\xa0– Pháp",
            "date": "2026-11-01",
            "year": "2026",
            "url": "http://testserver/vi/agreements/special/",
            "urldate": "2026-11-26",
            "langid": "vietnamese",
        },
    )


@pytest.mark.parametrize("title", ["Nước {sạch", "Nước } sạch {", "{{", "\\"])
def test_a_brace_without_its_other_does_not_break_a_bibliography(client, title):
    make_agreement(key="one", title_vi=title)

    text = client.get("/vi/agreements/one/cite.bib").content.decode()
    library = bibtexparser.parse_string(f"{text}\n@misc{{next, title = {{Next}}}}\n")

    assert [entry.key for entry in library.entries] == ["agreement-one", "next"]


@pytest.mark.usefixtures("today")
def test_ris_is_read_back_as_it_was(client):
    make_secretariat(name_fr="Secrétariat")
    make_agreement_with_special_characters(title_fr="Accord\nER  - \nTY  - BOOK")

    text = client.get("/fr/agreements/special/cite.ris").content.decode()

    assert text.startswith("TY  - ELEC\n")
    assert rispy.loads(text) == [
        {
            "type_of_reference": "ELEC",
            "id": "agreement-special",
            "authors": ["Secrétariat"],
            "title": "Accord ER  -  TY  - BOOK",
            "secondary_title": "Coopération décentralisée franco-vietnamienne",
            "year": "2026",
            "date": "2026/11/01",
            "access_date": "2026/11/26",
            "language": "fr",
            "urls": ["http://testserver/fr/agreements/special/"],
        }
    ]


@pytest.mark.usefixtures("today")
@pytest.mark.parametrize("language", ["vi", "fr", "en"])
def test_csl_json_is_valid_and_read_by_a_citation_processor(client, language):
    make_secretariat()
    make_agreement_with_special_characters()

    response = client.get(f"/{language}/agreements/special/cite.json")
    items = json.loads(response.content)

    assert response["Content-Type"] == "application/vnd.citationstyles.csl+json; charset=utf-8"
    assert list(Draft202012Validator(CSL).iter_errors(items)) == []
    assert str(CiteProcJSON(items)["agreement-special"]["URL"]) == f"http://testserver/{language}/agreements/special/"
    assert items[0]["title"] == SPECIAL_CHARACTERS


@pytest.mark.parametrize("file_format", ["bib", "ris", "json"])
def test_what_is_not_public_is_not_cited(client, file_format):
    make_agreement(key="one", publication_state="draft")

    assert client.get(f"/en/agreements/one/cite.{file_format}").status_code == 404


def test_parties_that_are_not_public_are_not_named_in_a_citation(client):
    hidden = make_locality(name_vi="Bí mật", publication_state="draft")
    make_partnership(key="one", parties=[hidden, make_french_locality(name_fr="Rennes")])

    for file_format in ["bib", "ris", "json"]:
        text = client.get(f"/en/partnerships/one/cite.{file_format}").content.decode()
        assert ("Rennes" in text, "Bí mật" in text) == (True, False)


def test_a_day_that_is_none_is_refused(client):
    make_agreement(key="one")

    assert client.get("/en/agreements/one/cite.bib?on=yesterday").status_code == 400
