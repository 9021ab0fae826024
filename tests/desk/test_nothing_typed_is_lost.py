"""What was typed survives: a session that is over, cookies that are gone, two people on one record."""

import re
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client

from cooperation.agreements.models import Agreement
from cooperation.core.translating import get_translation_statuses
from cooperation.library.models import Theme
from tests.desk.forms import admin_url, edit, forget_creation, get_form_values
from tests.factories import make_agreement, make_theme

pytestmark = pytest.mark.django_db
HERE = {"HTTP_ORIGIN": "http://testserver"}


@pytest.fixture
def staff():
    return User.objects.create_superuser("mai", password="Secret of Mai")


@pytest.fixture
def strict_client(staff):
    """A client that checks tokens as a browser's requests are checked."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(staff)
    return client


def hidden_fields(page):
    return {
        unescape(name): unescape(value)
        for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.content.decode())
    }


def log_in_again(client, page):
    data = hidden_fields(page) | {"username": "mai", "password": "Secret of Mai"}
    return client.post("/en/admin/login/", data, follow=True, **HERE)


def load_form(client, record):
    page = client.get(admin_url(record))
    token = hidden_fields(page)["csrfmiddlewaretoken"]
    return get_form_values(page) | {"csrfmiddlewaretoken": token}


def end_session(client):
    Session.objects.all().delete()


def lose_cookies(client):
    client.cookies.clear()


@pytest.mark.parametrize("lose", [end_session, lose_cookies])
@pytest.mark.parametrize("language", ["vi", "fr", "en"])
def test_a_text_survives_the_end_of_the_session(strict_client, lose, language):
    theme = make_theme(name_en="Water")
    values = load_form(strict_client, theme) | {"name_en": "My long work, with “signs” & <tags>"}
    lose(strict_client)

    page = strict_client.post(admin_url(theme).replace("/en/", f"/{language}/"), values, **HERE)

    words = {"vi": "Phiên làm việc", "fr": "Votre session", "en": "Your session has ended."}
    assert page.status_code == 403
    assert words[language] in page.content.decode()
    assert Theme.objects.get().name_en == "Water"

    page = log_in_again(strict_client, page)

    assert page.context["adminform"].form["name_en"].value() == "My long work, with “signs” & <tags>"
    assert Theme.objects.get().name_en == "Water"
    again = get_form_values(page) | {"csrfmiddlewaretoken": hidden_fields(page)["csrfmiddlewaretoken"]}
    strict_client.post(admin_url(theme), again, **HERE)
    assert Theme.objects.get().name_en == "My long work, with “signs” & <tags>"


def test_a_wrong_password_does_not_lose_it_either(strict_client):
    theme = make_theme()
    values = load_form(strict_client, theme) | {"name_en": "My long work"}
    end_session(strict_client)
    page = strict_client.post(admin_url(theme), values, **HERE)

    page = strict_client.post("/en/admin/login/", hidden_fields(page) | {"username": "mai", "password": "x"}, **HERE)

    assert log_in_again(strict_client, page).context["adminform"].form["name_en"].value() == "My long work"


def test_a_token_of_an_earlier_log_in_does_not_lose_it(strict_client, staff):
    theme = make_theme()
    values = load_form(strict_client, theme) | {"name_en": "My long work", "csrfmiddlewaretoken": "x" * 64}

    page = strict_client.post(admin_url(theme), values, follow=True, **HERE)

    assert page.context["adminform"].form["name_en"].value() == "My long work"
    assert "nothing is saved yet" in page.content.decode()


def test_a_form_of_another_kind_is_handed_back_too(strict_client):
    url = "/en/admin/read/"
    token = hidden_fields(strict_client.get(url))["csrfmiddlewaretoken"]
    end_session(strict_client)
    page = strict_client.post(url, {"text": "A long article.\nOf two lines.", "csrfmiddlewaretoken": token}, **HERE)

    page = log_in_again(strict_client, page)

    assert hidden_fields(page)["text"] == "A long article.\nOf two lines."


def test_a_form_from_elsewhere_is_refused_in_the_readers_language_and_kept_nowhere(strict_client):
    theme = make_theme(name_en="Water")
    values = load_form(strict_client, theme) | {"name_en": "Forged", "csrfmiddlewaretoken": "x" * 64}

    for headers in ({"HTTP_ORIGIN": "https://evil.example"}, {}):
        page = strict_client.post(admin_url(theme).replace("/en/", "/fr/"), values, **headers)
        assert page.status_code == 403
        assert "Rien n’a été modifié" in page.content.decode()
        assert "Forged" not in strict_client.get(admin_url(theme)).content.decode()
    assert Theme.objects.get().name_en == "Water"


def test_passwords_are_not_kept(strict_client):
    url = "/en/admin/password_change/"
    token = hidden_fields(strict_client.get(url))["csrfmiddlewaretoken"]
    end_session(strict_client)
    values = {"old_password": "Secret of Mai", "new_password1": "Newest secret", "csrfmiddlewaretoken": token}

    page = log_in_again(strict_client, strict_client.post(url, values, **HERE))

    assert "ecret of Mai" not in page.content.decode()
    assert "Newest" not in page.content.decode()


def collide(client, record, mine, theirs):
    """The page after somebody else has saved `theirs` since the form with `mine` was opened."""
    opened = get_form_values(client.get(admin_url(record)))
    other = Client()
    other.force_login(User.objects.create_superuser("lan"))
    assert edit(other, record, **theirs).status_code == 302
    return client.post(admin_url(record), opened | mine), opened | mine


def test_a_collision_shows_both_and_who_saved(client, staff):
    client.force_login(staff)
    theme = forget_creation(make_theme(name_en="Water", name_fr="Eau"))

    page, _sent = collide(client, theme, {"name_en": "Mine"}, {"name_en": "Theirs", "name_fr": "Eaux"})

    text = page.content.decode()
    assert page.status_code == 409
    assert "lan saved this record on" in text
    assert 'name="choose-name_en" value="mine"' in text
    assert "checked" not in text
    rows = {row.label: (row.is_conflict, row.choice) for row in page.context["differences"]}
    assert rows == {"Name [en]": (True, ""), "Name [fr]": (False, "theirs")}
    assert Theme.objects.get().name_en == "Theirs"


@pytest.mark.parametrize(
    ("button", "choice", "expected"),
    [("_merge", "mine", "Mine"), ("_merge", "theirs", "Theirs"), ("_mine", "", "Mine"), ("_theirs", "", "Theirs")],
)
def test_one_goes_on_from_either(client, staff, button, choice, expected):
    client.force_login(staff)
    theme = forget_creation(make_theme(name_en="Water", name_fr="Eau", name_vi="Nước"))
    mine, theirs = {"name_en": "Mine", "name_vi": "Nước sạch"}, {"name_en": "Theirs", "name_fr": "Eaux"}
    page, sent = collide(client, theme, mine, theirs)
    choices = {"choose-name_en": choice, "seen_version": hidden_fields(page)["seen_version"], button: "1"}

    page = client.post(admin_url(theme), sent | choices)

    form = page.context["adminform"].form
    assert [form[name].value() for name in ("name_en", "name_fr", "name_vi")] == [expected, "Eaux", "Nước sạch"]
    assert Theme.objects.get().name_en == "Theirs"
    assert client.post(admin_url(theme), get_form_values(page)).status_code == 302
    stored = Theme.objects.get()
    assert [stored.name_en, stored.name_fr, stored.name_vi] == [expected, "Eaux", "Nước sạch"]


def test_a_choice_is_asked_for_again(client, staff):
    client.force_login(staff)
    theme = forget_creation(make_theme(name_en="Water"))
    page, sent = collide(client, theme, {"name_en": "Mine"}, {"name_en": "Theirs"})

    page = client.post(admin_url(theme), sent | {"seen_version": hidden_fields(page)["seen_version"], "_merge": "1"})

    assert page.status_code == 409
    assert "Choose one version of each field that you both changed." in page.content.decode()


@pytest.mark.usefixtures("archive")
def test_rows_of_parts_collide_and_merge(client, staff):
    client.force_login(staff)
    agreement = Agreement.objects.filter(parties__order=2).first()
    first, second = agreement.parties.all()[:2]
    mine = {"parties-0-signed_by": "Mine", "milestones-TOTAL_FORMS": "1", "milestones-0-kind": "approved"}
    mine |= {"milestones-0-on": "2024-05", "milestones-0-note_en": "A new one"}
    theirs = {"parties-0-signed_by": "Theirs", "parties-1-signed_by": "Their second", "signature_place_en": "Huế"}

    page, sent = collide(client, agreement, mine, theirs)
    conflicts = [row.label for row in page.context["differences"] if row.is_conflict]
    assert conflicts == [f"Party “{first}”: Signed by (name)"]
    version = hidden_fields(page)["seen_version"]
    page = client.post(admin_url(agreement), sent | {"seen_version": version, "_mine": "1"})
    assert client.post(admin_url(agreement), get_form_values(page)).status_code == 302

    agreement = Agreement.objects.get(pk=agreement.pk)
    signers = [party.signed_by for party in agreement.parties.filter(pk__in=[first.pk, second.pk])]
    assert (signers, agreement.signature_place_en) == (["Mine", "Their second"], "Huế")
    assert [milestone.note_en for milestone in agreement.milestones.all()][-1:] == ["A new one"]


def test_a_row_that_was_deleted_meanwhile_is_kept_if_it_was_changed(client, staff):
    client.force_login(staff)
    agreement = forget_creation(make_agreement())
    agreement.milestones.create(order=1, kind="approved", on="2024", note_en="Old")

    page, sent = collide(client, agreement, {"milestones-0-note_en": "Rewritten"}, {"milestones-0-DELETE": "on"})
    version = hidden_fields(page)["seen_version"]
    page = client.post(admin_url(agreement), sent | {"seen_version": version, "_mine": "1"})
    client.post(admin_url(agreement), get_form_values(page))

    assert [milestone.note_en for milestone in agreement.milestones.all()] == ["Rewritten"]


def test_a_token_that_changed_at_the_log_in_page_does_not_lose_it(strict_client, staff):
    theme = make_theme()
    values = load_form(strict_client, theme) | {"name_en": "My long work"}
    end_session(strict_client)
    pending = hidden_fields(strict_client.post(admin_url(theme), values, **HERE))
    strict_client.force_login(staff)  # in another tab

    data = pending | {"username": "mai", "password": "Secret of Mai", "csrfmiddlewaretoken": "x" * 64}
    page = strict_client.post("/en/admin/login/", data, follow=True, **HERE)

    assert page.context["adminform"].form["name_en"].value() == "My long work"


def test_the_text_of_a_record_that_was_deleted_meanwhile_is_shown(client, staff):
    client.force_login(staff)
    theme = make_theme(name_en="Water")
    opened = get_form_values(client.get(admin_url(theme)))
    Theme.objects.get().delete()

    page = client.post(admin_url(theme), opened | {"name_en": "My long work"})

    assert page.status_code == 410
    assert "My long work" in page.content.decode()
    assert "/en/admin/library/theme/recover/" in page.content.decode()


def test_a_minor_edit_does_not_hide_what_was_out_of_date_before(client, staff):
    client.force_login(staff)
    theme = forget_creation(make_theme(name_en="", name_fr="Eau"))
    edit(client, theme, name_vi="Nước")
    edit(client, Theme.objects.get(), name_fr="Eau et assainissement")
    assert get_translation_statuses(Theme.objects.get())["vi"] == "out_of_date"

    edit(client, Theme.objects.get(), name_fr="Eau et assainissement.", translations_unchanged="on")

    assert get_translation_statuses(Theme.objects.get())["vi"] == "out_of_date"
