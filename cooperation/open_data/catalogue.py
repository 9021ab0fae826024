"""The catalogue of the data for portals: DCAT in JSON-LD, as the harvester of data.gouv.fr reads it."""

from django.urls import reverse
from django.utils.translation import override

from cooperation.core.languages import BY_CODE, CATALOGUE_CODES, language_name
from cooperation.core.localized_text import translations

from .about import origin
from .coverage import countries, date_span, period, times
from .descriptions import API, CATALOGUE, DESCRIPTIONS, REGISTER, each, in_each_language
from .files import FORMATS, FileFormat, formats_of
from .tables import LISTS
from .vocabulary import AUTHORITY, IRREGULARLY, MEDIA_TYPES, context

ARCHIVE = FileFormat("ZIP", "application/zip", "ZIP")


def catalogue(site, day):
    return Catalogue(origin(site, day)).whole()


class Catalogue:
    def __init__(self, origin):
        self.origin, self.site, self.secretariat = origin, origin.site, origin.secretariat
        self.url = self.site.build_absolute_uri(reverse("open-data-catalogue"))
        self.spans = {table.name: date_span(table) for table in LISTS}
        self.places = countries()

    def whole(self):
        return {
            "@context": context(),
            "@id": self.url,
            "@type": "dcat:Catalog",
            "title": in_each_language(lambda: self.origin.register),
            "description": each(CATALOGUE),
            "homepage": self.pages("home"),
            "language": list(map(language, CATALOGUE_CODES)),
            "publisher": self.publisher(),
            "contactPoint": self.contact(),
            "spatial": self.places,
            **self.licence(),
            **times(self.spans.values()),
            "dataset": [*map(self.table, LISTS), self.register()],
            "service": self.interface(),
        }

    def own(self, name):
        """The identifier of something that the catalogue describes."""
        return f"{self.url}#{name}"

    def pages(self, route):
        return list(in_each_language(lambda: self.site.build_absolute_uri(reverse(route))).values())

    def names(self):
        """Those that the secretariat has; the register's own where it has none."""
        names = translations(self.secretariat, "name")
        written = {code: names[code] for code in CATALOGUE_CODES if names[code]}
        return written or in_each_language(lambda: self.origin.publisher)

    def publisher(self):
        node = {"@id": self.own("publisher"), "@type": ["foaf:Agent", "foaf:Organization"], "name": self.names()}
        return node | self.mail("mbox")

    def contact(self):
        node = {"@id": self.own("contact"), "@type": ["vcard:Kind", "vcard:Organization"], "fn": self.names()}
        return node | self.mail("hasEmail")

    def mail(self, word):
        return {word: f"mailto:{self.secretariat.email}"} if self.secretariat.email else {}

    def licence(self):
        """The address of a licence that is known, else its name."""
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
        about = DESCRIPTIONS[name]
        return {
            "@id": self.own(name),
            "@type": "dcat:Dataset",
            "identifier": self.own(name),
            "title": each(about.title),
            "description": each(about.text),
            "keyword": in_each_language(lambda: list(map(str, about.keywords))),
            "landingPage": pages,
            "language": list(map(language, CATALOGUE_CODES)),
            "publisher": {"@id": self.own("publisher")},
            "contactPoint": {"@id": self.own("contact")},
            "accrualPeriodicity": IRREGULARLY,
            "spatial": [place["@id"] for place in self.places],
            **self.licence(),
            **times(spans),
            **period(spans),
            "distribution": distributions,
        }

    def distribution(self, name, file_format, page, file, code=""):
        """One file: of a table in the language of its words, or of the whole register in all of them."""
        title = DESCRIPTIONS[name].title
        return {
            "@id": self.own("-".join(filter(None, [name, file_format.label.lower(), code]))),
            "@type": "dcat:Distribution",
            "title": in_each_language(
                lambda: " – ".join(filter(None, [str(title), file_format.label, language_name(code)]))
            ),
            "accessURL": self.site.build_absolute_uri(page),
            "downloadURL": self.site.build_absolute_uri(file),
            "mediaType": f"{MEDIA_TYPES}/{file_format.media_type}",
            "format": f"{AUTHORITY}/file-type/{file_format.authority}",
            "language": list(map(language, [code] if code else CATALOGUE_CODES)),
            **self.licence(),
        }

    def interface(self):
        return {
            "@id": self.own("api"),
            "@type": "dcat:DataService",
            "identifier": self.own("api"),
            "title": each(API.title),
            "description": each(API.text),
            "keyword": in_each_language(lambda: list(map(str, API.keywords))),
            "endpointURL": self.site.build_absolute_uri(reverse("api-root")),
            "endpointDescription": self.site.build_absolute_uri(reverse("api-schema")),
            "servesDataset": [self.own(name) for name in DESCRIPTIONS],
            "contactPoint": {"@id": self.own("contact")},
            **self.licence(),
        }


def language(code):
    return f"{AUTHORITY}/language/{BY_CODE[code].eu_code}"
