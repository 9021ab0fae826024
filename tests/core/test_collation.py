"""Alphabetical order in Vietnamese, French and English, the same on both databases."""

import random

import pytest

from cooperation.core.collation import sort_key
from cooperation.core.languages import LANGUAGE_CODES
from localities.models import Locality
from tests.factories import make_conference, make_locality, make_partnership

VIETNAMESE_NAMES = [
    "An Giang",
    "Bà Rịa",
    "Bà Rịa – Vũng Tàu",
    "Bạc Liêu",
    "Bắc Giang",
    "Bắc Ninh",
    "Bến Tre",
    "Cà Mau",
    "Cao Bằng",
    "Cần Thơ",
    "Dĩ An",
    "Đà Nẵng",
    "Đắk Lắk",
    "Điện Biên",
    "Đồng Tháp",
    "Hà Nội",
    "Hải Phòng",
    "Hội nghị lần thứ 2",
    "Hội nghị lần thứ 10",
    "Huế",
    "Lai Châu",
    "Lào Cai",
    "Lâm Đồng",
    "Ô Môn",
    "Phú Thọ",
    "Phú Xuân",
    "Thanh Hóa",
    "Thừa Thiên Huế",
    "Uông Bí",
    "Ưng Hòa",
    "Vĩnh Long",
    "Yên Bái",
]
TONES = ["ma", "mà", "mả", "mã", "má", "mạ"]
FRENCH_NAMES = [
    "cote",
    "Cote",
    "coté",
    "côte",
    "côté",
    "Essonne",
    "Eu",
    "Évry",
    "L’Haÿ-les-Roses",
    "Le Havre",
    "œuf",
    "Orne",
]


@pytest.mark.parametrize(
    ("names", "language"),
    [(VIETNAMESE_NAMES, "vi"), (TONES, "vi"), (FRENCH_NAMES, "fr"), (["Da Nang", "Đà Nẵng", "Dijon", "Hà Nội"], "en")],
)
def test_the_order_of_an_index(names, language):
    shuffled = random.Random(7).sample(names, len(names))

    assert sorted(shuffled, key=lambda name: sort_key(name, language)) == names


def test_a_key_is_ascii_and_short_whatever_the_name():
    for name in ["", "   ", "北京", "💧" * 300, "Đ" * 300, "a\u0301" * 300, "\x00"]:
        for language in LANGUAGE_CODES:
            key = sort_key(name, language)
            assert key.isascii()
            assert len(key) <= 400


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["vi", "fr"])
def test_lists_stand_in_the_readers_order(client, language):
    for name in ["Đà Nẵng", "Dĩ An", "Huế", "Đắk Lắk", "Évry", "Eu", "Điện Biên"]:
        make_locality(name_vi=name)

    names = [str(locality) for locality in client.get(f"/{language}/localities/").context["object_list"]]

    assert (
        names
        == {
            "vi": ["Dĩ An", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Eu", "Évry", "Huế"],
            "fr": ["Đà Nẵng", "Đắk Lắk", "Dĩ An", "Điện Biên", "Eu", "Évry", "Huế"],
        }[language]
    )


@pytest.mark.django_db
def test_a_renamed_locality_moves_and_takes_its_partnerships_along():
    first, second = make_locality(name_vi="A"), make_locality(name_vi="B")
    partnership = make_partnership(parties=[first])
    make_conference()
    first.name_vi = "C"
    first.save()

    assert list(Locality.objects.public().by_name()) == [second, first]
    assert list(type(partnership).objects.by_name().values_list("key", flat=True)) == [partnership.key]
