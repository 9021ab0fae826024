import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("with_archive", [False, True])
def test_every_component_is_shown_while_the_site_is_built(client, settings, request, with_archive):
    settings.DEBUG = True
    if with_archive:
        request.getfixturevalue("archive")

    response = client.get("/fr/parts/")

    assert response.status_code == 200
    assert response.content.decode().count("<h1") == 1


def test_nobody_else_sees_it(client):
    assert client.get("/fr/parts/").status_code == 404
