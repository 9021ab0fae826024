"""Organisations have no publication state, but are locked, kept and protected like records."""

import re

import pytest
from django.db.models import ProtectedError
from reversion.models import Version

from cooperation.library.models import Organisation, Secretariat
from tests.desk.forms import admin_url, edit, get_form_values

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]


@pytest.mark.parametrize("model", [Organisation, Secretariat])
def test_an_edit_of_an_old_state_is_refused_and_nothing_is_lost(admin_client, model):
    row = model.objects.first()
    opened = get_form_values(admin_client.get(admin_url(row)))
    edit(admin_client, row, name_vi="Của người kia")

    page = admin_client.post(admin_url(row), opened | {"name_en": "My long work"})

    assert "Someone else has changed this record since you opened it" in page.content.decode()
    assert 'value="My long work"' in page.content.decode()
    assert model.objects.get(pk=row.pk).name_vi == "Của người kia"


def test_the_first_edit_keeps_the_state_before_it(admin_client):
    organisation = Organisation.objects.first()

    edit(admin_client, organisation, name_en="Another name")

    versions = Version.objects.get_for_object(organisation)
    assert [version.field_dict["name_en"] for version in versions] == ["Another name", organisation.name_en]


def test_what_is_used_cannot_be_deleted(admin_client):
    for used in [
        Organisation.objects.exclude(reports=None).first(),
        Organisation.objects.exclude(conferences=None).first(),
    ]:
        page = admin_client.get(admin_url(used, "delete")).content.decode()
        assert "It cannot be deleted, because these records use it." in page
        with pytest.raises(ProtectedError):
            used.delete()


def test_one_that_is_not_used_comes_back(admin_client):
    organisation = Organisation.objects.create(key="new-body", name_en="New body", name_fr="Nouvel organisme")

    admin_client.post(admin_url(organisation, "delete"), {"post": "yes"})
    page = admin_client.get("/en/admin/library/organisation/recover/").content.decode()
    recover = re.search(r'href="([^"]*recover/\d+/)"', page)[1]
    admin_client.post(recover, get_form_values(admin_client.get(recover)))

    assert Organisation.objects.get(key="new-body").name_fr == "Nouvel organisme"
