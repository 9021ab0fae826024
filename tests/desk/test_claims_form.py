"""The form of a claim: its qualifiers are kept, and a value that is none is refused in words."""

import pytest

from cooperation.news.models import Claim
from tests.desk.test_admin import edit
from tests.factories import make_conference, make_news

pytestmark = pytest.mark.django_db


def claim(**values):
    """The form values of one new claim on the people at the 12th conference."""
    values = {
        "order": 1,
        "subject_kind": "conference",
        "subject_key": "12",
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
        ({"value": "about 800"}, "Enter a whole number without signs."),
        ({"value": "-5"}, "Enter a whole number without signs."),
        ({"fact": "starts_on", "value": "soon", "comparator": "about"}, "is not a valid date"),
        ({"fact": "signed_on", "value": "2023"}, "This type of record does not have this field."),
    ],
)
def test_a_value_that_is_none_is_refused_in_words(admin_client, values, message):
    response = edit(admin_client, make_news(), **claim(**values))

    assert response.status_code == 200
    assert message in response.content.decode()
    assert not Claim.objects.exists()
