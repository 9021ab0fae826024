"""The admin pages: three languages side by side, optimistic locking, publication with reasons if it is refused."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from reversion.models import Version

from cooperation.agreements.models import Agreement, AgreementParty, Partnership
from cooperation.core.records import PublicationState
from cooperation.library.models import Theme
from cooperation.news.models import NewsItem
from events.models import Conference
from localities.models import Locality
from tests.desk.forms import admin_url, edit, get_form_values
from tests.factories import make_agreement, make_french_locality, make_locality, make_news

pytestmark = pytest.mark.django_db
MODELS = [model for model in apps.get_models() if model in admin.site._registry]


@pytest.mark.slow
@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("language", ["vi", "fr", "en"])
def test_every_page_of_every_record_opens(admin_client, language):
    urls = [f"/{language}/admin/"]
    for model in MODELS:
        base = f"/{language}/admin/{model._meta.app_label}/{model._meta.model_name}/"
        row = model.objects.first()
        urls += [base, f"{base}?q=hue"]
        urls += [f"{base}add/"] if model._meta.model_name != "secretariat" else []
        urls += [f"{base}{row.pk}/change/", f"{base}{row.pk}/history/"] if row else []

    status_codes = {url: admin_client.get(url, follow=True).status_code for url in urls}

    assert status_codes == dict.fromkeys(urls, 200)


@pytest.mark.usefixtures("archive")
def test_a_record_saved_as_it_was_read_is_not_changed_at_all(admin_client):
    for model in [Agreement, Conference, Locality, NewsItem, Partnership, Theme]:
        record = model.objects.first()
        before = {name: value for name, value in vars(record).items() if name != "_state"}
        values = get_form_values(admin_client.get(admin_url(record)))
        as_browsers_send_it = {
            name: value.replace("\n", "\r\n") if isinstance(value, str) else value for name, value in values.items()
        }

        page = admin_client.post(admin_url(record), as_browsers_send_it, follow=True)

        assert "Nothing was changed in" in page.content.decode()
        after = vars(model.objects.get(pk=record.pk))
        assert {name: after[name] or "" for name in before} == {name: value or "" for name, value in before.items()}
    assert (LogEntry.objects.count(), Version.objects.count()) == (0, 0)


@pytest.mark.usefixtures("archive")
def test_a_corrected_date_shows_on_the_page_at_once(admin_client, client):
    agreement = Agreement.objects.get(key="yen-bai-val-de-marne-2023-04")

    edit(admin_client, agreement, signed_on="2023-04-14")

    assert "14\xa0April\xa02023" in client.get("/en/agreements/yen-bai-val-de-marne-2023-04/").content.decode()


def test_a_date_that_is_none_is_refused_with_the_forms_to_write(admin_client):
    agreement = make_agreement()

    response = edit(admin_client, agreement, signed_on="ba ngày")

    assert response.status_code == 200
    assert "“ba ngày” is not a date. Write 2023, April 2023 or 15/4/2023." in response.content.decode()
    assert 'value="ba ngày"' in response.content.decode()


@pytest.mark.parametrize("language", ["vi", "fr", "en"])
def test_a_draft_in_any_one_language_is_enough(admin_client, language):
    blank = get_form_values(admin_client.get("/en/admin/library/theme/add/"))

    response = admin_client.post("/en/admin/library/theme/add/", blank | {f"name_{language}": "Nước"})

    assert response.status_code == 302
    theme = Theme.objects.get()
    assert (theme.key, theme.publication_state, str(theme)) == ("nuoc", PublicationState.DRAFT, "Nước")


def test_no_language_at_all_is_refused(admin_client):
    blank = get_form_values(admin_client.get("/en/admin/library/theme/add/"))

    response = admin_client.post("/en/admin/library/theme/add/", blank)

    assert "Enter this in at least one of the three languages." in response.content.decode()


def test_the_three_languages_stand_in_one_row(admin_client):
    page = admin_client.get("/en/admin/library/theme/add/").content.decode()

    row = re.search(r'<div class="form-row[^"]*field-name_vi[^"]*">', page)[0]
    assert all(f"field-name_{code}" in row for code in ["vi", "fr", "en"])


def test_publishing_an_agreement_asks_for_public_parties(admin_client, client):
    hidden = make_locality(name_vi="Kín", publication_state=PublicationState.DRAFT)
    agreement = make_agreement(parties=[hidden, make_french_locality()], publication_state=PublicationState.DRAFT)

    page = admin_client.post(
        admin_url(agreement), get_form_values(admin_client.get(admin_url(agreement))) | {"_publish": "1"}, follow=True
    )

    assert "The party “Kín” is not published" in page.content.decode()
    assert client.get(agreement.get_absolute_url()).status_code == 404

    Locality.objects.filter(pk=hidden.pk).update(publication_state=PublicationState.PUBLISHED)
    edit(admin_client, agreement, _publish="1")

    agreement = Agreement.objects.get(pk=agreement.pk)
    assert agreement.published_at is not None
    assert client.get(agreement.get_absolute_url()).status_code == 200


def test_records_are_sent_to_review_and_published_from_the_list(admin_client):
    items = [make_news(publication_state="draft"), make_news(publication_state="draft")]
    data = {"_selected_action": [item.pk for item in items]}

    for action, publication_state in [
        ("send_to_review", PublicationState.IN_REVIEW),
        ("publish", PublicationState.PUBLISHED),
        ("send_to_review", PublicationState.PUBLISHED),
    ]:
        admin_client.post("/en/admin/news/newsitem/", data | {"action": action})
        assert set(NewsItem.objects.values_list("publication_state", flat=True)) == {publication_state}


def test_view_on_site_leads_only_to_what_is_public(admin_client):
    shown, hidden = make_news(), make_news(publication_state=PublicationState.DRAFT)

    pages = [admin_client.get(admin_url(item)).content.decode() for item in [shown, hidden]]

    assert [item.get_absolute_url() in page for item, page in zip([shown, hidden], pages, strict=True)] == [True, False]


def test_parties_change_places_without_getting_in_each_others_way(admin_client):
    agreement = make_agreement()
    first, second = agreement.parties.all()

    response = edit(admin_client, agreement, **{"parties-0-order": "2", "parties-1-order": "1"})

    assert response.status_code == 302
    assert list(AgreementParty.objects.order_by("order")) == [second, first]


def test_parties_change_their_localities_without_getting_in_each_others_way(admin_client):
    agreement = make_agreement()
    first, second = agreement.parties.all()
    swapped = {"parties-0-locality": second.locality_id, "parties-1-locality": first.locality_id}

    response = edit(admin_client, agreement, **swapped)

    assert response.status_code == 302
    assert [row.locality for row in agreement.parties.all()] == [second.locality, first.locality]


def test_a_party_twice_is_refused_in_words(admin_client):
    agreement = make_agreement()

    response = edit(admin_client, agreement, **{"parties-1-locality": agreement.parties.first().locality_id})

    assert response.status_code == 200
    assert agreement.parties.count() == 2


def test_a_part_without_an_order_goes_to_the_end(admin_client):
    agreement, place = make_agreement(), make_locality()

    response = edit(
        admin_client,
        agreement,
        **{"parties-TOTAL_FORMS": "3", "parties-2-locality": place.pk, "parties-2-order": ""},
    )

    assert response.status_code == 302
    assert AgreementParty.objects.get(locality=place).order == 3


def test_a_new_tie_is_called_after_its_parties(admin_client):
    parties = [make_french_locality(key="fr-rennes"), make_locality(key="vn-hue-city")]
    blank = get_form_values(admin_client.get("/en/admin/agreements/partnership/add/"))

    admin_client.post("/en/admin/agreements/partnership/add/", blank | {"parties": [party.pk for party in parties]})

    assert Partnership.objects.get().key == "hue-city-rennes"


def test_a_circle_of_successions_is_refused_in_words(admin_client):
    one, other = make_locality(), make_locality()
    values = {
        "successions-TOTAL_FORMS": "1",
        "successions-0-kind": "merger",
        "successions-0-effective_on": "2025-07-01",
    }
    edit(admin_client, one, **values | {"successions-0-successor": other.pk})

    response = edit(admin_client, other, **values | {"successions-0-successor": one.pk})

    assert "the locality would become its own successor" in response.content.decode()


def test_there_is_one_secretariat_only(archive, admin_client):
    assert admin_client.get("/en/admin/library/secretariat/add/").status_code == 403


@pytest.mark.parametrize(("language", "words"), [("vi", "mật khẩu"), ("fr", "mot de passe"), ("en", "password")])
def test_a_forgotten_password_can_be_set_anew(client, admin_user, mailoutbox, language, words):
    admin_user.email = "staff@example.org"
    admin_user.save()
    assert f"/{language}/admin/password-reset/" in client.get(f"/{language}/admin/login/").content.decode()

    response = client.post(f"/{language}/admin/password-reset/", {"email": "staff@example.org"}, follow=True)

    assert response.status_code == 200
    [mail] = mailoutbox
    assert words in mail.body
    link = re.search(rf"/{language}/admin/password-reset/\S+", mail.body)[0]
    assert client.get(link, follow=True).status_code == 200


def test_pages_hold_no_inline_script_or_style_of_ours(admin_client):
    response = admin_client.get("/en/admin/")

    directives = sorted(directive.strip() for directive in response["Content-Security-Policy"].split(";"))
    assert directives == [
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "script-src 'self'",
        "style-src 'self'",
    ]


def test_an_agreement_without_two_parties_cannot_be_published(admin_client):
    agreement = make_agreement(parties=[make_locality()], publication_state=PublicationState.DRAFT)

    page = admin_client.post(
        "/en/admin/agreements/agreement/", {"action": "publish", "_selected_action": [agreement.pk]}, follow=True
    )

    assert "Enter at least two parties." in page.content.decode()
    assert Agreement.objects.get().publication_state == PublicationState.DRAFT


def test_a_locality_that_public_records_need_is_not_hidden(admin_client):
    agreement = make_agreement()
    party = agreement.parties.first().locality

    page = admin_client.post(
        "/en/admin/localities/locality/", {"action": "unpublish", "_selected_action": [party.pk]}, follow=True
    )

    assert "is a party to published agreements" in page.content.decode()
    assert Locality.objects.get(pk=party.pk).is_public


def test_who_published_is_kept_in_the_history(admin_client):
    item = make_news(publication_state=PublicationState.DRAFT)

    admin_client.post("/en/admin/news/newsitem/", {"action": "publish", "_selected_action": [item.pk]})

    assert [entry.get_change_message() for entry in LogEntry.objects.all()] == ["Changed published."]


def test_an_order_that_no_list_has_is_refused(admin_client):
    response = edit(admin_client, make_agreement(), **{"parties-1-order": "9223372036854775807"})

    assert response.status_code == 200
    assert "9999" in response.content.decode()
