"""The form of a claim: its qualifiers are kept, and a value that is none is refused in words."""

import pytest

from cooperation.desk.integrity_checks import find_problems
from cooperation.news.models import Claim, NewsItem
from tests.desk.forms import edit
from tests.factories import make_conference, make_news

pytestmark = pytest.mark.django_db


def claim(**values):
    """The form values of one new claim on the people at the 12th conference."""
    values = {
        "order": 1,
        "subject": "conference:12",
        "fact": "people",
        "decision": "reported",
    } | values
    return {"claims-TOTAL_FORMS": "1"} | {f"claims-0-{name}": value for name, value in values.items()}


def test_the_qualifiers_of_a_claim_are_kept_and_shown(admin_client, client):
    make_conference(number=12)
    item = make_news()
    qualifiers = {"comparator": "about", "nature": "expected", "as_of": "2023-03-29", "inference": "calculated"}

    assert edit(admin_client, item, **claim(value="800", **qualifiers)).status_code == 302

    assert Claim.objects.values(*qualifiers).get() == qualifiers
    page = " ".join(client.get("/en/conferences/12/").content.decode().split())
    assert "about 800 (expected, calculated from other numbers in the report)" in page


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"value": "about 800"}, "“about 800” is not a number."),
        ({"value": "-5"}, "“-5” is not a number."),
        ({"fact": "starts_on", "value": "ba ngày"}, "“ba ngày” is not a date. Write 2023, April 2023 or 15/4/2023."),
        ({"fact": "starts_on", "value": "seize avril", "comparator": "about"}, "“seize avril” is not a date."),
        ({"fact": "signed_on", "value": "2023"}, "This type of record does not have this field."),
        ({"fact": "place", "value": "fr-nowhere"}, "There is no locality “fr-nowhere” in the register"),
        ({"subject": "conference:99", "value": "5"}, "There is no such record in the register: 99."),
        ({"subject": "nonsense:12", "value": "5"}, "There is no such record in the register: 12."),
    ],
)
def test_a_value_that_is_none_is_refused_in_words(admin_client, values, message):
    make_conference(number=12)

    response = edit(admin_client, make_news(), **claim(**values))

    assert response.status_code == 200
    assert message in response.content.decode()
    assert not Claim.objects.exists()


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("fact", "typed", "stored"),
    [
        ("starts_on", "14/04/2023", "2023-04-14"),
        ("starts_on", "tháng 4 năm 2023", "2023-04"),
        ("ends_on", "16 avril 2023", "2023-04-16"),
        ("people", "1 200", "1200"),
        ("place", "Hà Nội", "vn-ha-noi"),
    ],
)
def test_a_value_is_understood_as_people_type_it(admin_client, fact, typed, stored):
    item = NewsItem.objects.exclude(claims=None).first()
    count = item.claims.count()
    values = {f"claims-{count}-{name.rsplit('-')[-1]}": value for name, value in claim(fact=fact, value=typed).items()}
    values |= {"claims-TOTAL_FORMS": str(count + 1), f"claims-{count}-order": "999"}

    assert edit(admin_client, item, **values).status_code == 302

    assert item.claims.get(order=999).value == stored


@pytest.mark.usefixtures("archive")
def test_the_chooser_finds_records_in_any_spelling(admin_client):
    def find(term):
        answer = admin_client.get("/en/admin/news/newsitem/subjects/", {"term": term}).json()
        return [result["id"] for result in answer["results"]]

    assert "locality:vn-yen-bai" in find("yen bai")
    assert "locality:vn-hai-phong" in find("HẢI PHÒNG")
    assert "conference:12" in find("12th")


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("fact", "value"),
    [("ends_on", "3 tháng 4"), ("people", "zxnhiều"), ("nonsense", "5"), ("starts_on", "seize avril")],
)
def test_public_pages_leave_out_a_claim_that_is_none(client, fact, value):
    item = NewsItem.objects.get(key="conference-12-closed-2023-04-16")
    Claim.objects.create(news_item=item, order=900, subject_kind="conference", subject_key="12", fact=fact, value=value)

    for language in ("vi", "fr", "en"):
        for path in (
            "conferences/12/",
            "conferences/",
            "",
            "figures/",
            "completeness/",
            f"news/{item.key}/",
            "news.csv",
        ):
            response = client.get(f"/{language}/{path}")
            assert response.status_code == 200, path
            assert value not in response.content.decode() or len(value) < 2, path
    for path in ("/api/conferences/12/", f"/api/news/{item.key}/", "/data/register.zip"):
        assert client.get(path).status_code == 200, path
    assert any(f"claim 900 of {item.key}" in problem for problem in find_problems())
