"""Lists of records as tables, for downloads: the records that the filters select, as of one date."""

from collections.abc import Callable
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from cooperation.kinds import get_kind

from .languages import LANGUAGE_CODES, language_name
from .localized_text import column, translations

STRING, INTEGER, NUMBER, BOOLEAN, ARRAY = "string", "integer", "number", "boolean", "array"
MAX_ROWS = 50_000
CHUNK_SIZE = 1000


class Site(NamedTuple):
    """The root URL of the site, `https://register.example.org`; builds absolute URLs in place of a request."""

    root: str

    def build_absolute_uri(self, path):
        return self.root.rstrip("/") + path


class Column(NamedTuple):
    """A column: its name in files, its heading for readers, and `value(record)`."""

    name: str
    heading: str | Promise
    value: Callable
    value_type: str = STRING


class Dataset(NamedTuple):
    """How catalogues of open data announce a table: `keywords` besides those of the whole register."""

    title: str | Promise
    description: str | Promise
    keywords: list


class RecordTable:
    """Records of one model as rows; subclasses set the model, its filters and its columns."""

    name = ""  # in URLs and file names: `agreements`; from the kind
    list_route = ""  # the URL name of the list page; from the kind
    model = filterset_class = dataset = None
    date_field = ""  # the name of the partial date of the records
    has_points = False

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        if cls.model:
            kind = get_kind(cls.model.record_kind())
            cls.name, cls.list_route = kind.section, kind.list_route

    def __init__(self, site, as_of, query=None):
        self.site, self.as_of, self.query = site, as_of, query or QueryDict()
        self.filterset = self.filterset_class(self.query, queryset=self.records())
        self.order = self.filterset_class.get_order(self.query.get("sort", ""))

    @property
    def title(self):
        return capfirst(str(self.model._meta.verbose_name_plural))

    def records(self):
        """The public records, as of the requested date if it is past."""
        return self.model.objects.public_as_of(self.as_of.cutoff)

    def prefetch(self, records):
        """Prefetch the related rows that the columns need; nothing here, overridden where needed."""

    def problems(self):
        """Error messages of the filters; empty if they are valid."""
        if self.filterset.is_valid():
            return []
        errors = self.filterset.form.errors.items()
        labels = {name: capfirst(str(filter_.label)) for name, filter_ in self.filterset.filters.items()}
        return [f"{labels[name]}: {message}" for name, messages in errors for message in messages]

    def active_filter_values(self):
        return [(capfirst(filter_.label), filter_.value) for filter_ in self.filterset.active_filters()]

    def count(self):
        """The number of records that the filters select; the table contains at most MAX_ROWS of them."""
        return self.filterset.qs.count()

    def rows(self):
        """Yield the values of each record, in the order of the columns."""
        getters = [item.value for item in self.columns()]
        records = self.filterset.qs.order_by(*self.order.by(self.as_of.cutoff))[:MAX_ROWS].iterator(
            chunk_size=CHUNK_SIZE
        )
        while chunk := list(islice(records, CHUNK_SIZE)):
            self.prefetch(chunk)
            yield from ([get_value(record) for get_value in getters] for record in chunk)

    def common_columns(self):
        return [
            Column("key", gettext_lazy("identifier"), attrgetter("key")),
            Column("page", gettext_lazy("permanent link"), self.url_of),
        ]

    @property
    def day(self):
        return self.as_of.day

    def url_of(self, record):
        return self.site.build_absolute_uri(record.get_absolute_url())

    def field(self, name, value_type=STRING):
        return Column(name, self.model._meta.get_field(name).verbose_name, attrgetter(name), value_type)

    def choice(self, name):
        """Two columns: the value of a field with choices, and its label in the reader's language."""
        labels = {value: str(label) for value, label in self.model._meta.get_field(name).flatchoices}
        label = label_column(name, self.heading_of(name), lambda record: labels.get(getattr(record, name), ""))
        return [self.field(name), label]

    def texts(self, *names):
        """Columns of translated fields, one for each language."""
        return [self.text_column(name, code) for name in names for code in LANGUAGE_CODES]

    def text_column(self, name, code):
        heading = heading_in_language(self.heading_of(name), code)
        return Column(column(name, code), heading, lambda record: translations(record, name)[code])

    def heading_of(self, name):
        return self.model._meta.get_field(name).verbose_name


def heading_in_language(heading, code):
    return gettext("%(heading)s (%(language)s)") % {"heading": heading, "language": language_name(code)}


def label_column(name, heading, value):
    """The column with the label of the value in column `name`."""
    note = pgettext_lazy("of a value", "label")
    return Column(f"{name}_label", gettext("%(heading)s (%(note)s)") % {"heading": heading, "note": note}, value)


def public_key(record):
    return record.key if record is not None and record.is_public else ""


def public_keys(records):
    return [record.key for record in records if record.is_public]
