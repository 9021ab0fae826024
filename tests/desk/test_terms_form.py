"""The form of an agreement says what the law and the sources say: terms that move, withdrawals, undated signatures."""

import datetime as dt

import pytest

from cooperation.agreements.models import Agreement
from tests.desk.forms import edit
from tests.factories import make_agreement

pytestmark = pytest.mark.django_db
DAY = dt.date(2023, 6, 1)


def milestone(**values):
    """The form values of one new milestone."""
    values = {"order": 1, "on": "2021-11-01"} | values
    return {"milestones-TOTAL_FORMS": "1"} | {f"milestones-0-{name}": value for name, value in values.items()}


def get_status(agreement):
    return Agreement.objects.with_status(DAY).get(pk=agreement.pk).status


def test_an_extension_moves_the_end_and_the_list_follows_at_once(admin_client, client):
    agreement = make_agreement(key="one", signed_on="2019-01-01", term_rule="fixed_end", ends_on="2021-12-31")
    assert get_status(agreement) == "ended_not_renewed"

    response = edit(admin_client, agreement, **milestone(kind="extended", ends_on="2023-12-31"))

    assert response.status_code == 302
    assert get_status(agreement) == "signed"
    listed = client.get(f"/en/agreements/?status=signed&on={DAY}").context["object_list"]
    assert [record.key for record in listed] == ["one"]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"kind": "suspended", "ends_on": "2023"}, "Only an extension or an amendment can move the end"),
        ({"kind": "extended", "ends_on": "2023", "added_years": "2"}, "Enter either a new end date or the years added"),
        ({"kind": "extended", "entry_method": "exchange"}, "Only an entry into force has a method"),
        ({"kind": "extended", "ends_on": "soon"}, "is not a date"),
        ({"kind": "extended", "added_years": "-1"}, "greater than or equal to"),
    ],
)
def test_what_a_milestone_cannot_say_is_refused_in_words(admin_client, values, message):
    agreement = make_agreement()

    response = edit(admin_client, agreement, **milestone(**values))

    assert response.status_code == 200
    assert message in response.content.decode()
    assert agreement.milestones.count() == 0


def test_a_date_and_no_date_are_not_both_accepted(admin_client):
    agreement = make_agreement(signed_on="2023")

    response = edit(admin_client, agreement, is_signed_undated="on")

    assert response.status_code == 200
    assert "tick “signed, date not known”, not both" in response.content.decode()


def test_years_from_entry_into_force_need_their_number(admin_client):
    response = edit(admin_client, make_agreement(), term_rule="years_from_entry")

    assert "Enter the number of years." in response.content.decode()


def test_a_withdrawal_is_a_date_of_the_party(admin_client):
    agreement = make_agreement()

    assert edit(admin_client, agreement, **{"parties-0-withdrew_on": "2023-05"}).status_code == 302
    assert get_status(agreement) == "terminated"
