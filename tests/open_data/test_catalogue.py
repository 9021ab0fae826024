"""The DCAT catalogue as a portal reads it: parsed by rdflib, queried as the harvester of data.gouv.fr does."""

import json
import re

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, XSD

from cooperation.kinds import TABLE, kinds_with
from tests.factories import make_agreement, make_locality, make_secretariat
from tests.site.test_drafts import SECRET, make_everything

pytestmark = [
    pytest.mark.django_db,
    # rdflib's own JSON-LD parser still uses names that rdflib has deprecated.
    pytest.mark.filterwarnings("ignore:.* is deprecated, use Dataset:DeprecationWarning"),
]
CATALOGUE_URL = "http://testserver/data/catalogue.jsonld"
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
AUTHORITY = "http://publications.europa.eu/resource/authority"
NAMES = [*(kind.section for kind in kinds_with(TABLE)), "register"]
#: Number of file formats of each data set.
FORMAT_COUNTS = {"agreements": 3, "partnerships": 3, "localities": 4, "conferences": 3, "news": 3}


def get_node(name):
    return URIRef(f"{CATALOGUE_URL}#{name}")


def build_graph(client):
    response = client.get("/data/catalogue.jsonld")
    assert (response.status_code, response["Content-Type"]) == (200, "application/ld+json")
    return Graph().parse(data=response.content, format="json-ld")


@pytest.fixture
def graph(archive, client):
    return build_graph(client)


def test_it_is_one_catalogue_of_six_sets_with_a_publisher_and_an_api(graph):
    catalogue = URIRef(CATALOGUE_URL)

    assert list(graph.subjects(RDF.type, DCAT.Catalog)) == [catalogue]
    assert set(graph.objects(catalogue, DCAT.dataset)) == set(map(get_node, NAMES))
    assert {str(name.language) for name in graph.objects(get_node("publisher"), FOAF.name)} == {"vi", "fr", "en"}
    assert graph.value(catalogue, DCTERMS.publisher) == get_node("publisher")
    service = graph.value(catalogue, DCAT.service)
    assert graph.value(service, DCAT.endpointURL) == URIRef("http://testserver/api/")


@pytest.mark.slow
def test_every_set_has_what_the_harvester_asks_for(graph):
    query = """
        SELECT ?dataset (COUNT(DISTINCT ?title) AS ?titles) (COUNT(DISTINCT ?text) AS ?texts) WHERE {
            ?dataset a dcat:Dataset ; dct:title ?title ; dct:description ?text ; dcat:keyword ?keyword ;
                dct:license <https://creativecommons.org/licenses/by/4.0/> ; dct:identifier ?identifier ;
                dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/IRREG> ;
                dct:issued ?issued ; dct:modified ?modified ; dcat:landingPage ?page ; dct:publisher ?publisher ;
                dct:temporal [ dcat:startDate ?first ; dcat:endDate ?last ] ; dcat:contactPoint ?contact ;
                dct:spatial <http://publications.europa.eu/resource/authority/country/VNM> ,
                    <http://publications.europa.eu/resource/authority/country/FRA> .
            ?contact vcard:fn ?name ; vcard:hasEmail <mailto:secretariat@example.org> .
            FILTER (datatype(?modified) = xsd:date && datatype(?first) = xsd:date && ?first <= ?last)
        } GROUP BY ?dataset"""

    rows = graph.query(query, initNs={"dcat": DCAT, "dct": DCTERMS, "vcard": VCARD, "xsd": XSD})

    assert {str(row.dataset): (int(row.titles), int(row.texts)) for row in rows} == {
        str(get_node(name)): (3, 3) for name in NAMES
    }


def test_the_first_text_is_french_since_the_harvester_takes_the_first(graph):
    for name in NAMES:
        assert graph.value(get_node(name), DCTERMS.title).language == "fr"
        assert graph.value(get_node(name), DCTERMS.description).language == "fr"
        assert str(graph.value(get_node(name), DCAT.landingPage)).startswith("http://testserver/fr/")


@pytest.mark.slow
def test_every_file_is_there_and_is_what_the_catalogue_says(client, graph):
    counts = {name: 3 * FORMAT_COUNTS.get(name, 0) or 1 for name in NAMES}
    assert {name: len(list(graph.objects(get_node(name), DCAT.distribution))) for name in NAMES} == counts

    for distribution in graph.subjects(RDF.type, DCAT.Distribution):
        properties = [DCAT.mediaType, DCTERMS["format"], DCTERMS.license]
        values = {name: graph.value(distribution, name) for name in properties}
        path = str(graph.value(distribution, DCAT.downloadURL)).removeprefix("http://testserver")
        response = client.get(path)
        assert response.status_code == 200, path
        assert str(values[DCAT.mediaType]).endswith(f"media-types/{response['Content-Type']}"), path
        assert str(values[DCTERMS["format"]]) == f"{AUTHORITY}/file-type/{path.rpartition('.')[2].upper()}"
        assert str(values[DCTERMS.license]) == "https://creativecommons.org/licenses/by/4.0/"
        assert {str(title.language) for title in graph.objects(distribution, DCTERMS.title)} == {"vi", "fr", "en"}
        page = str(graph.value(distribution, DCAT.accessURL)).removeprefix("http://testserver")
        assert client.get(page).status_code == 200, page


def test_places_are_rectangles_around_the_localities_of_each_country(client):
    for longitude, latitude in [("102.5", "20"), ("108", "10.5")]:
        make_locality(longitude=longitude, latitude=latitude)

    graph = build_graph(client)

    (shape,) = graph.objects(None, URIRef("http://www.w3.org/ns/locn#geometry"))
    assert str(shape.datatype).endswith("application/vnd.geo+json")
    corners = [[102.5, 10.5], [108.0, 10.5], [108.0, 20.0], [102.5, 20.0], [102.5, 10.5]]
    assert json.loads(shape) == {"type": "Polygon", "coordinates": [corners]}


def test_the_time_is_that_of_the_dates_as_far_as_they_are_known(client):
    make_agreement(signed_on="1996")
    make_agreement(signed_on="2023-02")
    make_agreement(signed_on="")

    graph = build_graph(client)

    time = graph.value(get_node("agreements"), DCTERMS.temporal)
    assert [graph.value(time, name) for name in [DCAT.startDate, DCAT.endDate]] == [
        Literal("1996-01-01", datatype=XSD.date),
        Literal("2023-02-28", datatype=XSD.date),
    ]
    assert graph.value(get_node("news"), DCTERMS.temporal) is None


@pytest.mark.parametrize(
    ("licence", "url", "statement"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", None),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/", None),
        ("A licence of our own", None, "A licence of our own"),
    ],
)
def test_the_licence_is_the_one_that_the_secretariat_names(client, licence, url, statement):
    make_secretariat(data_licence=licence)

    graph = build_graph(client)

    values = (graph.value(get_node("news"), DCTERMS.license), graph.value(get_node("news"), DCTERMS.rights))
    assert values == (url and URIRef(url), statement and Literal(statement))


def test_it_is_the_same_whatever_language_the_client_speaks(client):
    make_secretariat()

    contents = {
        client.get("/data/catalogue.jsonld", headers={"accept-language": code}).content for code in ["fr", "vi"]
    }

    assert len(contents) == 1


def test_an_empty_register_has_a_catalogue_too(client):
    assert len(set(build_graph(client).subjects(RDF.type, DCAT.Dataset))) == 6


def test_the_page_offers_every_file(client):
    make_everything("published")

    page = client.get("/fr/data/").content.decode()

    files = set(re.findall(r'href="([^"]+\.(?:csv|xlsx|json|geojson|zip|jsonld))"', page))
    assert files == {
        *(f"/fr/{name}.{file_format}" for name in NAMES[:5] for file_format in ["csv", "xlsx", "json"]),
        "/fr/localities.geojson",
        "/data/register.zip",
        "/data/catalogue.jsonld",
    }
    assert [client.get(file).status_code for file in files] == [200] * 18
    assert SECRET not in page
