"""The terms of DCAT that the catalogue uses, with their namespaces."""

AUTHORITY = "http://publications.europa.eu/resource/authority"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types"
COUNTRY_CODES = {"VN": "VNM", "FR": "FRA"}
IRREGULARLY = f"{AUTHORITY}/frequency/IRREG"
GEOJSON = f"{MEDIA_TYPES}/application/vnd.geo+json"
DAY = "http://www.w3.org/2001/XMLSchema#date"

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "locn": "http://www.w3.org/ns/locn#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
#: Terms by the type of their values: texts in several languages, dates, URLs, plain strings.
TEXTS = ["dct:title", "dct:description", "dcat:keyword", "foaf:name", "vcard:fn"]
DATES = ["dct:issued", "dct:modified", "dcat:startDate", "dcat:endDate"]
URLS = [
    "dcat:accessURL",
    "dcat:contactPoint",
    "dcat:dataset",
    "dcat:distribution",
    "dcat:downloadURL",
    "dcat:endpointDescription",
    "dcat:endpointURL",
    "dcat:landingPage",
    "dcat:mediaType",
    "dcat:servesDataset",
    "dcat:service",
    "dct:accrualPeriodicity",
    "dct:format",
    "dct:language",
    "dct:license",
    "dct:publisher",
    "dct:spatial",
    "dct:temporal",
    "foaf:homepage",
    "foaf:mbox",
    "vcard:hasEmail",
]
STRINGS = ["dct:identifier", "dct:rights"]


def build_context():
    """The JSON-LD context: terms without their prefixes, with the type of their values."""
    return PREFIXES | {
        term.split(":")[1]: {"@id": term} | value_type
        for terms, value_type in [
            (TEXTS, {"@container": "@language"}),
            (DATES, {"@type": DAY}),
            (URLS, {"@type": "@id"}),
            (STRINGS, {}),
        ]
        for term in terms
    }
