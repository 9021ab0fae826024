"""The history speaks the reader's language; choosers find in any spelling and tell namesakes apart."""

import pytest

from cooperation.agreements.models import Agreement
from localities.models import Locality
from tests.desk.forms import admin_url, edit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", ["Đã thay đổi Tiêu đề [en]", "Nội dung trước lần sửa đầu tiên ở đây"]),
        ("fr", ["Titre [en]", "État avant la première modification ici"]),
        ("en", ["Changed Title [en]", "As it was before its first change here"]),
    ],
)
def test_the_history_is_in_the_language_of_its_reader(admin_client, language, words):
    agreement = Agreement.objects.first()
    edit(admin_client, agreement, title_en="Another title")

    page = admin_client.get(admin_url(agreement, "history").replace("/en/", f"/{language}/")).content.decode()

    assert [word for word in words if word not in page] == []


def find(client, term, field="place", model="conference", app="events"):
    data = {"term": term, "app_label": app, "model_name": model, "field_name": field}
    return [row["text"] for row in client.get("/en/admin/autocomplete/", data).json()["results"]]


@pytest.mark.parametrize("term", ["hải phòng", "HẢI PHÒNG", "hai phong", "Ha\u0309i Pho\u0300ng", "Haiphong"])
def test_a_chooser_finds_a_locality_in_any_spelling(admin_client, term):
    assert any("Hải Phòng" in text for text in find(admin_client, term))


def test_a_chooser_finds_an_apostrophe_as_it_is_typed(admin_client):
    name = next(locality.name_fr for locality in Locality.objects.all() if "’" in (locality.name_fr or ""))

    assert any(name in text for text in find(admin_client, name.replace("’", "'")))


def test_namesakes_are_told_apart(admin_client):
    names = find(admin_client, "Huế")

    assert len(names) == len(set(names))
    assert any("until" in name for name in names)


def test_a_draft_is_found_too(admin_client):
    Locality.objects.filter(key="vn-hai-phong").update(publication_state="draft")

    assert any("Hải Phòng" in text for text in find(admin_client, "Hải Phòng"))
