"""Each kind of record through the forms: added, edited, published, unpublished, deleted, recovered, restored.

On records of the archive, which nobody has edited; photos and documents, of which it has none, are made first.
"""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models import ProtectedError
from reversion.models import Version

from cooperation.agreements.models import Agreement, AgreementParty, Milestone, Partnership
from cooperation.core.localized_text import translated_fields
from cooperation.core.records import PublicationState
from cooperation.core.unpublishing import Unpublishing
from cooperation.core.uses import find_uses
from cooperation.kinds import KINDS
from cooperation.library.models import Document, Photo, Theme
from cooperation.news.models import Claim
from events.models import Conference
from localities.models import Locality, Succession
from tests.desk.forms import admin_url, edit, forget_creation, get_form_values, unpublish
from tests.factories import make_agreement, make_photo, make_picture, make_theme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]
MODELS = {kind.name: kind.model for kind in KINDS}
#: What a form needs to add a record of each kind.
NEW = {
    "agreement": {"title_fr": "Convention", "kind": "memorandum"},
    "partnership": {"parties": "{localities}"},
    "locality": {"name_vi": "Xã Mới", "country": "VN", "administrative_level": "vn_commune"},
    "conference": {"number": "14", "title_fr": "14es Assises"},
    "newsitem": {"title_vi": "Tin mới"},
    "theme": {"name_en": "Tides"},
    "photo": {"alternative_text_en": "A bridge"},
    "document": {"title_fr": "Texte"},
    "page": {"title_en": "Help"},
}


def add_url(kind):
    model = MODELS[kind]
    return f"/en/admin/{model._meta.app_label}/{model._meta.model_name}/add/"


def list_url(kind, rest=""):
    model = MODELS[kind]
    return f"/en/admin/{model._meta.app_label}/{model._meta.model_name}/{rest}"


def seeded(kind):
    """A public record of the archive that no other record uses, with parts and relations if there is one."""
    model = MODELS[kind]
    if model is Photo:
        return forget_creation(make_photo())
    if model is Document:
        file = SimpleUploadedFile("text.txt", b"Text")
        document = Document.objects.create(key="text", title_fr="Texte", file=file, publication_state="published")
        return forget_creation(document)
    if model is Locality:
        return make_unused(Locality.objects.exclude(codes=None).exclude(names=None))
    if model is Theme:
        return forget_creation(make_theme(name_en="Water", name_fr="Eau"))
    return [record for record in model.objects.public() if not find_uses(record)][-1]


def make_unused(localities):
    """One of these localities that only partnerships use; these are deleted."""
    for locality in localities.distinct():
        users = [user for use in find_uses(locality) for user in use.records]
        if users and all(type(user) is Partnership and not find_uses(user) for user in users):
            for user in users:
                user.delete()
            return locality
    raise LookupError


def snapshot(record):
    """Everything that is stored of a record and of its parts, but what every save changes; times to the millisecond."""
    changing = {"_state", "version", "updated_at", "publication_state", "published_at"}
    changing |= set(translated_fields(type(record)))  # the unsuffixed columns, which nothing reads
    rows = {"record": [{name: value or "" for name, value in vars(record).items() if name not in changing}]}
    created_at = record.created_at
    rows["record"][0]["created_at"] = created_at.replace(microsecond=created_at.microsecond // 1000 * 1000)
    for field in record._meta.many_to_many:
        rows[field.name] = sorted(getattr(record, field.name).values_list("pk", flat=True))
    for relation in record._meta.related_objects:
        if relation.field.name in getattr(relation.related_model, "owners", list)():
            parts = relation.related_model._base_manager.filter(**{relation.field.name: record.pk})
            rows[relation.name] = list(parts.order_by("pk").values())
    return rows


def new_values(kind):
    values = dict(NEW[kind])
    if "parties" in values:
        values["parties"] = list(Locality.objects.values_list("pk", flat=True)[:2])
    files = {"photo": ("image", "a.jpg", make_picture()), "document": ("file", "a.txt", b"A text of our own.")}
    if kind in files:
        field, name, content = files[kind]
        values[field] = SimpleUploadedFile(name, content)
    return values


@pytest.mark.parametrize("kind", MODELS)
def test_a_record_is_added(admin_client, kind):
    blank = get_form_values(admin_client.get(add_url(kind)))
    before = set(MODELS[kind].objects.values_list("pk", flat=True))

    page = admin_client.post(add_url(kind), blank | new_values(kind), follow=True)

    [record] = MODELS[kind].objects.exclude(pk__in=before)
    assert "is saved. It is not public." in page.content.decode()
    assert (record.publication_state, record.version) == (PublicationState.DRAFT, 1)
    assert not record.key.startswith("new-")
    assert Version.objects.get_for_object(record).count() == 1


@pytest.mark.parametrize("kind", MODELS)
def test_the_first_edit_keeps_the_state_before_it(admin_client, kind):
    record = seeded(kind)
    before = snapshot(record)
    title = f"{record.title_field}_en" if kind != "partnership" else "description_en"

    assert edit(admin_client, record, **{title: "Another name"}).status_code == 302

    record = type(record).objects.get(pk=record.pk)
    assert getattr(record, title) == "Another name"
    versions = Version.objects.get_for_object(record)
    assert [version.revision.comment for version in versions][-1] == "first state"
    assert versions.first().field_dict["version"] == record.version

    restore = list_url(kind, f"{record.pk}/history/{versions.last().pk}/")
    response = admin_client.post(restore, get_form_values(admin_client.get(restore)))

    assert response.status_code == 302
    restored = type(record).objects.get(pk=record.pk)
    assert snapshot(restored) == before
    assert restored.is_public
    assert restored.version > record.version


@pytest.mark.parametrize("kind", MODELS)
def test_unpublishing_asks_for_a_reason_and_tells_it_to_readers(admin_client, client, kind):
    record = seeded(kind)
    refused = unpublish(admin_client, record, reason="")
    assert refused.status_code == 400
    assert '<select name="reason"' in refused.content.decode()
    assert type(record).objects.get(pk=record.pk).is_public

    page = unpublish(admin_client, record, note_en="See the other one.")

    assert page.status_code == 302
    assert "1 record is no longer public: " in admin_client.get(page.url).content.decode()
    if hasattr(record, "get_absolute_url"):
        answer = client.get(record.get_absolute_url())
        assert answer.status_code == 410
        assert "See the other one." in answer.content.decode()
        assert "The secretariat is checking what it says." in answer.content.decode()

    page = edit(admin_client, type(record).objects.get(pk=record.pk), _publish="1")

    assert type(record).objects.get(pk=record.pk).is_public
    assert not Unpublishing.objects.exists()


@pytest.mark.parametrize("kind", MODELS)
def test_a_deleted_record_comes_back_whole(admin_client, client, kind):
    record = seeded(kind)
    before, claims = snapshot(record), Claim.objects.on(kind, [record.key]).count()

    question = admin_client.get(admin_url(record, "delete")).content.decode()
    assert "object (" not in question
    admin_client.post(admin_url(record, "delete"), {"post": "yes"})

    assert not type(record).objects.filter(pk=record.pk).exists()
    if hasattr(record, "get_absolute_url"):
        assert client.get(record.get_absolute_url()).status_code == 410
    last = Version.objects.get_deleted(type(record)).get(object_id=str(record.pk))
    assert (last.revision.comment, last.revision.user.get_username()) == ("state at deletion", "admin")
    page = admin_client.get(list_url(kind, "recover/")).content.decode()
    [recover] = re.findall(r'href="([^"]*recover/\d+/)"', page)
    response = admin_client.post(recover, get_form_values(admin_client.get(recover)))

    assert response.status_code == 302
    recovered = type(record).objects.get(pk=record.pk)
    assert snapshot(recovered) == before
    assert (recovered.publication_state, recovered.version > record.version) == (PublicationState.DRAFT, True)
    assert Claim.objects.on(kind, [record.key]).count() == claims
    if hasattr(record, "get_absolute_url"):
        assert client.get(record.get_absolute_url()).status_code == 410


def test_a_deleted_agreement_had_parts_and_claims():
    record = seeded("agreement")

    assert record.parties.count() >= 2
    assert Claim.objects.on("agreement", [record.key]).exists()


def test_what_is_used_cannot_be_deleted_and_the_page_says_by_what(admin_client):
    conference = Conference.objects.get(number=12)
    agreement = conference.agreements.first()

    for data in [None, {"post": "yes"}]:
        url = admin_url(conference, "delete")
        page = (admin_client.get(url) if data is None else admin_client.post(url, data)).content.decode()
        assert "It cannot be deleted, because these records use it." in page
        assert f'<a href="{admin_url(agreement)}">{agreement}</a>' in page

    assert Conference.objects.filter(number=12).exists()


@pytest.mark.parametrize(
    "find",
    [
        lambda: Conference.objects.get(number=12),
        lambda: Theme.objects.filter(agreements__isnull=False).first(),
        lambda: Locality.objects.get(key="vn-yen-bai"),
        lambda: Succession.objects.first().successor,
        lambda: Locality.objects.filter(children__isnull=False).first(),
    ],
    ids=["foreign key", "many-to-many", "part of another record", "part of two", "itself"],
)
def test_no_door_deletes_what_is_used(find):
    record = find()

    with pytest.raises(ProtectedError):
        record.delete()


def change_by_save(agreement):
    Agreement.objects.get(pk=agreement.pk).save()


def change_by_update(agreement):
    Agreement.objects.filter(pk=agreement.pk).update(title_en="Another")


def change_a_part(agreement):
    agreement.parties.first().save()


def add_a_part(agreement):
    Milestone.objects.create(agreement=agreement, order=9, kind="other", on="2024")


def add_parts_in_bulk(agreement):
    rows = (Milestone(agreement=agreement, order=9, kind="approved", on="2024") for _ in range(1))
    assert len(Milestone.objects.bulk_create(rows)) == 1


def delete_parts(agreement):
    AgreementParty.objects.filter(agreement=agreement).delete()


def change_a_relation(agreement):
    agreement.themes.clear()


def change_a_relation_from_the_other_side(agreement):
    agreement.themes.first().agreements.remove(agreement)


def clear_a_relation_from_the_other_side(agreement):
    agreement.themes.first().agreements.clear()


@pytest.mark.parametrize(
    "change",
    [
        change_by_save,
        change_by_update,
        change_a_part,
        add_a_part,
        add_parts_in_bulk,
        delete_parts,
        change_a_relation,
        change_a_relation_from_the_other_side,
        clear_a_relation_from_the_other_side,
    ],
)
def test_every_door_keeps_the_first_state(change):
    agreement = Agreement.objects.filter(themes__isnull=False).first()
    parties, themes = agreement.parties.count(), sorted(agreement.themes.values_list("pk", flat=True))

    change(agreement)

    [version] = Version.objects.get_for_object(agreement)
    assert sorted(int(pk) for pk in version.field_dict["themes"]) == themes
    assert version.field_dict["title_en"] == agreement.title_en
    parts = Version.objects.get_for_model(AgreementParty).filter(revision=version.revision)
    assert parts.count() == parties


def test_a_new_record_has_no_state_before_its_first(admin_client):
    agreement = make_agreement()

    assert not Version.objects.get_for_object(agreement).exists()


def test_restoring_one_of_several_records_published_together_leaves_the_others(admin_client):
    one, other = Agreement.objects.all()[:2]
    for record in (one, other):
        edit(admin_client, record, title_en="Changed once")
    ids = {"_selected_action": [one.pk, other.pk]}
    Agreement.objects.filter(pk__in=ids["_selected_action"]).update(publication_state="draft")
    admin_client.post(list_url("agreement"), {"action": "publish"} | ids)
    version = Version.objects.get_for_object(one).first()
    for record in (one, other):
        edit(admin_client, Agreement.objects.get(pk=record.pk), title_en="Changed twice")

    restore = list_url("agreement", f"{one.pk}/history/{version.pk}/")
    admin_client.post(restore, get_form_values(admin_client.get(restore)))

    titles = [Agreement.objects.get(pk=record.pk).title_en for record in (one, other)]
    assert titles == ["Changed once", "Changed twice"]


def test_a_published_version_of_an_unpublished_record_does_not_make_it_public(admin_client, client):
    agreement = seeded("agreement")
    edit(admin_client, agreement, title_en="Once public")
    version = Version.objects.get_for_object(agreement).first()
    unpublish(admin_client, agreement)

    restore = list_url("agreement", f"{agreement.pk}/history/{version.pk}/")
    admin_client.post(restore, get_form_values(admin_client.get(restore)))

    assert Agreement.objects.get(pk=agreement.pk).publication_state == PublicationState.UNPUBLISHED
    assert client.get(agreement.get_absolute_url()).status_code == 410


def test_a_version_that_may_not_be_public_is_not_restored_into_a_public_record(admin_client):
    agreement = seeded("agreement")
    version_count = Version.objects.count()
    Agreement.objects.filter(pk=agreement.pk).update(publication_state="draft")
    parties = {f"parties-{n}-DELETE": "on" for n in range(1, agreement.parties.count())}
    edit(admin_client, Agreement.objects.get(pk=agreement.pk), **parties)
    version = Version.objects.get_for_object(agreement).first()
    assert Version.objects.count() > version_count
    restore = list_url("agreement", f"{agreement.pk}/history/{Version.objects.get_for_object(agreement).last().pk}/")
    admin_client.post(restore, get_form_values(admin_client.get(restore)))
    edit(admin_client, Agreement.objects.get(pk=agreement.pk), _publish="1")
    assert Agreement.objects.get(pk=agreement.pk).is_public

    restore = list_url("agreement", f"{agreement.pk}/history/{version.pk}/")
    page = admin_client.post(restore, get_form_values(admin_client.get(restore)))

    assert "Enter at least two parties." in page.content.decode()
    assert agreement.parties.count() >= 2


def test_a_refused_publication_changes_nothing_and_says_only_so(admin_client):
    agreement = seeded("agreement")
    Agreement.objects.filter(pk=agreement.pk).update(publication_state="draft")
    agreement.parties.all().delete()
    agreement = Agreement.objects.get(pk=agreement.pk)

    page = edit(admin_client, agreement, title_en="Typed long", _publish="1").content.decode()

    assert "is not published, and nothing was changed. Enter at least two parties." in page
    assert 'value="Typed long"' in page
    assert "is saved" not in page
    assert Agreement.objects.get(pk=agreement.pk).title_en == agreement.title_en
    assert [version.field_dict["title_en"] for version in Version.objects.get_for_object(agreement)] == [
        agreement.title_en
    ]


def test_a_save_that_would_break_a_public_record_is_refused(admin_client):
    agreement = seeded("agreement")
    parties = {f"parties-{n}-DELETE": "on" for n in range(agreement.parties.count())}

    page = edit(admin_client, agreement, **parties).content.decode()

    assert "Enter at least two parties." in page
    assert agreement.parties.count() >= 2


def test_enter_in_a_field_of_a_public_record_only_shows_what_would_change(admin_client):
    agreement = seeded("agreement")
    page = admin_client.get(admin_url(agreement)).content.decode()
    first = re.search(r'<input type="submit"[^>]*name="(\w+)"', page)[1]

    page = edit(admin_client, agreement, title_en="Typed by accident", **{first: "1"})

    assert "Nothing is saved yet." in page.content.decode()
    assert "Typed by accident" in page.content.decode()
    assert Agreement.objects.get(pk=agreement.pk).title_en == agreement.title_en


def test_a_reader_who_saw_that_a_record_was_gone_asks_again(admin_client, client):
    agreement = seeded("agreement")
    unpublish(admin_client, agreement)

    for url in (agreement.get_absolute_url(), f"/api/agreements/{agreement.key}/"):
        answer = client.get(url)
        assert (answer.status_code, answer["Cache-Control"]) == (410, "no-cache")


def test_a_version_is_restored_without_what_has_been_deleted_since(admin_client):
    agreement = Agreement.objects.filter(themes=None).first()
    theme = make_theme(name_en="Short-lived")
    edit(admin_client, agreement, themes=[theme.pk])
    version = Version.objects.get_for_object(agreement).first()
    agreement.themes.clear()
    theme.delete()

    restore = list_url("agreement", f"{agreement.pk}/history/{version.pk}/")
    page = admin_client.get(restore)
    assert "has been deleted since, and is left out: topics." in page.content.decode()

    assert admin_client.post(restore, get_form_values(page)).status_code == 302
    connection.check_constraints()
    assert list(agreement.themes.all()) == []


def test_a_deletion_with_a_reason_that_is_none_is_asked_again(admin_client):
    agreement = seeded("agreement")

    page = admin_client.post(admin_url(agreement, "delete"), {"post": "yes", "reason": "whatever", "note_en": "Typed"})

    assert "Typed" in page.content.decode()
    assert Agreement.objects.filter(pk=agreement.pk).exists()


def test_several_public_records_are_deleted_with_a_reason(admin_client, client):
    pages = [kind.model.objects.first() for kind in KINDS if kind.name == "page"]
    data = {"action": "delete_selected", "_selected_action": [page.pk for page in pages]}
    assert '<select name="reason"' in admin_client.post(list_url("page"), data).content.decode()

    admin_client.post(list_url("page"), data | {"post": "yes", "reason": "rights"})

    assert Unpublishing.objects.get(key=pages[0].key).reason == "rights"
    assert client.get(pages[0].get_absolute_url()).status_code == 410


def test_a_check_is_no_error(admin_client):
    page = edit(admin_client, seeded("agreement"), title_en="Typed", _check="1").content.decode()

    assert "errornote" not in page
    assert "Error:" not in page


@pytest.mark.parametrize(
    "url",
    [
        "agreement/unpublish/?ids=999999999999999999999999,abc",
        "agreement/add/?partnership=abc",
        "agreement/add/?conference=99999999999999999999",
        "agreement/999999999999999999999999/change/",
        "agreement/1/history/999999999/",
        "agreement/recover/999999999/",
    ],
)
def test_no_address_breaks_the_desk(admin_client, url):
    assert admin_client.get(f"/en/admin/agreements/{url}").status_code in (200, 302, 400, 404)


@pytest.mark.parametrize(
    "values",
    [
        {"partnership": "abc"},
        {"themes": ["9" * 30]},
        {"parties-0-locality": "abc"},
        {"loaded_version": "9" * 5000},
        {"loaded_version": "1", "parties-TOTAL_FORMS": "9" * 5000},
    ],
)
def test_no_form_breaks_the_desk(admin_client, values):
    agreement = seeded("agreement")
    edit(admin_client, agreement, title_en="Edited")

    page = edit(admin_client, Agreement.objects.get(pk=agreement.pk), **values)

    assert page.status_code in (200, 400, 409)
    assert Agreement.objects.get(pk=agreement.pk).title_en == "Edited"


def test_a_form_without_its_version_is_not_saved(admin_client):
    agreement = seeded("agreement")
    values = get_form_values(admin_client.get(admin_url(agreement))) | {"title_en": "Unlocked"}
    del values["loaded_version"]

    admin_client.post(admin_url(agreement), values)

    assert Agreement.objects.get(pk=agreement.pk).title_en == agreement.title_en


@pytest.mark.parametrize("key", ["FR_Brest", "Brest", "brest_2", "-brest", "brest--2"])
def test_an_identifier_is_lower_case(admin_client, key):
    blank = get_form_values(admin_client.get(add_url("theme")))

    page = admin_client.post(add_url("theme"), blank | {"name_en": "Tides", "key": key})

    assert "Use lower-case letters without accents, digits and hyphens only." in page.content.decode()
