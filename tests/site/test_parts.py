import pytest
from django.core.management import call_command

from cooperation.desk.fixtures import fixture_names

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("filled", [False, True])
def test_every_component_is_shown_while_the_site_is_built(client, settings, filled):
    settings.DEBUG = True
    if filled:
        call_command("loaddata", *fixture_names(), verbosity=0)

    response = client.get("/fr/parts/")

    assert response.status_code == 200
    assert response.content.decode().count("<h1") == 1


def test_nobody_else_sees_it(client):
    assert client.get("/fr/parts/").status_code == 404
