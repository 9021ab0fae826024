"""The words of DCAT that the catalogue uses, and where each is defined."""

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
#: By the form of their values: texts in each language, days, addresses, plain words.
TEXTS = ["dct:title", "dct:description", "dcat:keyword", "foaf:name", "vcard:fn"]
DAYS = ["dct:issued", "dct:modified", "dcat:startDate", "dcat:endDate"]
ADDRESSES = [
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
PLAIN = ["dct:identifier", "dct:rights"]


def context():
    """The JSON-LD context: each word without its prefix, and the form of its values."""
    return PREFIXES | {
        word.split(":")[1]: {"@id": word} | file_format
        for words, file_format in [
            (TEXTS, {"@container": "@language"}),
            (DAYS, {"@type": DAY}),
            (ADDRESSES, {"@type": "@id"}),
            (PLAIN, {}),
        ]
        for word in words
    }
