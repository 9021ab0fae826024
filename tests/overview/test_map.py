"""The map: its markers, its links, and the list beside it."""

import datetime as dt
import json
import re

import pytest
from django.core.checks import run_checks
from django.template import Context, Template

from cooperation.agreements.models import AgreementParty
from cooperation.core.dates import AsOf
from cooperation.core.records import PublicationState
from cooperation.library.organisations import get_or_create_organisation
from cooperation.overview.geography import COUNTRIES, SheetPoint, build_path, get_sheet, read_outline
from cooperation.overview.map_drawing import Drawing
from cooperation.overview.map_labels import Labels, build_box
from cooperation.overview.map_links import build_links
from cooperation.overview.map_places import OccupancyGrid
from tests.factories import (
    make_agreement,
    make_french_locality,
    make_locality,
    make_partnership,
    make_succession,
    make_theme,
)

DAY = dt.date(2026, 6, 1)
HA_NOI = {"latitude": "21.02776", "longitude": "105.83416"}
TOULOUSE = {"latitude": "43.60426", "longitude": "1.44367"}


def make_ha_noi(**values):
    return make_locality(**{"key": "vn-ha-noi", "name_en": "Hà Nội"} | HA_NOI | values)


def make_toulouse(**values):
    return make_french_locality(**{"key": "fr-toulouse", "name_en": "Toulouse"} | TOULOUSE | values)


def keys_of_links(day=DAY, **options):
    """The links of a day, each as the keys of its (parties, agreements, partnerships)."""
    return [
        (
            [locality.key for locality in link.localities],
            [agreement.key for agreement in link.agreements],
            [partnership.key for partnership in link.partnerships],
        )
        for link in build_links(AsOf(day, day), **options)
    ]


def draw_all():
    return Drawing(get_sheet(40, 24, 90), build_links(AsOf(DAY)), 18, DAY)


def render(source, **values):
    return Template("{% load maps %}" + source).render(Context(values))


@pytest.mark.django_db
def test_a_tie_gathers_the_agreements_and_partnerships_of_a_pair():
    pair = [make_ha_noi(), make_toulouse()]
    make_agreement(parties=pair, key="first", signed_on="2019")
    make_agreement(parties=pair, key="second", signed_on="2023-04")
    make_partnership(parties=pair, key="lasting", since="1996")

    assert keys_of_links() == [(["vn-ha-noi", "fr-toulouse"], ["second", "first"], ["lasting"])]


@pytest.mark.django_db
def test_localities_of_one_country_that_sign_together_are_not_tied_by_it():
    one, other, french = make_locality(key="vn-a"), make_locality(key="vn-b"), make_toulouse()
    make_agreement(parties=[one, other, french], key="act")

    assert keys_of_links() == [(["vn-a", "fr-toulouse"], ["act"], []), (["vn-b", "fr-toulouse"], ["act"], [])]


@pytest.mark.django_db
def test_a_tie_goes_to_what_its_party_is_on_the_day():
    old, new, french = make_locality(key="vn-old", until="2025-06-30"), make_locality(key="vn-new"), make_toulouse()
    make_succession(old, new)
    make_agreement(parties=[old, french], key="act")

    assert keys_of_links(dt.date(2025, 6, 30)) == [(["vn-old", "fr-toulouse"], ["act"], [])]
    assert keys_of_links(dt.date(2025, 7, 1)) == [(["vn-new", "fr-toulouse"], ["act"], [])]


@pytest.mark.django_db
def test_an_ended_locality_without_a_successor_that_the_public_reads_of_stays_itself():
    old, draft = (
        make_locality(key="vn-old", until="2025-06-30"),
        make_locality(key="vn-new", publication_state=PublicationState.DRAFT),
    )
    make_succession(old, draft)
    make_agreement(parties=[old, make_toulouse()], key="act")

    assert keys_of_links() == [(["vn-old", "fr-toulouse"], ["act"], [])]


@pytest.mark.django_db
def test_what_begins_after_the_day_ties_nobody_yet():
    pair = [make_ha_noi(), make_toulouse()]
    make_agreement(parties=pair, signed_on="2023-04-15")
    make_partnership(parties=pair, since="2023")

    assert keys_of_links(dt.date(2022, 12, 31)) == []


@pytest.mark.django_db
def test_no_draft_and_no_party_that_is_not_public_is_on_the_map(client):
    make_agreement(parties=[make_ha_noi(publication_state=PublicationState.DRAFT), make_toulouse()])
    make_agreement(
        parties=[make_locality(name_en="Huế"), make_french_locality(name_en="Rennes")],
        publication_state=PublicationState.DRAFT,
    )
    make_partnership(parties=[make_locality(), make_french_locality()], publication_state=PublicationState.IN_REVIEW)

    page = client.get("/en/map/")

    assert page.context["links"] == []
    assert not any(name in page.content.decode() for name in ["Hà Nội", "Toulouse", "Huế", "Rennes"])


@pytest.mark.django_db
def test_a_body_that_is_no_locality_is_tied_to_nobody():
    agreement = make_agreement(parties=[make_ha_noi()])
    AgreementParty.objects.create(
        agreement=agreement, order=2, organisation=get_or_create_organisation("An association")
    )

    assert keys_of_links() == []


@pytest.mark.django_db
def test_each_dot_is_a_link_in_the_order_of_the_list(client):
    toulouse = make_toulouse()
    make_partnership(parties=[make_ha_noi(), toulouse])
    make_partnership(parties=[make_locality(key="vn-a", name_en="A", latitude="10.0", longitude="105.7"), toulouse])

    page = client.get("/en/map/").content.decode()
    svg, list_html = page.split("</svg>")[1:3]

    links = re.compile(r'href="(/en/localities/[^"]+)"')
    assert links.findall(svg) == list(dict.fromkeys(links.findall(list_html)))
    assert links.findall(svg) == [f"/en/localities/{key}/" for key in ["vn-a", "fr-toulouse", "vn-ha-noi"]]


@pytest.mark.django_db
def test_localities_without_a_point_or_of_other_countries_are_listed_and_said_not_to_be_drawn(client):
    far = make_locality(
        key="jp-kyoto", name_en="Kyoto", country="JP", administrative_level="local", latitude="35.0", longitude="135.7"
    )
    overseas = make_french_locality(key="fr-la-reunion", name_en="La Réunion", latitude="-20.9", longitude="55.5")
    unknown = make_french_locality(key="fr-unknown", name_en="Unknown")
    for other in [far, overseas, unknown]:
        make_agreement(parties=[make_ha_noi() if other is far else AgreementParty.objects.first().locality, other])

    page = client.get("/en/map/")

    drawing = page.context["drawing"]
    assert [marker.locality.key for marker in drawing.markers.values()] == ["vn-ha-noi"]
    assert drawing.arcs == []
    for name in ["Kyoto", "La Réunion", "Unknown"]:
        assert f"{name} is not shown on the map." in page.content.decode()


@pytest.mark.django_db
def test_the_theme_and_the_state_leave_only_the_ties_with_such_agreements(client):
    water = make_theme(key="water", name_en="Water")
    agreement = make_agreement(parties=[make_ha_noi(), make_toulouse()], key="act")
    agreement.themes.add(water)
    make_agreement(key="other", signed_on="")
    make_partnership(key="lasting")

    def agreement_keys(query):
        links = client.get(f"/en/map/{query}").context["links"]
        return [[agreement.key for agreement in link.agreements] for link in links]

    assert agreement_keys("?theme=water") == [["act"]]
    assert agreement_keys("?status=announced") == [["other"]]
    assert agreement_keys("?since=2023&until=2023") == [["act"]]
    assert agreement_keys("?until=2022") == []
    assert sorted(agreement_keys("")) == [[], ["act"], ["other"]]


@pytest.mark.django_db
def test_a_filter_in_use_can_be_removed_and_keeps_the_day(client):
    make_agreement()

    page = client.get("/en/map/?status=end_not_known&on=2026-01-01")

    assert [(active.label, active.without) for active in page.context["active_filters"]] == [
        ("status", "on=2026-01-01"),
        ("as-of date", "status=end_not_known"),
    ]
    assert len(page.context["links"]) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query",
    [
        "theme=none",
        "status=none",
        "since=23",
        "until=99999999999999999999",
        "since=²⁰²³",
        "on=yesterday",
        "theme=a%00b",
    ],
)
def test_what_the_map_does_not_know_is_a_bad_request(client, query):
    make_agreement()

    assert client.get(f"/en/map/?{query}").status_code == 400


@pytest.mark.django_db
def test_an_empty_register_and_a_filter_that_leaves_nothing_say_so(client):
    assert "Nothing recorded yet." in client.get("/en/map/").content.decode()

    make_agreement()

    assert "No records match" in client.get("/en/map/?until=1990").content.decode()


@pytest.mark.django_db
def test_france_lies_left_of_viet_nam_in_every_language(client):
    make_agreement(parties=[make_ha_noi(), make_toulouse()])

    for language in ["vi", "fr", "en"]:
        markers = {
            marker.locality.key: marker.point
            for marker in client.get(f"/{language}/map/").context["drawing"].markers.values()
        }
        assert markers["fr-toulouse"].x < markers["vn-ha-noi"].x


def test_both_countries_are_drawn_at_one_scale():
    sheet = get_sheet(40, 24, 90)

    for country, longitude, latitude in [("FR", 2, 44), ("VN", 105, 20)]:
        south = sheet.locate(country, longitude, latitude)
        north = sheet.locate(country, longitude, latitude + 1)
        assert abs(south.y - north.y - 40) <= 1


def test_the_map_draws_in_whole_numbers():
    assert re.fullmatch(r"(M\d+ \d+l[-\d ]+z)+", get_sheet(40, 24, 90).land)


@pytest.mark.django_db
def test_arcs_are_broader_for_more_agreements_and_named_after_both():
    pair = [make_ha_noi(), make_toulouse()]
    for _ in range(3):
        make_agreement(parties=pair)

    [arc] = draw_all().arcs

    assert (str(arc.link), arc.width) == ("Hà Nội – Toulouse", 3)
    assert re.fullmatch(r"M\d+ \d+Q\d+ ?-?\d+ \d+ \d+", arc.path)


@pytest.mark.django_db
def test_localities_in_one_place_are_set_side_by_side():
    for _ in range(5):
        make_partnership(parties=[make_locality(**HA_NOI), make_french_locality(**TOULOUSE)])

    points = [marker.point for marker in draw_all().markers.values()]

    apart = [(a.x - b.x) ** 2 + (a.y - b.y) ** 2 for a in points for b in points if a is not b]
    assert len(points) == 10
    assert min(apart) >= 18**2


def test_a_dot_stays_where_it_is_when_all_around_is_taken():
    grid = OccupancyGrid(18)
    points = [grid.take(SheetPoint(0, 0)) for _ in range(300)]

    assert points[0] == points[-1] == SheetPoint(0, 0)
    assert 50 < len(set(points)) < 300


def test_no_label_covers_another_or_a_dot_and_each_name_stands_once():
    sheet = get_sheet(40, 24, 90)
    points = [SheetPoint(300 + 30 * n, 300) for n in range(6)]
    labels = Labels(sheet, points, 7, [23, 44])

    labels_or_none = [labels.place(f"Locality {n // 2}", point) for n, point in enumerate(points)]

    shown = [label for label in labels_or_none if label]
    boxes = [build_box(label.text, label.anchor, label.x, label.y, 23) for label in shown]
    assert 0 < len(shown) <= 3
    assert not any(one.overlaps(other) for one in boxes for other in boxes if one is not other)


def test_a_narrow_gap_makes_a_label_minor():
    sheet = get_sheet(40, 24, 90)
    labels = Labels(
        sheet, [SheetPoint(40, 300), SheetPoint(240, 300), SheetPoint(40, 260), SheetPoint(40, 340)], 7, [23, 44]
    )

    assert labels.place("Blois-en-Val", SheetPoint(40, 300)).minor


@pytest.mark.django_db
def test_the_small_map_has_every_tie_and_a_link_to_the_list():
    make_agreement(parties=[make_ha_noi(), make_toulouse()])

    html = render("{% small_map as_of %}", as_of=AsOf(DAY))

    assert html.count("Q") == 1
    assert [html.count(f'class="{css_class}"') for css_class in ["vn", "fr"]] == [1, 1]
    assert 'href="/en/map/"' in html
    assert len(html.encode()) < 9000


@pytest.mark.django_db
def test_the_small_map_of_fifty_ties_stays_small():
    for n in range(50):
        place = {"latitude": str(44 + n / 10), "longitude": "2.0"}
        make_partnership(parties=[make_locality(**HA_NOI), make_french_locality(**place)])

    assert len(render("{% small_map as_of %}", as_of=AsOf(DAY)).encode()) < 11_000


@pytest.mark.django_db
def test_a_locator_shows_the_countries_of_its_localities_only():
    ha_noi, toulouse = make_ha_noi(), make_toulouse()

    both, one, none = [
        render("{% locator localities %}", localities=localities)
        for localities in [[ha_noi, toulouse], [toulouse], [make_locality()]]
    ]

    assert 'aria-label="Map showing Hà Nội, Viet Nam; Toulouse, France"' in both
    assert "Hoàng Sa" in both
    assert "Hoàng Sa" not in one
    assert len(one) < len(both) < 6000
    assert none.strip() == ""


@pytest.mark.django_db
def test_another_outline_can_take_the_place_of_ours_with_its_source_and_licence(client, settings, tmp_path):
    settings.MAP_OUTLINE = tmp_path / "outline.json"
    square = [[0, 0, 5], [9, 0, 5], [9, 9, 5], [0, 9, 5], [0, 0, 5]]
    lands = [
        {"properties": {"country": code}, "geometry": {"type": "Polygon", "coordinates": [square]}}
        for code in COUNTRIES
    ]
    island = {"properties": {"country": "VN", "name": "Côn Đảo"}, "geometry": {"type": "Point", "coordinates": [8, 4]}}
    ours = {"source": "The secretariat", "licence": "CC0", "features": [*lands, island]}
    settings.MAP_OUTLINE.write_text(json.dumps(ours), encoding="utf-8")
    make_agreement(parties=[make_ha_noi(latitude="3", longitude="3"), make_toulouse(latitude="3", longitude="3")])

    page = client.get("/en/map/").content.decode()

    assert "Base map: The secretariat. Licence: CC0." in page
    assert '<span lang="en">The secretariat</span>' in client.get("/fr/map/").content.decode()
    assert "Côn Đảo" in page


@pytest.mark.parametrize("text", ["", "[]", '{"features": []}', '{"features": [{"properties": {"country": "DE"}}]}'])
def test_an_outline_that_cannot_be_read_is_told_by_the_checks(settings, tmp_path, text):
    settings.MAP_OUTLINE = tmp_path / "outline.json"
    settings.MAP_OUTLINE.write_text(text, encoding="utf-8")

    assert [error.id for error in run_checks() if error.id.startswith("overview")] == ["overview.E001"]


def test_our_outline_names_its_source_its_licence_and_both_archipelagos(settings):
    ours = read_outline(settings.MAP_OUTLINE)

    assert {name: sorted(texts) for name, texts in ours.credits.items()} == {
        "source": ["en", "fr", "vi"],
        "licence": ["en", "fr", "vi"],
    }
    assert [name for name, _x, _y in ours.points["VN"]] == ["Hoàng Sa", "Trường Sa"]


def test_what_is_smaller_than_a_step_is_left_out():
    coarse, fine = get_sheet(4, 2, 0), get_sheet(40, 2, 0)

    assert coarse.land.count("M") < fine.land.count("M")


def test_a_path_is_written_in_steps():
    assert build_path([SheetPoint(1, 1), SheetPoint(4, 1), SheetPoint(4, 0)]) == "M1 1l3 0 0-1z"
