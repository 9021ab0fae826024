"""Agreements counted by year, theme, locality, country and status; reported figures and our own counts."""

import csv
import datetime as dt
import io

import pytest

from cooperation.agreements.models import Agreement, AgreementParty
from cooperation.core.dates import AsOf, as_of_today
from cooperation.core.records import PublicationState
from cooperation.news.models import Claim, Decision
from cooperation.overview.charts import Chart, Measure, Row, build_year_marks
from cooperation.overview.figures import (
    CHARTS,
    build_chart_by_country,
    build_chart_by_locality,
    build_chart_by_status,
    build_chart_by_theme,
    build_chart_by_year,
)
from cooperation.overview.reported_numbers import build_figure_series
from tests.factories import (
    make_agreement,
    make_claim,
    make_conference,
    make_french_locality,
    make_locality,
    make_news,
    make_partnership,
    make_succession,
    make_theme,
)

pytestmark = pytest.mark.django_db
AS_OF = AsOf(dt.date(2026, 11, 22))


def numbers(chart):
    return {row.key: row.values for row in chart.rows}


def state_of_cooperation(fact, value, **values):
    item = make_news(appeared_on=values.pop("appeared_on", "2023-04-16"))
    return Claim.objects.create(news_item=item, order=1, fact=fact, value=value, **values)


def table(client, name, query=""):
    response = client.get(f"/en/figures/{name}.csv{query}")
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_years_without_a_signing_keep_their_place_and_an_unknown_year_its_row():
    for signed in ["2023-04-15", "2023", "2025-10", ""]:
        make_agreement(signed_on=signed)

    chart = build_chart_by_year(AS_OF)

    assert numbers(chart) == {"2023": [2], "2024": [0], "2025": [1], "2026": [0], "": [1]}
    assert chart.finding == "The year with the most agreements: 2023 (2 of 4)."
    assert chart.completeness == "3 of 4 agreements dated"


def test_a_year_that_shares_the_first_place_is_named_too():
    for signed in ["2019", "2023"]:
        make_agreement(signed_on=signed)

    assert build_chart_by_year(AS_OF).finding == "The years with the most agreements: 2019, 2023 (each 1 of 2)."


def test_a_figure_of_an_earlier_day_counts_what_was_signed_by_then():
    for signed in ["2007-05-23", "2023-04"]:
        make_agreement(signed_on=signed)

    assert numbers(build_chart_by_year(AsOf(*[dt.date(2007, 12, 31)] * 2))) == {"2007": [1], "": [0]}
    assert numbers(build_chart_by_year(AsOf(*[dt.date(2007, 5, 22)] * 2))) == {"": [0]}


def test_drafts_are_counted_nowhere():
    theme, draft = make_theme(), make_agreement(publication_state=PublicationState.DRAFT)
    draft.themes.add(theme)
    make_agreement(
        parties=[make_locality(publication_state=PublicationState.DRAFT), make_french_locality(key="fr-nice")]
    )

    assert numbers(build_chart_by_year(AS_OF))["2023"] == [1]
    assert numbers(build_chart_by_theme(AS_OF)) == {theme.key: [0], "": [1]}
    assert numbers(build_chart_by_locality(AS_OF)) == {"fr-nice": [1, 0]}
    assert numbers(build_chart_by_country(AS_OF)) == {"VN": [0, 0], "FR": [1, 1]}


def test_an_agreement_with_two_themes_counts_in_both_and_once_in_the_total():
    water, heritage = make_theme(key="water"), make_theme(key="heritage")
    agreement = make_agreement()
    agreement.themes.set([water, heritage, make_theme(publication_state=PublicationState.DRAFT)])
    make_agreement()

    chart = build_chart_by_theme(AS_OF)

    assert numbers(chart) == {"water": [1], "heritage": [1], "": [1]}
    assert chart.completeness == "1 of 2 agreements with a topic"


def test_an_inherited_agreement_stands_apart_from_its_heirs_own():
    old, new, french = (
        make_locality(key="vn-old", until="2025-06-30"),
        make_locality(key="vn-new"),
        make_french_locality(),
    )
    make_succession(old, new)
    make_agreement(parties=[old, french])
    make_agreement(parties=[new, french])

    chart = build_chart_by_locality(AS_OF)

    assert numbers(chart) == {"vn-old": [1, 0], "vn-new": [1, 1], french.key: [2, 0]}
    assert numbers(build_chart_by_locality(AsOf(*[dt.date(2024, 1, 1)] * 2)))["vn-new"] == [1, 0]
    assert sum(row.values[0] for row in build_chart_by_year(AS_OF).rows) == 2


def test_an_agreement_of_which_a_unit_signed_and_inherited_counts_once_there():
    old, new = make_locality(until="2025-06-30"), make_locality(key="vn-new")
    make_succession(old, new)
    make_agreement(parties=[old, new, make_french_locality()])

    assert numbers(build_chart_by_locality(AS_OF))["vn-new"] == [1, 0]


def test_localities_of_one_name_are_told_apart_by_their_level():
    make_agreement(parties=[make_locality(name_vi="Huế"), make_locality(name_vi="Huế", administrative_level="vn_city")])

    assert sorted(row.label for row in build_chart_by_locality(AS_OF).rows) == [
        "Huế (centrally run city)",
        "Huế (province)",
    ]


def test_an_agreement_within_one_country_is_told():
    make_agreement()
    make_agreement(parties=[make_locality(), make_locality()])

    assert build_chart_by_country(AS_OF).finding == "Agreements with parties from both countries: 1 of 2."
    assert numbers(build_chart_by_country(AS_OF)) == {"VN": [2, 3], "FR": [1, 1]}


def test_states_are_those_of_the_day():
    make_agreement(signed_on="2018", term_rule="fixed_end", ends_on="2020")
    make_agreement(signed_on="")

    assert {key: values for key, values in numbers(build_chart_by_status(AS_OF)).items() if values != [0]} == {
        "ended_not_renewed": [1],
        "announced": [1],
    }
    assert numbers(build_chart_by_status(AsOf(*[dt.date(2019, 1, 1)] * 2)))["signed"] == [1]


def test_bars_begin_at_zero_and_keep_their_proportions():
    rows = [Row("a", "A", [4, 4]), Row("b", "B", [2, 0])]
    chart = Chart("x", "", "", "", [Measure("own", ""), Measure("inherited", "")], rows, stacked=2)

    assert [(bar.pieces, bar.end, bar.number) for bar in chart.bars] == [
        ([("0.00%", "44.00%"), ("44.00%", "44.00%")], "88.00%", 8),
        ([("0.00%", "22.00%"), ("22.00%", "0.00%")], "22.00%", 2),
    ]


def test_the_years_of_an_axis_do_not_touch():
    assert [mark.year for mark in build_year_marks(range(1989, 2027))] == [
        1989,
        1995,
        2000,
        2005,
        2010,
        2015,
        2020,
        2026,
    ]
    assert [mark.year for mark in build_year_marks([2023])] == [2023]
    assert build_year_marks([]) == []


def test_a_number_printed_again_in_a_later_year_is_marked_as_repeated(client):
    state_of_cooperation("projects", "230", as_of="2013-06", appeared_on="2013-06")
    state_of_cooperation("projects", "240", as_of="2023-04-14", appeared_on="2023-04-14")
    state_of_cooperation("projects", "240", appeared_on="2023-04")
    state_of_cooperation("projects", "230", appeared_on="2024-01")

    (series,) = build_figure_series(AS_OF)

    assert [
        (figure.value, figure.on, [publication.repeats_since for publication in figure.publications])
        for figure in series.numbers
    ] == [
        (230, "2013-06", ["", "2013-06"]),
        (240, "2023-04-14", ["", ""]),
    ]
    assert series.own is None
    assert "repeated: same figure since June 2013" in client.get("/en/figures/").content.decode()


def test_our_own_count_has_each_party_of_an_agreement_or_a_partnership_once():
    city, town = make_locality(), make_french_locality()
    make_agreement(parties=[city, town])
    make_partnership(parties=[city, town, make_french_locality()])
    make_partnership(parties=[make_locality()], publication_state=PublicationState.DRAFT)
    make_locality()
    for fact in ["vietnamese_localities", "french_localities"]:
        state_of_cooperation(fact, "38")

    assert {series.fact: series.own for series in build_figure_series(AS_OF)} == {
        "vietnamese_localities": 1,
        "french_localities": 2,
    }


def test_numbers_of_a_conference_stand_beside_the_localities_that_the_register_names():
    conference = make_conference(number=12)
    conference.participants.set(
        [make_locality(), make_french_locality(), make_locality(publication_state=PublicationState.DRAFT)]
    )
    make_claim(conference, "vietnamese_localities", "50")
    make_claim(make_conference(publication_state=PublicationState.DRAFT), "vietnamese_localities", "7")

    (series,) = build_figure_series(AS_OF)

    assert [(figure.conference, figure.value, figure.on, figure.own) for figure in series.numbers] == [
        (conference, 50, "", 1)
    ]


@pytest.mark.parametrize("value", ["many", "-3", "9" * 40, "٣"])
def test_a_value_that_is_no_number_is_left_out(client, value):
    state_of_cooperation("projects", value)

    assert build_figure_series(AS_OF) == []
    assert client.get("/en/figures/").status_code == 200


def test_refused_claims_and_reports_of_later_days_are_left_out():
    state_of_cooperation("projects", "1", decision=Decision.REJECTED)
    state_of_cooperation("projects", "2", appeared_on="2025")

    assert build_figure_series(AsOf(*[dt.date(2024, 1, 1)] * 2)) == []


def test_each_figure_has_its_numbers_as_a_file(client):
    theme = make_theme(key="water", name_en="=Water")
    make_agreement(signed_on="2025").themes.add(theme)

    assert table(client, "by-theme") == [
        ["key", "name", "agreements"],
        ["water", "'=Water", "1"],
        ["", "topic not recorded", "0"],
    ]
    assert table(client, "by-year", "?on=2025-12-31")[1:] == [
        ["2025", "2025", "1"],
        ["", "year not known, or not signed yet", "0"],
    ]
    assert [client.get(f"/en/figures/{name}.csv").status_code for name in [*CHARTS, "reported-numbers", "other"]] == [
        *[200] * 6,
        404,
    ]


def test_the_page_shows_for_each_figure_its_finding_its_table_and_its_file(client):
    make_agreement()

    page = client.get("/en/figures/").content.decode()

    for name, build_chart in CHARTS.items():
        assert build_chart(as_of_today()).finding.replace("&", "&amp;") in page
        assert f'href="/en/figures/{name}.csv"' in page
    assert page.count('role="img"') == page.count("<table")


@pytest.mark.parametrize("language", ["vi", "fr", "en"])
@pytest.mark.parametrize("path", ["figures/", "completeness/", "timeline/"])
def test_an_empty_register_says_so(client, language, path):
    assert client.get(f"/{language}/{path}").status_code == 200


@pytest.mark.parametrize("day", ["x", "2025-13-01", "99999-01-01", "1800-01-01"])
@pytest.mark.parametrize("path", ["figures/", "figures/by-year.csv", "timeline/"])
def test_what_is_no_day_is_refused(client, path, day):
    assert client.get(f"/en/{path}?on={day}").status_code == 400


def test_totals_agree_with_the_records():
    for signed in ["2007", "2023-04", "", "2030"]:
        make_agreement(signed_on=signed)

    builders = [build_chart_by_year, build_chart_by_theme, build_chart_by_status]
    charts = [build_chart(AS_OF) for build_chart in builders]
    totals = {chart.name: sum(row.values[0] for row in chart.rows) for chart in charts}
    assert totals == dict.fromkeys(["by-year", "by-theme", "by-state"], Agreement.objects.count())
    assert AgreementParty.objects.count() == 8
