import pytest

from cooperation.article_reader.gazetteer import Gazetteer
from cooperation.article_reader.recognise.places import find_places


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.from_folder()


@pytest.mark.parametrize(
    ("text", "day", "called"),
    [
        ("thành phố Huế", "2023-04-15", ["vn-hue-city"]),
        ("Hue city", "2023-04-15", ["vn-hue-city"]),
        ("la ville de Huê", "2023-04-15", ["vn-hue-city"]),
        ("tỉnh Thừa Thiên Huế", "2023-04-15", ["vn-thua-thien-hue"]),
        ("thành phố Huế", "2025-02-01", ["vn-hue"]),
        ("Huế", "2023-04-15", ["Huế"]),
        ("Nice weather in Nice", None, ["fr-nice"]),
        ("Tours of the old town", None, []),
        ("un accord entre Tours et Hanoï", None, ["fr-tours", "vn-ha-noi"]),
        ("le port du Havre", None, ["fr-le-havre"]),
        ("Haiphong", None, ["vn-hai-phong"]),
        ("Nguyễn Thái Bình", None, []),
        ("tỉnh Thái Bình", None, ["vn-thai-binh"]),
        ("Chủ tịch Hồ Chí Minh", None, []),
        ("Vịnh Hạ Long", None, []),
        ("Alain Rousset", None, []),
        ("vùng Nouvel Aquitaine", None, ["fr-nouvelle-aquitaine"]),
        ("la région Bretagna", None, ["fr-bretagne"]),
        ("thành phố Gimje", None, ["Gimje"]),
        ("Rennes Métropole", None, ["fr-rennes-metropole"]),
        ("le département du Val-de-Marne", None, ["fr-val-de-marne"]),
        ("rue de Paris", None, ["fr-paris"]),
    ],
)
def test_the_words_around_a_name_tell_which_place_it_is(gazetteer, text, day, called):
    assert [place.called() for place in find_places(text, gazetteer, day)] == called


def test_the_places_of_a_site_can_be_added():
    unit = {"key": "vn-bac-ha", "country": "VN", "administrative_level": "vn_rural_district", "name_vi": "Bắc Hà"}
    gazetteer = Gazetteer([unit], [{"key": "vn-bac-ha", "text": "Bac Ha district"}])

    places = find_places("Bac Ha district and huyện Bắc Hà", gazetteer)

    assert [(place.key, place.name) for place in places] == [("vn-bac-ha", "Bac Ha district"), ("vn-bac-ha", "Bắc Hà")]
