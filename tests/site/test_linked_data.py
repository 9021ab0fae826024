"""The schema.org metadata (JSON-LD) of each page, from public records only."""

import datetime as dt
import json
import re

import pytest
from rdflib import Dataset

from cooperation.agreements.models import Milestone
from cooperation.library.organisations import get_or_create_organisation
from localities.models import LocalityCode, LocalityName
from tests.factories import (
    make_agreement,
    make_claim,
    make_conference,
    make_french_locality,
    make_locality,
    make_news,
    make_partnership,
    make_secretariat,
    make_succession,
)

pytestmark = pytest.mark.django_db
HERE = "http://testserver"


def get_graph(client, path):
    page = client.get(path).content.decode()
    blocks = re.findall(r'<script type="application/ld\+json">([^<]*)</script>', page)
    assert len(blocks) == 1
    data = json.loads(blocks[0])
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def get_record(client, path):
    """The properties of the page's record, without its URL, image and description."""
    node = get_graph(client, path)[0]
    assert node["@id"] == f"{HERE}{path.partition('?')[0]}#record"
    return {name: value for name, value in node.items() if name not in ("@id", "url", "image", "description")}


def filter_by_type(nodes, node_type):
    return [node for node in nodes if node["@type"] == node_type]


def test_a_conference_is_an_event_with_dates_as_far_as_they_are_known(client):
    place = make_locality(key="vn-ha-noi", name_vi="Hà Nội", latitude="21.02850", longitude="105.85420")
    conference = make_conference(
        number=12, title_en="Twelfth", starts_on="2023-04", ends_on="", place=place, status="held"
    )
    conference.hosts.add(place)
    conference.partners.add(get_or_create_organisation("Ministry"))

    assert get_record(client, "/en/conferences/12/") == {
        "@type": "Event",
        "name": "Twelfth",
        "startDate": "2023-04",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Hà Nội",
            "address": {"@type": "PostalAddress", "addressCountry": "VN", "addressLocality": "Hà Nội"},
            "geo": {"@type": "GeoCoordinates", "latitude": 21.0285, "longitude": 105.8542},
            "containedInPlace": {
                "@type": "AdministrativeArea",
                "@id": f"{HERE}/en/localities/vn-ha-noi/#record",
                "name": "Hà Nội",
                "url": f"{HERE}/en/localities/vn-ha-noi/",
            },
        },
        "organizer": [
            {
                "@type": "AdministrativeArea",
                "@id": f"{HERE}/en/localities/vn-ha-noi/#record",
                "name": "Hà Nội",
                "url": f"{HERE}/en/localities/vn-ha-noi/",
            },
            {"@type": "Organization", "name": "Ministry"},
        ],
    }


@pytest.mark.parametrize(
    ("status", "event_status"),
    [("announced", "EventScheduled"), ("postponed", "EventPostponed"), ("cancelled", "EventCancelled")],
)
def test_a_conference_that_does_not_take_place_says_so(client, status, event_status):
    make_conference(number=13, status=status)

    assert get_record(client, "/en/conferences/13/")["eventStatus"] == f"https://schema.org/{event_status}"


def test_news_is_our_account_of_another_article(client):
    make_secretariat(name_en="Office")
    published = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
    item = make_news(
        key="one",
        title_en="Date of signature",
        publisher="VNS",
        original_title="Ký kết",
        original_language="vi",
        original_url="https://news.example/1",
        author="A. B.",
        published_at=published,
        updated_at=published,
    )
    make_claim(make_conference(number=12, title_en="Twelfth"), "starts_on", "2023", item=item)
    make_claim(make_agreement(key="secret", publication_state="draft"), "signed_on", "2023", item=item)
    secretariat = {
        "@type": "Organization",
        "@id": f"{HERE}/en/#secretariat",
        "name": "Office",
        "email": "office@example.org",
    }

    assert get_record(client, "/en/news/one/") == {
        "@type": "NewsArticle",
        "headline": "Date of signature",
        "inLanguage": "en",
        "datePublished": "2026-01-02T00:00:00+00:00",
        "dateModified": "2026-01-02T00:00:00+00:00",
        "author": secretariat,
        "publisher": secretariat,
        "isBasedOn": {
            "@type": "NewsArticle",
            "headline": "Ký kết",
            "url": "https://news.example/1",
            "inLanguage": "vi",
            "publisher": {"@type": "Organization", "name": "VNS"},
            "author": {"@type": "Person", "name": "A. B."},
            "datePublished": "2023-04-16",
        },
        "citation": "https://news.example/1",
        "about": [{"@id": f"{HERE}/en/conferences/12/#record", "name": "Twelfth"}],
    }


def test_a_locality_is_an_area_and_an_authority_with_its_names_codes_and_end(client):
    old = make_locality(key="vn-yen-bai", name_vi="Yên Bái", name_fr="Yen Bay", until="2025-06-30")
    LocalityName.objects.create(locality=old, text="Yên-bái", kind="former")
    LocalityCode.objects.create(locality=old, scheme="wikidata", value="Q36608")
    LocalityCode.objects.create(locality=old, scheme="gso", value="15", until="2025-06-30")
    make_succession(old, make_locality())

    assert get_record(client, "/vi/localities/vn-yen-bai/") == {
        "@type": ["AdministrativeArea", "GovernmentOrganization"],
        "name": "Yên Bái",
        "alternateName": ["Yen Bay", "Yên-bái"],
        "address": {"@type": "PostalAddress", "addressCountry": "VN"},
        "identifier": [{"@type": "PropertyValue", "propertyID": "Wikidata", "value": "Q36608"}],
        "dissolutionDate": "2025-06-30",
        "sameAs": ["https://www.wikidata.org/entity/Q36608"],
    }


def test_an_agreement_names_its_parties_as_signed_and_the_reports_that_tell_of_it(client):
    parties = [
        make_locality(key="vn-a", name_vi="Huế"),
        make_french_locality(key="fr-b", name_fr="Rennes"),
        make_locality(name_vi="Bí mật", publication_state="draft"),
    ]
    agreement = make_agreement(key="one", title_en="Water", parties=parties)
    make_claim(agreement, "signed_on", "2023", item=make_news(key="report", title_en="Report"))

    node = get_record(client, "/en/agreements/one/")

    assert [party["name"] for party in node["creator"]] == ["Huế", "Rennes", "(unpublished party)"]
    assert node["subjectOf"] == [
        {"@type": "NewsArticle", "@id": f"{HERE}/en/news/report/#record", "headline": "Report"}
    ]
    assert (node["@type"], node["dateCreated"]) == ("CreativeWork", "2023-04-15")
    assert "Bí mật" not in json.dumps(get_graph(client, "/en/agreements/one/"), ensure_ascii=False)


def test_in_force_is_said_only_where_staff_recorded_it(client):
    silent, confirmed = make_agreement(key="silent", term_rule="unlimited"), make_agreement(key="confirmed")
    Milestone.objects.create(agreement=confirmed, order=1, kind="entered_into_force", on="2023-05")

    results = {
        key: [get_record(client, f"/en/agreements/{key}/"), json.dumps(get_graph(client, f"/en/agreements/{key}/"))]
        for key in [silent.key, confirmed.key]
    }

    assert ["in force" in text.lower() or "inforce" in text.lower() for _, text in results.values()] == [False, True]
    assert [node["creativeWorkStatus"].split(" (")[0] for node, _ in results.values()] == [
        "signed, term running",
        "in force",
    ]


def test_a_status_is_that_of_the_day_that_the_reader_asks_for(client):
    agreement = make_agreement(key="one", signed_on="2023-04-15")
    Milestone.objects.create(agreement=agreement, order=1, kind="entered_into_force", on="2024-01")

    status = get_record(client, "/en/agreements/one/?on=2023-06-30")["creativeWorkStatus"]

    assert status.startswith("signed, end date not known (2023-06-30)")


def test_a_partnership_is_an_undertaking_of_its_public_members(client):
    parties = [
        make_locality(key="vn-a", name_vi="Huế"),
        make_french_locality(key="fr-b", name_fr="Rennes"),
        make_locality(publication_state="draft"),
    ]
    make_partnership(key="one", parties=parties, since="1996")

    node = get_record(client, "/fr/partnerships/one/")

    assert (node["@type"], node["foundingDate"], node["name"]) == ("Project", "1996", "Rennes – Huế")
    assert [member["name"] for member in node["member"]] == ["Rennes", "Huế"]


def test_a_record_stands_in_its_section(client):
    make_agreement(key="one", title_fr="Accord")

    crumbs = filter_by_type(get_graph(client, "/fr/agreements/one/"), "BreadcrumbList")[0]["itemListElement"]

    assert [(crumb["position"], crumb["name"], crumb["item"]) for crumb in crumbs] == [
        (1, "Accueil", f"{HERE}/fr/"),
        (2, "Accords", f"{HERE}/fr/agreements/"),
        (3, "Accord", f"{HERE}/fr/agreements/one/"),
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_tells_what_stands_on_it(client, count):
    for number in range(count):
        make_agreement(key=f"a-{number}", title_en=f"Agreement {number}")

    page = filter_by_type(get_graph(client, "/en/agreements/"), "CollectionPage")[0]

    items = page["mainEntity"]["itemListElement"]
    assert page["mainEntity"]["numberOfItems"] == count
    assert [(item["position"], item["name"], item["url"]) for item in items] == [
        (number + 1, f"Agreement {number}", f"{HERE}/en/agreements/a-{number}/") for number in range(count)
    ]


def test_the_second_page_of_a_list_goes_on_counting(client):
    for _ in range(21):
        make_news()

    items = filter_by_type(get_graph(client, "/en/news/?page=2"), "CollectionPage")[0]["mainEntity"]["itemListElement"]

    assert [item["position"] for item in items] == [21]


def test_the_home_page_tells_of_the_register_its_search_and_its_secretariat(client):
    make_secretariat(name_en="Office", address_en="Ha Noi")

    nodes = get_graph(client, "/en/")

    site, secretariat = filter_by_type(nodes, "WebSite")[0], filter_by_type(nodes, "Organization")[0]
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{HERE}/en/search/?q={{search_term_string}}"
    assert site["publisher"] == {"@id": secretariat["@id"]}
    assert (secretariat["name"], secretariat["address"]) == ("Office", "Ha Noi")
    assert filter_by_type(nodes, "BreadcrumbList") == []


def test_no_text_ends_the_data_before_its_end(client):
    make_news(key="one", title_en="</script><script>alert(1)</script>&\u2028")

    assert get_graph(client, "/en/news/one/")[0]["headline"] == "</script><script>alert(1)</script>&\u2028"


# rdflib itself uses its deprecated names when it parses JSON-LD.
@pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset.default_context) is deprecated:DeprecationWarning")
@pytest.mark.parametrize("language", ["vi", "fr", "en"])
def test_every_kind_of_page_is_read_as_linked_data(archive, client, language):
    paths = [
        "",
        "agreements/",
        "agreements/yen-bai-val-de-marne-2023-04/",
        "partnerships/ha-noi-toulouse/",
        "localities/vn-lao-cai/",
        "conferences/12/",
        "conferences/13/",
        "news/conference-12-speeches-2023-04-14/",
        "pages/about/",
    ]

    for path in paths:
        nodes = {"@context": {"@vocab": "https://schema.org/"}, "@graph": get_graph(client, f"/{language}/{path}")}
        values = [str(value) for _, _, value, _ in Dataset().parse(data=json.dumps(nodes), format="json-ld")]
        assert (len(values) > 10, "" in values, "None" in values) == (True, False, False), path


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_browser_takes_the_data_for_data_and_complains_of_nothing(page, live_server, settings):
    settings.ALLOWED_HOSTS = ["*"]
    make_agreement(key="one", title_en="Water & <sand>")
    messages, urls = [], []
    page.on("console", lambda message: messages.append(message.text))
    page.on("request", lambda request: urls.append(request.url))

    page.goto(f"{live_server.url}/en/agreements/one/")
    data = page.evaluate("JSON.parse(document.querySelector('[type=\"application/ld+json\"]').textContent)")

    assert data["@graph"][0]["name"] == "Water & <sand>"
    assert (messages, [url for url in urls if not url.startswith(live_server.url)]) == ([], [])
