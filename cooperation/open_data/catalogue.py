"""The catalogue of the open data: DCAT in JSON-LD, as the harvester of data.gouv.fr reads it."""

from django.urls import reverse
from django.utils.translation import override

from cooperation.core.languages import BY_CODE, CATALOGUE_CODES, language_name
from cooperation.core.localized_text import translations

from .about import build_origin
from .coverage import build_countries, build_dates, build_period, get_date_span
from .descriptions import API, CATALOGUE, DATASETS, REGISTER, get_keywords, in_each_language, translate_lazy
from .files import FORMATS, FileFormat, formats_of
from .tables import LISTS
from .vocabulary import AUTHORITY, IRREGULARLY, MEDIA_TYPES, build_context

ARCHIVE = FileFormat("ZIP", "application/zip", "ZIP")


def build_catalogue(site, day):
    return Catalogue(build_origin(site, day)).build()


class Catalogue:
    """Builds the nodes of the catalogue; methods are named after the node or property that they build."""

    def __init__(self, origin):
        self.origin, self.site, self.secretariat = origin, origin.site, origin.secretariat
        self.url = self.site.build_absolute_uri(reverse("open-data-catalogue"))
        self.spans = {table.name: get_date_span(table) for table in LISTS}
        self.countries = build_countries()

    def build(self):
        return {
            "@context": build_context(),
            "@id": self.url,
            "@type": "dcat:Catalog",
            "title": in_each_language(lambda: self.origin.register),
            "description": translate_lazy(CATALOGUE),
            "homepage": self.pages("home"),
            "language": list(map(get_language_uri, CATALOGUE_CODES)),
            "publisher": self.publisher(),
            "contactPoint": self.contact(),
            "spatial": self.countries,
            **self.licence(),
            **build_dates(self.spans.values()),
            "dataset": [*map(self.table, LISTS), self.register()],
            "service": self.service(),
        }

    def uri(self, name):
        """The identifier of a node of the catalogue."""
        return f"{self.url}#{name}"

    def pages(self, route):
        return list(in_each_language(lambda: self.site.build_absolute_uri(reverse(route))).values())

    def names(self):
        """{language: name of the secretariat}; the name of the register if the secretariat has none."""
        names = translations(self.secretariat, "name")
        existing = {code: names[code] for code in CATALOGUE_CODES if names[code]}
        return existing or in_each_language(lambda: self.origin.publisher)

    def publisher(self):
        node = {"@id": self.uri("publisher"), "@type": ["foaf:Agent", "foaf:Organization"], "name": self.names()}
        return node | self.email("mbox")

    def contact(self):
        node = {"@id": self.uri("contact"), "@type": ["vcard:Kind", "vcard:Organization"], "fn": self.names()}
        return node | self.email("hasEmail")

    def email(self, name):
        return {name: f"mailto:{self.secretariat.email}"} if self.secretariat.email else {}

    def licence(self):
        """Its URL if the licence is a known one, else its name."""
        url = self.origin.licence_url
        return {"license": url} if url else {"rights": self.origin.licence}

    def table(self, table):
        distributions = []
        for file_format in formats_of(table):
            for code in CATALOGUE_CODES:
                with override(code):
                    page, file = reverse(table.list_route), reverse("open-data-table", args=[table.name, file_format])
                distributions.append(self.distribution(table.name, FORMATS[file_format], page, file, code))
        return self.dataset(table.name, self.pages(table.list_route), distributions, [self.spans[table.name]])

    def register(self):
        with override(CATALOGUE_CODES[0]):
            page, file = reverse("open-data"), reverse("open-data-dump")
        distributions = [self.distribution(REGISTER, ARCHIVE, page, file)]
        return self.dataset(REGISTER, self.pages("open-data"), distributions, self.spans.values())

    def dataset(self, name, pages, distributions, spans):
        dataset = DATASETS[name]
        return {
            "@id": self.uri(name),
            "@type": "dcat:Dataset",
            "identifier": self.uri(name),
            "title": translate_lazy(dataset.title),
            "description": translate_lazy(dataset.description),
            "keyword": get_keywords(dataset),
            "landingPage": pages,
            "language": list(map(get_language_uri, CATALOGUE_CODES)),
            "publisher": {"@id": self.uri("publisher")},
            "contactPoint": {"@id": self.uri("contact")},
            "accrualPeriodicity": IRREGULARLY,
            "spatial": [country["@id"] for country in self.countries],
            **self.licence(),
            **build_dates(spans),
            **build_period(spans),
            "distribution": distributions,
        }

    def distribution(self, name, file_format, page, file, code=""):
        """One file; `code` is the language of a table, empty for the archive, which is in all languages."""
        title = DATASETS[name].title
        return {
            "@id": self.uri("-".join(filter(None, [name, file_format.label.lower(), code]))),
            "@type": "dcat:Distribution",
            "title": in_each_language(
                lambda: " – ".join(filter(None, [str(title), file_format.label, language_name(code)]))
            ),
            "accessURL": self.site.build_absolute_uri(page),
            "downloadURL": self.site.build_absolute_uri(file),
            "mediaType": f"{MEDIA_TYPES}/{file_format.media_type}",
            "format": f"{AUTHORITY}/file-type/{file_format.authority}",
            "language": list(map(get_language_uri, [code] if code else CATALOGUE_CODES)),
            **self.licence(),
        }

    def service(self):
        return {
            "@id": self.uri("api"),
            "@type": "dcat:DataService",
            "identifier": self.uri("api"),
            "title": translate_lazy(API.title),
            "description": translate_lazy(API.description),
            "keyword": get_keywords(API),
            "endpointURL": self.site.build_absolute_uri(reverse("api-root")),
            "endpointDescription": self.site.build_absolute_uri(reverse("api-schema")),
            "servesDataset": [self.uri(name) for name in DATASETS],
            "contactPoint": {"@id": self.uri("contact")},
            **self.licence(),
        }


def get_language_uri(code):
    return f"{AUTHORITY}/language/{BY_CODE[code].eu_code}"
