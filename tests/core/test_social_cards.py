"""Social cards: one for each record, and one for every other page."""

import datetime as dt
import io

import pytest
from django.utils import translation
from PIL import Image, ImageFont

from cooperation.agreements.models import AgreementParty
from cooperation.core.social_card_shapes import PAPER, SIZE
from cooperation.core.social_cards import SANS, SERIF, SocialCard, draw_card, fit_names, social_card
from cooperation.library.organisations import get_or_create_organisation
from tests.factories import (
    make_agreement,
    make_conference,
    make_french_locality,
    make_locality,
    make_news,
    make_partnership,
    make_theme,
)

pytestmark = pytest.mark.django_db
MAX_BYTES = 40_000
DAY = dt.date(2026, 11, 26)
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵçëïîûüœ«»“”’–—…"
LONG = "Thỏa thuận hợp tác giữa các địa phương Việt Nam và Pháp về nước sạch và vệ sinh môi trường " * 3


def open_image(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("language", ["vi", "fr", "en"])
def test_every_kind_of_record_and_every_other_page_has_a_picture(client, language):
    records = [
        make_agreement(),
        make_partnership(),
        make_locality(),
        make_conference(),
        make_news(title_vi=LONG[:300]),
        make_theme(),
    ]
    paths = [f"{record.record_kind()}/{record.key}" for record in records] + ["register"]

    for path in paths:
        response = client.get(f"/{language}/pictures/{path}.png")
        image = open_image(response.content)
        assert (response["Content-Type"], image.format, image.size) == ("image/png", "PNG", SIZE), path
        assert len(response.content) < MAX_BYTES, path


def test_an_agreement_shows_its_parties_as_signed_the_readers_own_side_first():
    agreement = make_agreement(
        parties=[make_locality(name_vi="Yên Bái", until="2025-06-30"), make_french_locality(name_fr="Val-de-Marne")],
        signed_on="2023-04",
    )
    AgreementParty.objects.create(agreement=agreement, order=3, organisation=get_or_create_organisation("AIMF"))

    assert social_card(agreement, DAY) == SocialCard(
        "Cooperation agreement, signed in April 2023", [("VN", "Yên Bái"), ("FR", "Val-de-Marne"), ("", "AIMF")]
    )
    with translation.override("fr"):
        assert social_card(agreement, DAY).names[0] == ("FR", "Val-de-Marne")


def test_what_is_not_public_has_no_picture_and_stands_on_none(client):
    make_agreement(key="one", publication_state="draft")
    hidden = make_locality(name_vi="Bí mật", publication_state="draft")

    assert client.get("/en/pictures/agreement/one.png").status_code == 404
    assert social_card(make_agreement(parties=[hidden]), DAY).names == [("", "(unpublished party)")]
    assert social_card(make_conference(place=hidden, country=""), DAY).line == "13–16\xa0April\xa02023"


@pytest.mark.parametrize("path", ["nonsense/one", "agreement/nowhere", "page/about", "secretariat/secretariat"])
def test_what_has_no_picture_is_not_found(client, path):
    assert client.get(f"/en/pictures/{path}.png").status_code == 404


@pytest.mark.parametrize("path", [SERIF, SANS])
def test_the_letters_of_the_three_languages_are_in_the_fonts(path):
    font = ImageFont.truetype(path, 40)
    missing = bytes(font.getmask("\U0010fffd"))

    assert [letter for letter in LETTERS + LETTERS.upper() if bytes(font.getmask(letter)) == missing] == []


@pytest.mark.parametrize(
    "names",
    [
        [("VN", "Huế")],
        [("VN", "Thừa Thiên Huế"), ("FR", "Communauté d’agglomération de Cergy-Pontoise et du Vexin français")],
        [("VN", LONG[:200]), ("FR", LONG[:200])],
        [("VN", "x" * 300), ("", "")],
        [("VN", f"Địa phương {number}") for number in range(12)],
        [],
    ],
    ids=["one", "two", "long", "one word", "twelve", "none"],
)
def test_names_of_any_length_stay_within_the_margins(names):
    image = open_image(draw_card(SocialCard("Kind, signed 2023 " * 9, names), "Register")).convert("RGB")

    frame = [(0, 0, 1200, 60), (0, 120, 1200, 140), (0, 505, 1200, 530), (0, 590, 1200, 630), (1130, 0, 1200, 630)]
    paper = tuple(bytes.fromhex(PAPER[1:]))
    assert [image.crop(box).getcolors() for box in frame] == [
        [((box[2] - box[0]) * (box[3] - box[1]), paper)] for box in frame
    ]


def test_a_short_name_is_written_larger_than_a_long_one():
    short, long = (fit_names([name], 1000) for name in ["Huế", LONG])

    assert short == (140, [["Huế"]])
    assert long[0] < 60
    assert " ".join(long[1][0]) == LONG.strip()
