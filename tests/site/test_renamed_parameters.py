"""Bookmarked URLs with a former query parameter redirect to the same page under the parameter's present name."""

import pytest

from tests.factories import make_agreement, make_conference, make_french_locality, make_locality, make_partnership

pytestmark = pytest.mark.django_db
#: (former URL, present URL) of lists, searches, the map, files and the API.
URLS = [
    ("/en/agreements/?state=end_not_known", "/en/agreements/?status=end_not_known"),
    ("/vi/agreements/?tier=vn_province", "/vi/agreements/?level=vn_province"),
    ("/fr/partnerships/?tier=vn_province", "/fr/partnerships/?level=vn_province"),
    ("/en/localities/?tier=vn_province", "/en/localities/?level=vn_province"),
    ("/en/localities/?standing=former", "/en/localities/?existence=former"),
    ("/en/conferences/?state=held", "/en/conferences/?status=held"),
    ("/en/search/?state=end_not_known&q=hue", "/en/search/?q=hue&status=end_not_known"),
    ("/en/search/suggestions/?tier=vn_province&q=hue", "/en/search/suggestions/?q=hue&level=vn_province"),
    ("/en/map/?state=end_not_known", "/en/map/?status=end_not_known"),
    ("/fr/map/?tier=vn_province&on=2025-06-30", "/fr/map/?on=2025-06-30&level=vn_province"),
    ("/en/agreements.csv?state=end_not_known", "/en/agreements.csv?status=end_not_known"),
    ("/vi/partnerships.xlsx?tier=vn_province", "/vi/partnerships.xlsx?level=vn_province"),
    ("/fr/localities.geojson?standing=former", "/fr/localities.geojson?existence=former"),
    ("/en/localities.json?standing=standing", "/en/localities.json?existence=current"),
    ("/api/agreements/?state=end_not_known", "/api/agreements/?status=end_not_known"),
    ("/api/localities/?tier=vn_province", "/api/localities/?level=vn_province"),
]
#: (former query, present query)
QUERIES = [
    # The value `standing` of the parameter `standing` was renamed too, but no other value.
    ("standing=standing", "existence=current"),
    ("standing=former", "existence=former"),
    ("state=standing", "status=standing"),
    # Repeated values stay in order.
    ("tier=vn_province&tier=vn_city", "level=vn_province&level=vn_city"),
    ("standing=former&standing=standing", "existence=former&existence=current"),
    # Other parameters stay in order, before the renamed ones.
    ("q=hue&tier=vn_city&country=VN&country=FR&sort=name", "q=hue&country=VN&country=FR&sort=name&level=vn_city"),
    ("standing=former&tier=vn_city&state=held", "status=held&level=vn_city&existence=former"),
    # Where both names are given, the value of the present one counts.
    ("tier=vn_city&level=vn_province", "level=vn_province"),
    # Values are escaped again; they may be empty.
    ("q=Hu%E1%BA%BF+%26+Rennes&tier=a%26b", "q=Hu%E1%BA%BF+%26+Rennes&level=a%26b"),
    ("tier=", "level="),
]


@pytest.fixture
def records():
    """Records of each kind, so that the lists know the values of the filters and the map is not empty."""
    hue = make_locality(name_vi="Huế", until="2025-06-30", latitude="16.46", longitude="107.59")
    parties = [hue, make_french_locality(latitude="48.11", longitude="-1.68")]
    make_agreement(parties=parties, term_rule="unknown")
    make_partnership(parties=parties)
    make_conference(status="held")


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(("former", "present"), URLS)
def test_a_former_url_redirects_to_the_present_one_which_answers(client, former, present):
    response = client.get(former)

    assert (response.status_code, response["Location"]) == (301, present)
    assert client.get(present).status_code == 200


@pytest.mark.parametrize(("former", "present"), QUERIES)
def test_parameters_are_renamed_and_nothing_else_changes(client, former, present):
    response = client.get(f"/en/localities/?{former}")

    assert (response.status_code, response["Location"]) == (301, f"/en/localities/?{present}")


def test_a_head_request_is_redirected_too(client):
    response = client.head("/en/localities/?tier=vn_city")

    assert (response.status_code, response["Location"]) == (301, "/en/localities/?level=vn_city")


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("url", ["/en/agreements/?q=state", "/en/agreements/?q=tier%3Dvn_city", "/en/agreements/"])
def test_a_former_name_in_a_value_is_not_touched(client, url):
    assert client.get(url).status_code == 200


@pytest.mark.parametrize("name", ["state", "tier", "standing"])
def test_parameters_of_the_admin_are_not_touched(client, admin_client, name):
    assert client.get(f"/en/admin/login/?{name}=x").status_code == 200
    assert admin_client.get(f"/en/admin/?{name}=x").status_code == 200


@pytest.mark.parametrize("name", ["state", "tier", "standing"])
def test_a_post_is_not_redirected(client, name):
    assert client.post(f"/en/agreements.atom?{name}=x").status_code == 405
