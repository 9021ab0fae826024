"""Lists and results as files: their content, that no cell is a formula, that they contain public data only."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from cooperation.core import spreadsheets, tables
from cooperation.core.records import PublicationState
from cooperation.kinds import TABLE, kinds_with
from tests.factories import (
    make_agreement,
    make_claim,
    make_conference,
    make_french_locality,
    make_locality,
    make_news,
    make_partnership,
    make_secretariat,
    make_succession,
    make_theme,
)
from tests.site.test_drafts import SECRET, make_everything

pytestmark = pytest.mark.django_db
LISTS = [kind.section for kind in kinds_with(TABLE)]
DAY = "on=2026-11-26"


def read_rows(response):
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def read_sheets(response):
    book = load_workbook(io.BytesIO(response.content))
    return [[[cell.value for cell in row] for row in sheet.rows] for sheet in book.worksheets]


@pytest.fixture
def agreement_of_former_province():
    """An agreement of a province that no longer exists, with two reports that differ."""
    old = make_locality(key="vn-old", name_vi="Tỉnh Cũ", until="2025-06-30")
    new = make_locality(key="vn-new", name_vi="Tỉnh Mới")
    french = make_french_locality(key="fr-city", name_fr="Ville")
    make_succession(old, new)
    conference = make_conference(number=12)
    agreement = make_agreement(
        key="one", title_vi="Thỏa thuận", title_fr="Accord", parties=[old, french], conference=conference
    )
    agreement.themes.add(make_theme(key="water"), make_theme(key="secret", publication_state=PublicationState.DRAFT))
    make_claim(agreement, "signed_on", "2023-04-15")
    make_claim(agreement, "signed_on", "2023-04-16")
    return agreement


@pytest.mark.usefixtures("agreement_of_former_province")
def test_an_agreement_is_one_row_with_its_parties_then_and_now(client):
    (row,) = read_rows(client.get(f"/en/agreements.csv?{DAY}"))

    assert {name: value for name, value in row.items() if value} == {
        "key": "one",
        "page": "http://testserver/en/agreements/one/",
        "title_vi": "Thỏa thuận",
        "title_fr": "Accord",
        "title_en": row["title_en"],
        "kind": "cooperation_agreement",
        "kind_label": "cooperation agreement",
        "status": "end_not_known",
        "status_label": "signed, end date not known",
        "status_reason": "No source gives a duration or reports an end.",
        "signed_on": "2023-04-15",
        "is_signed_undated": "false",
        "parties": "vn-old; fr-city",
        "parties_as_signed": "Tỉnh Cũ; Ville",
        "parties_now": "vn-new; fr-city",
        "relations": "vn-old>vn-new:succeeded; fr-city>fr-city:same",
        "conference": "12",
        "themes": "water",
        "term_rule": "unknown",
        "term_rule_label": "not known",
        "sources": "2",
        "independent_sources": "2",
        "reports_differ": "signed_on",
        "reports_differ_label": "When was it signed?",
    }


@pytest.mark.usefixtures("agreement_of_former_province")
def test_a_day_may_be_asked_for(client):
    before_it_was_signed = client.get("/en/agreements.csv?on=2023-01-01")
    response = client.get("/en/agreements.csv?on=2025-06-30")
    (before_the_merger,) = read_rows(response)

    assert read_rows(before_it_was_signed) == []
    assert before_the_merger["parties_now"] == "vn-old; fr-city"
    assert response["Content-Disposition"] == 'attachment; filename="agreements-2025-06-30.csv"'


@pytest.mark.usefixtures("agreement_of_former_province")
def test_json_holds_the_same_rows_with_lists_as_lists_and_says_whose_they_are(client):
    make_secretariat(name_fr="Secrétariat")

    answer = client.get(f"/fr/agreements.json?year=2023&{DAY}").json()

    about = answer["about"]
    assert {name: about[name] for name in ["publisher", "licence", "licence_url", "day", "rows", "matching"]} == {
        "publisher": "Secrétariat",
        "licence": "CC BY 4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "day": "2026-11-26",
        "rows": 1,
        "matching": 1,
    }
    assert "2023" in about["filters"].values()
    (record,) = answer["records"]
    assert (record["parties"], record["parties_now"], record["sources"], record["term_years"]) == (
        ["fr-city", "vn-old"],
        ["fr-city", "vn-new"],
        2,
        None,
    )


@pytest.mark.slow
def test_every_format_of_a_list_holds_the_same_records(archive, client):
    for path in [f"/{language}/{name}" for language in ["vi", "fr", "en"] for name in LISTS]:
        as_csv = read_rows(client.get(f"{path}.csv"))
        as_json = client.get(f"{path}.json").json()["records"]
        sheet, about = read_sheets(client.get(f"{path}.xlsx"))

        assert [row["key"] for row in as_csv] == [record["key"] for record in as_json]
        assert list(as_csv[0]) == list(as_json[0])
        assert len(sheet) == len(as_csv) + 1
        assert len(sheet[0]) == len(set(sheet[0])) == len(as_json[0])
        assert (about[4][1], about[8][1]) == ("CC BY 4.0", len(as_csv))


def test_a_file_holds_all_pages_of_the_list_as_it_is_filtered(archive, client):
    for name in LISTS:
        count = client.get(f"/en/{name}/?q=ha noi").context["page_obj"].paginator.count
        assert len(read_rows(client.get(f"/en/{name}.csv?q=ha noi&page=2"))) == count > 0


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_csv_file_is_a_formula(client, text):
    make_news(title_en=text, publisher=text)

    (row,) = read_rows(client.get("/en/news.csv"))

    assert (row["title_en"], row["publisher_en"]) == (f"'{text}", f"'{text}")


def test_a_longitude_west_of_greenwich_stays_a_number(client):
    make_french_locality(latitude="48.39", longitude="-4.48615")

    response = client.get("/en/localities.csv")
    table = read_sheets(client.get("/en/localities.xlsx"))[0]

    assert (read_rows(response)[0]["latitude"], read_rows(response)[0]["longitude"]) == ("48.39000", "-4.48615")
    assert -4.48615 in table[1]


@pytest.mark.parametrize("text", ["=1+1", "https://example.org/", "0123", "a\x0bb", "a\nb"])
def test_a_cell_of_an_xlsx_file_is_the_text_as_it_stands(client, text):
    make_news(publisher=text)

    sheet = load_workbook(io.BytesIO(client.get("/en/news.xlsx").content)).worksheets[0]

    heading = [cell.value for cell in sheet[1]]
    cell = sheet.cell(2, heading.index("Publisher (English)") + 1)
    assert (unescape(cell.value), cell.data_type, cell.hyperlink) == (text, "s", None)


def test_a_text_longer_than_a_cell_is_cut_and_not_left_out(client):
    make_news(summary_en="x" * 40_000)

    heading, row = read_sheets(client.get("/en/news.xlsx"))[0]

    summary = row[heading.index("Summary (English)")]
    assert (len(summary), summary[-2:]) == (32_767, "x…")


def test_headings_of_xlsx_are_in_the_readers_language_and_stay_in_sight(client):
    make_agreement()

    sheet = load_workbook(io.BytesIO(client.get("/fr/agreements.xlsx").content)).worksheets[0]

    assert (sheet.title, sheet.freeze_panes, sheet.cell(1, 1).value) == ("Accords", "B2", "Identifiant")


def test_places_are_features_and_one_without_a_point_has_no_geometry(client):
    make_french_locality(key="fr-brest", latitude="48.39", longitude="-4.48615")
    make_locality(key="vn-somewhere")

    answer = client.get("/en/localities.geojson")

    assert answer["Content-Type"] == "application/geo+json"
    features = {feature["id"]: feature for feature in answer.json()["features"]}
    assert features["fr-brest"]["geometry"] == {"type": "Point", "coordinates": [-4.48615, 48.39]}
    assert (features["vn-somewhere"]["geometry"], features["vn-somewhere"]["type"]) == (None, "Feature")
    assert features["fr-brest"]["properties"]["country_label"] == "France"


@pytest.mark.parametrize("name", ["agreements", "partnerships", "conferences", "news", "search"])
def test_only_places_have_a_map(client, name):
    assert client.get(f"/en/{name}.geojson").status_code == 404


def test_results_of_a_search_can_be_taken_away(client):
    make_locality(key="vn-hue", name_vi="Huế")
    make_news(key="about-hue", title_en="Huế")

    results = read_rows(client.get("/en/search.csv?q=hue"))
    localities = client.get("/en/search.json?q=hue&kind=locality").json()

    assert [(row["kind"], row["key"], row["title"], row["page"]) for row in results] == [
        ("locality", "vn-hue", "Huế", "http://testserver/en/localities/vn-hue/"),
        ("newsitem", "about-hue", "Huế", "http://testserver/en/news/about-hue/"),
    ]
    assert [row["key"] for row in localities["records"]] == ["vn-hue"]
    assert localities["about"]["filters"] == {"Keywords": "hue", "Type": "localities"}


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("en/agreements.csv?status=nonsense", "“nonsense” is not an option"),
        ("fr/agreements.xlsx?status=nonsense", "ne figure pas parmi"),
        ("vi/localities.geojson?country=XX", "XX"),
        ("en/news.json?q=" + "x" * 201, "200"),
        ("en/search.csv?q=" + "x" * 201, "too long"),
        ("fr/search.csv?q=a&kind=nonsense", ""),
        ("en/agreements.csv?on=yesterday", ""),
        ("en/agreements.csv?on=99999-01-01", ""),
        ("en/agreements.csv?q=%00", ""),
    ],
)
def test_what_cannot_be_read_is_refused_in_the_readers_language(client, path, message):
    response = client.get(f"/{path}")

    assert response.status_code == 400
    assert message in response.content.decode()


@pytest.mark.parametrize("day", ["1900-01-01", "9999-12-31"])
@pytest.mark.parametrize("file", [*(f"en/{name}.xlsx" for name in LISTS), "data/register.zip"])
def test_the_first_and_the_last_day_can_be_asked_for(client, file, day):
    make_agreement(term_rule="years", term_years=99)

    assert client.get(f"/{file}?on={day}").status_code == 200


@pytest.mark.parametrize(
    "publication_state", [PublicationState.DRAFT, PublicationState.IN_REVIEW, PublicationState.UNPUBLISHED]
)
def test_files_hold_nothing_that_is_not_public(client, publication_state):
    make_everything(publication_state)

    texts = [client.get(f"/en/{name}.json").content.decode() for name in LISTS]
    texts.append(client.get(f"/en/search.json?q={SECRET}").content.decode().replace(f'"{SECRET}"', ""))

    assert [SECRET in text or "secret-" in text for text in texts] == [False] * 6


def test_files_name_no_drafts_that_a_public_record_is_linked_to(client):
    hidden = {"publication_state": PublicationState.DRAFT}
    place = make_locality(key="secret-place", name_vi=SECRET, **hidden)
    french = make_french_locality()
    conference = make_conference(number=99, title_en=SECRET, **hidden)
    hidden_partnership = make_partnership(key="secret-partnership", **hidden)
    earlier = make_agreement(key="secret-earlier", **hidden)
    public_partnership = make_partnership(parties=[place, french])
    agreement = make_agreement(
        parties=[place, french],
        conference=conference,
        partnership=hidden_partnership,
        earlier_agreement=earlier,
        relation_type="renews",
    )
    agreement.themes.add(make_theme(key="secret-theme", **hidden))
    earlier.partnership = public_partnership
    earlier.save()
    held = make_conference(number=7, place=place)
    held.participants.add(place)
    make_succession(french, place)
    make_locality(parent=place)
    item = make_news()
    for record in [place, earlier, conference]:
        make_claim(record, "mention", "yes", item=item)

    responses = {name: client.get(f"/en/{name}.json") for name in LISTS}

    assert {name: SECRET in response.content.decode() for name, response in responses.items()} == dict.fromkeys(
        LISTS, False
    )
    assert ["secret-" in json.dumps(response.json()["records"]) for response in responses.values()] == [False] * 5
    assert responses["agreements"].json()["records"][0]["conference"] == ""
    assert responses["news"].json()["records"][0]["subjects"] == []


def test_a_table_too_long_is_cut_and_says_so(client, monkeypatch):
    monkeypatch.setattr(tables, "MAX_ROWS", 2)
    for _ in range(3):
        make_news()

    answer = client.get("/en/news.json").json()

    assert (len(answer["records"]), answer["about"]["rows"], answer["about"]["matching"]) == (2, 2, 3)


def test_records_are_read_in_several_rounds(client, monkeypatch):
    monkeypatch.setattr(tables, "CHUNK_SIZE", 2)
    keys = [make_agreement(key=f"a-{n}").key for n in range(5)]

    assert [row["key"] for row in read_rows(client.get("/en/agreements.csv"))] == keys


def test_the_same_records_make_the_same_bytes(client):
    make_agreement()

    for path in [f"/en/agreements.{file_format}?{DAY}" for file_format in ["csv", "xlsx", "json"]]:
        assert client.get(path).content == client.get(path).content


def test_an_empty_table_has_its_headings(client):
    assert read_rows(client.get("/en/news.csv")) == []
    assert client.get("/en/news.csv").content.startswith(spreadsheets.BYTE_ORDER_MARK.encode() + b"key,page,title_vi")
    assert len(read_sheets(client.get("/en/news.xlsx"))[0]) == 1
