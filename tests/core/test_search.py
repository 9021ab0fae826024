import pytest
from django.db import connection

from cooperation.core.folding import fold, slug, terms, words
from cooperation.core.records import PublicationState
from cooperation.core.search import SearchEntry
from cooperation.news.models import NewsItem
from localities.models import Locality, LocalityName
from tests.factories import make_agreement, make_french_locality, make_locality, make_news, make_succession


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đà Nẵng", "da nang"),
        ("ĐẮK LẮK", "dak lak"),
        ("Hoà", "hoa"),
        ("Hòa", "hoa"),
        ("Île-de-France", "ile-de-france"),
        ("Œuvre", "oeuvre"),
    ],
)
def test_folding_takes_off_case_and_accents(text, folded):
    assert fold(text) == folded


def test_a_key_keeps_the_letter_d_of_vietnamese():
    assert slug("Đà Nẵng") == "da-nang"


def test_decomposed_text_is_the_same_text():
    assert words("Ha\u0300 No\u0323\u0302i") == words("Hà Nội") == ["ha", "noi"]


def test_signs_that_search_engines_use_are_no_words():
    assert terms("\" ' ( ) * : & | ! \x00") == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query", ["da nang", "Da Nang", "DA NANG", "Đà Nẵng", "đà nẵng", "danang", "DaNang", "da nan", "nẵng", "a\u0300 n"]
)
def test_every_way_of_typing_a_city_finds_it(query):
    city = make_locality(name_vi="Đà Nẵng")
    make_locality(name_vi="Quảng Nam")

    matches = list(Locality.objects.search(query))

    assert matches == ([] if query == "a\u0300 n" else [city])


@pytest.mark.django_db
def test_hanoi_in_one_word_finds_ha_noi_in_two_and_the_other_way_round():
    two = make_locality(name_vi="Hà Nội")
    one = make_french_locality(name_fr="Hanoï")

    assert set(Locality.objects.search("Hanoi")) == {two, one}
    assert set(Locality.objects.search("ha noi")) == {two, one}
    assert not Locality.objects.search("hanoi lao").exists()


@pytest.mark.django_db
def test_an_old_name_finds_what_the_locality_became():
    old, new = make_locality(name_vi="Yên Bái", until="2025-06-30"), make_locality(name_vi="Lào Cai")
    make_succession(old, new)

    assert set(Locality.objects.search("yen bai")) == {old, new}


@pytest.mark.django_db
def test_the_name_as_typed_comes_first_then_names_then_texts():
    text = make_news(title_en="Report", body_en="About Hue.", appeared_on="2024")
    near = make_locality(name_vi="Huệ")
    exact = make_locality(name_vi="Huế")

    ids = [entry.record_id for entry in SearchEntry.objects.matching("Huế")]

    assert ids == [exact.pk, near.pk, text.pk]


@pytest.mark.django_db
def test_a_draft_is_in_no_index_and_leaves_it_when_withdrawn():
    make_locality(name_vi="Bí mật", publication_state=PublicationState.DRAFT)
    shown = make_locality(name_vi="Bí mật")

    assert list(SearchEntry.objects.values_list("record_id", flat=True)) == [shown.pk]

    Locality.objects.update(publication_state=PublicationState.UNPUBLISHED)

    assert not SearchEntry.objects.exists()


@pytest.mark.django_db
def test_a_changed_name_renews_the_entries_of_what_bears_it():
    party = make_locality(name_vi="Yên Bái")
    agreement = make_agreement(parties=[party])

    Locality.objects.filter(pk=party.pk).update(name_vi="Đồng Tháp")

    assert list(type(agreement).objects.search("dong thap")) == [agreement]
    assert not type(agreement).objects.search("yen bai").exists()


@pytest.mark.django_db
def test_an_added_name_counts_at_once_and_no_longer_when_it_goes():
    city = make_locality(name_vi="Thành phố Hồ Chí Minh")
    name = LocalityName.objects.create(locality=city, text="Sài Gòn", kind="former")

    assert list(Locality.objects.search("saigon")) == [city]

    name.delete()

    assert not Locality.objects.search("saigon").exists()


@pytest.mark.django_db
def test_a_very_long_text_is_indexed_and_a_very_long_query_answered():
    item = make_news(body_vi="hợp tác " * 60_000)

    assert list(NewsItem.objects.search("hop tac " * 500)) == [item]


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="triggers feed the index on SQLite only")
def test_the_triggers_that_feed_the_index_are_there():
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
        names = [name for (name,) in cursor.fetchall()]

    assert names == ["core_searchentry_deleted", "core_searchentry_inserted", "core_searchentry_updated"]


@pytest.mark.django_db
def test_a_whole_name_comes_before_one_that_only_begins_so_and_before_longer_titles():
    report = make_news(title_en="Hue and Rennes sign", appeared_on="2026")
    longer = make_locality(name_vi="Huế Trung")
    whole = make_locality(name_vi="Huế", name_fr="Huê")

    ids = [entry.record_id for entry in SearchEntry.objects.matching("hue")]

    assert (ids[0], set(ids)) == (whole.pk, {whole.pk, longer.pk, report.pk})
