"""Who may do what at which door: one table of doors, roles and states, tried on each kind of record.

A door of the desk that the table does not list fails the last tests.
"""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import get_resolver
from reversion.models import Version

from cooperation.core.editing.inlines import PartRightsMixin
from cooperation.core.editing.record_admin import RecordAdmin
from cooperation.core.records import PublicationState
from cooperation.kinds import KINDS
from cooperation.library.models import Document
from tests.desk.forms import admin_url, edit, forget_creation, get_form_values
from tests.desk.test_article_import import check, read
from tests.factories import (
    make_agreement,
    make_conference,
    make_locality,
    make_news,
    make_page,
    make_partnership,
    make_photo,
    make_theme,
)

pytestmark = pytest.mark.django_db
DRAFT, IN_REVIEW, PUBLISHED, UNPUBLISHED = PublicationState
HIDDEN = {DRAFT, IN_REVIEW, UNPUBLISHED}
SHOWN = {PUBLISHED}
EVERY = {*HIDDEN, *SHOWN}
#: {role: its rights on the kind}; the last one has all rights.
ROLES = {
    "nobody": None,
    "staff": [],
    "viewer": ["view"],
    "author": ["view", "add", "change"],
    "deleting author": ["view", "add", "change", "delete"],
    "publisher": ["view", "add", "change", "publish"],
    "deleting publisher": ["view", "add", "change", "publish", "delete"],
    "administrator": ["view", "add", "change", "publish", "delete"],
}
READERS = ["viewer", "author", "deleting author", "publisher", "deleting publisher", "administrator"]
AUTHORS = READERS[1:]
PUBLISHERS = ["publisher", "deleting publisher", "administrator"]
#: {door: {role: states of a record in which it opens}}; a role that is not named never gets in.
TABLE = {
    "list": dict.fromkeys(READERS, EVERY),
    "page": dict.fromkeys(READERS, EVERY),
    "history": dict.fromkeys(READERS, EVERY),
    "autocomplete": dict.fromkeys(READERS, EVERY),
    "file": dict.fromkeys(READERS, EVERY),
    "add": dict.fromkeys(AUTHORS, EVERY),
    "save": dict.fromkeys(AUTHORS, HIDDEN) | dict.fromkeys(PUBLISHERS, EVERY),
    "parts": dict.fromkeys(AUTHORS, HIDDEN) | dict.fromkeys(PUBLISHERS, EVERY),
    "review button": dict.fromkeys(AUTHORS, HIDDEN),
    "review action": dict.fromkeys(AUTHORS, HIDDEN),
    "publish button": dict.fromkeys(PUBLISHERS, HIDDEN),
    "publish action": dict.fromkeys(PUBLISHERS, HIDDEN),
    "unpublish": dict.fromkeys(PUBLISHERS, SHOWN),
    "restore": dict.fromkeys(PUBLISHERS, EVERY),
    "recover list": dict.fromkeys(AUTHORS, EVERY),
    "recover": dict.fromkeys(AUTHORS, EVERY),
    "delete": {"deleting author": HIDDEN} | dict.fromkeys(["deleting publisher", "administrator"], EVERY),
    "delete action": {"deleting author": HIDDEN} | dict.fromkeys(["deleting publisher", "administrator"], EVERY),
}
#: {URL name without the kind: the door that it is}. None: it only leads on.
DOORS_OF_URLS = {
    "changelist": "list",
    "add": "add",
    "history": "history",
    "delete": "delete",
    "change": "page",
    "unpublish": "unpublish",
    "recoverlist": "recover list",
    "recover": "recover",
    "revision": "restore",
    "subjects": "page",
    None: None,
}
DOORS_OF_ACTIONS = {
    "publish": "publish action",
    "send_to_review": "review action",
    "unpublish": "unpublish",
    "delete_selected": "delete action",
}
#: Doors of the whole desk, with the right that they ask; the article import also asks for each record that it makes.
DOORS_OF_DESK = {
    "index": "staff",
    "app_list": "staff",
    "jsi18n": "staff",
    "autocomplete": "view, of the kind",
    "view_on_site": "staff",
    "logout": "staff",
    "password_change": "staff",
    "password_change_done": "staff",
    "admin-file": "view, of the photo or document",
    "desk:read": "add news items",
    "desk:check": "add news items, and whatever it makes",
    "login": "anybody",
    "admin_password_reset": "anybody",
    "password_reset_done": "anybody",
    "password_reset_confirm": "anybody",
    "password_reset_complete": "anybody",
}


def make_document(**values):
    return Document.objects.create(
        **{"key": "text", "title_fr": "Texte", "file": ContentFile(b"Text.", name="text.txt")} | values
    )


MAKE = {
    "agreement": make_agreement,
    "partnership": make_partnership,
    "locality": make_locality,
    "conference": lambda **values: make_conference(number=12, **values),
    "newsitem": make_news,
    "theme": make_theme,
    "photo": make_photo,
    "document": make_document,
    "page": make_page,
}


def log_in(role, model):
    """A client of somebody with this role on the kind; other kinds may be seen, as choosers need."""
    client = Client()
    rights = ROLES[role]
    if rights is None:
        return client
    user = User.objects.create_user(role, password="x", is_staff=True, is_superuser=role == "administrator")
    codenames = [f"{right}_{model._meta.model_name}" for right in rights]
    permissions = Permission.objects.filter(content_type__app_label=model._meta.app_label, codename__in=codenames)
    user.user_permissions.set(permissions)
    client.force_login(user)
    return client


def get_stored(record):
    stored = type(record)._base_manager.filter(pk=record.pk).first()
    return stored and (stored.publication_state, stored.version)


def url_of(model, rest=""):
    return f"/en/admin/{model._meta.app_label}/{model._meta.model_name}/{rest}"


def get_title(record):
    return "description_en" if record.record_kind() == "partnership" else f"{record.title_field}_en"


def opens(response):
    return response.status_code == 200 and b'id="login-form"' not in response.content


def has_changed(record, act):
    before = get_stored(record)
    act()
    return get_stored(record) != before


def values_of(record):
    """What the form of a record sends, as an administrator sees it."""
    root = Client()
    root.force_login(User.objects.get_or_create(username="root", is_staff=True, is_superuser=True)[0])
    return get_form_values(root.get(admin_url(record)))


def post_form(client, record, **values):
    return client.post(admin_url(record), values_of(record) | values)


def run_action(client, record, action, **values):
    data = {"action": action, "_selected_action": [record.pk]} | values
    return client.post(url_of(type(record)), data)


def autocomplete(client, record):
    if record.record_kind() not in ("theme", "photo", "document", "locality"):
        return None
    field = {"theme": "themes", "photo": "photos", "document": "documents", "locality": "place"}[record.record_kind()]
    data = {"app_label": "events", "model_name": "conference", "field_name": field}
    return client.get("/en/admin/autocomplete/", data).status_code == 200


def open_file(client, record):
    file = getattr(record, "image", None) or getattr(record, "file", None)
    if file is None:
        return None
    response = client.get(f"/en/admin/files/{file.name}")
    is_open = response.status_code == 200
    b"".join(response.streaming_content) if response.streaming else None
    return is_open


def add(client, record):
    count = type(record).objects.count()
    client.get(url_of(type(record), "add/"))
    return opens(client.get(url_of(type(record), "add/"))) and type(record).objects.count() == count


def change_parts(client, record):
    if record.record_kind() != "agreement":
        return None
    return has_changed(record, lambda: post_form(client, record, **{"parties-0-signed_by": "Somebody"}))


def restore(client, record):
    version = keep_version(record)
    url = url_of(type(record), f"{record.pk}/history/{version.pk}/")
    return has_changed(record, lambda: client.post(url, values_of(record)))


def keep_version(record):
    title = get_title(record)
    type(record).objects.filter(pk=record.pk).update(**{title: "Another"})
    return Version.objects.get_for_object(record).first()


def delete_quietly(record):
    model, pk = type(record), record.pk
    if record.record_kind() == "locality":
        record.names.all().delete()
    record.delete()
    return Version.objects.get_for_object_reference(model, pk).first()


def recover(client, record):
    values = values_of(record)
    version = delete_quietly(record)
    client.post(url_of(type(record), f"recover/{version.pk}/"), values)
    return type(record)._base_manager.filter(key=record.key).exists()


def unpublish(client, record):
    url = url_of(type(record), f"unpublish/?ids={record.pk}")
    return has_changed(record, lambda: client.post(url, {"reason": "mistake"}))


TRY = {
    "list": lambda client, record: opens(client.get(url_of(type(record)))),
    "page": lambda client, record: opens(client.get(admin_url(record))),
    "history": lambda client, record: opens(client.get(admin_url(record, "history"))),
    "autocomplete": autocomplete,
    "file": open_file,
    "add": add,
    "save": lambda client, record: has_changed(
        record, lambda: post_form(client, record, **{get_title(record): "Changed"})
    ),
    "parts": change_parts,
    "review button": lambda client, record: has_changed(record, lambda: post_form(client, record, _review="1")),
    "review action": lambda client, record: has_changed(record, lambda: run_action(client, record, "send_to_review")),
    "publish button": lambda client, record: has_changed(record, lambda: post_form(client, record, _publish="1")),
    "publish action": lambda client, record: has_changed(record, lambda: run_action(client, record, "publish")),
    "unpublish": unpublish,
    "restore": restore,
    "recover list": lambda client, record: opens(client.get(url_of(type(record), "recover/"))),
    "recover": recover,
    "delete": lambda client, record: has_changed(
        record, lambda: client.post(admin_url(record, "delete"), {"post": "yes"})
    ),
    "delete action": lambda client, record: has_changed(
        record, lambda: run_action(client, record, "delete_selected", post="yes")
    ),
}


#: The kinds that are tried with every role and state.
TRIED_WHOLLY = ["agreement"]
ROLES_TRIED, STATES_TRIED = ["author", "publisher"], [DRAFT, PUBLISHED]


def find_wrong_answers(door, kind, roles, states):
    """[(role, state, whether the door opened)] where that is not what the table says."""
    wrong = []
    for role in roles:
        for state in states:
            record = forget_creation(MAKE[kind](publication_state=state))
            User.objects.all().delete()
            result = TRY[door](log_in(role, type(record)), record)
            if result is not None and result != (state in TABLE[door].get(role, ())):
                wrong.append((role, str(state), result))
            clear(record)
    return wrong


@pytest.mark.slow
@pytest.mark.one_database
@pytest.mark.parametrize("kind", TRIED_WHOLLY)
@pytest.mark.parametrize("door", TABLE)
def test_a_door_opens_to_those_whom_the_table_names(door, kind):
    assert find_wrong_answers(door, kind, ROLES, EVERY) == []


@pytest.mark.slow
@pytest.mark.one_database
@pytest.mark.parametrize("kind", [kind for kind in MAKE if kind not in TRIED_WHOLLY])
def test_the_doors_of_every_other_kind_ask_the_same(kind):
    wrong = {door: find_wrong_answers(door, kind, ROLES_TRIED, STATES_TRIED) for door in TABLE}

    assert {door: answers for door, answers in wrong.items() if answers} == {}


def clear(record):
    """Make room for the next record of the same key."""
    type(record)._base_manager.filter(key=record.key).delete()


def test_every_kind_and_every_door_is_tried():
    assert set(TRY) == set(TABLE)
    assert set(MAKE) == {kind.name for kind in KINDS}


def test_no_door_of_a_record_is_missing_in_the_table():
    for kind in KINDS:
        model_admin = admin.site.get_model_admin(kind.model)
        assert isinstance(model_admin, RecordAdmin)
        prefix = f"{kind.model._meta.app_label}_{kind.model._meta.model_name}_"
        names = {pattern.name and pattern.name.removeprefix(prefix) for pattern in model_admin.get_urls()}
        assert names - set(DOORS_OF_URLS) == set()
        assert {*model_admin.actions, "delete_selected"} == set(DOORS_OF_ACTIONS)
        assert all(issubclass(inline, PartRightsMixin) for inline in model_admin.inlines)
    assert {*DOORS_OF_URLS.values(), *DOORS_OF_ACTIONS.values()} - {None} <= set(TABLE)


def find_desk_names(resolver, path="", namespace=""):
    """The names of all URLs below `admin/`; those of the admin itself without their namespace."""
    for pattern in resolver.url_patterns:
        inner = path + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from find_desk_names(pattern, inner, pattern.namespace or namespace)
        elif "admin/" in inner and pattern.name:
            yield pattern.name if namespace in ("", "admin") else f"{namespace}:{pattern.name}"


def test_no_door_of_the_desk_is_missing_in_the_table():
    kinds = tuple(f"{kind.model._meta.app_label}_{kind.model._meta.model_name}_" for kind in KINDS)
    others = ("library_organisation_", "library_secretariat_", "auth_")  # Django's own doors, with Django's rights

    names = {name for name in find_desk_names(get_resolver()) if not name.startswith((*kinds, *others))}

    assert names == set(DOORS_OF_DESK)


@pytest.mark.usefixtures("archive")
def test_the_article_import_makes_nothing_that_its_user_may_not_add(client):
    user = User.objects.create_user("reader", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["add_newsitem", "view_newsitem"]))
    client.force_login(user)
    counts = [kind.model.objects.count() for kind in KINDS]

    page = check(client, read(client))

    text = page.content.decode()
    assert "You do not have the right to add these:" in text
    assert [kind.model.objects.count() for kind in KINDS] == counts


def test_who_may_not_publish_may_not_change_what_is_public(client):
    agreement = make_agreement()
    client = log_in("author", type(agreement))

    page = client.get(admin_url(agreement)).content.decode()
    response = edit(client, agreement, title_en="Changed") if "title_en" in page else None

    assert "Changing it while it is public takes the right to publish." in page
    assert response is None or response.status_code == 403
