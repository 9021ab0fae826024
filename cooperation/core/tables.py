"""A list of records as a table: every record that its filters leave, on one day, for whoever takes the data away."""

from collections.abc import Callable
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from .dates import DATE_PARAMETER
from .languages import LANGUAGE_CODES, language_name
from .localized_text import column

STRING, INTEGER, NUMBER, BOOLEAN, ARRAY = "string", "integer", "number", "boolean", "array"
MAX_ROWS = 50_000
CHUNK_SIZE = 1000


class Site(NamedTuple):
    """Where the register answers: `https://register.example.org`. A request makes addresses whole in the same way."""

    root: str

    def build_absolute_uri(self, path):
        return self.root.rstrip("/") + path


class Column(NamedTuple):
    """One column: its name for machines, its heading for readers, and its value in a row."""

    name: str
    heading: str | Promise
    value: Callable
    value_type: str = STRING


class RecordTable:
    """Records of one model as rows; a subject names its model, its filters and its columns."""

    name = ""  # as in addresses and names of files: `agreements`
    list_route = ""  # the name of the address of the list that readers see
    model = filterset_class = None
    dated = ""  # the partial date that says which time the records are of
    has_points = False

    def __init__(self, site, day, query=None):
        self.site, self.day, self.query = site, day, query or QueryDict()
        self.filterset = self.filterset_class(self.query, queryset=self.records())
        self.order = self.filterset_class.get_order(self.query.get("sort", ""))

    @property
    def title(self):
        return capfirst(str(self.model._meta.verbose_name_plural))

    def records(self):
        """Those of the list: all, or those known by the day that a reader asks for."""
        return self.model.objects.public_as_of(self.day if self.query.get(DATE_PARAMETER) else None)

    def prefetch(self, records):
        """What the columns tell of these records beyond the records themselves, fetched at once."""

    def problems(self):
        """Why the filters cannot be read, in words; none if they can."""
        if self.filterset.is_valid():
            return []
        errors = self.filterset.form.errors.items()
        labels = {name: capfirst(str(filter_.label)) for name, filter_ in self.filterset.filters.items()}
        return [f"{labels[name]}: {message}" for name, messages in errors for message in messages]

    def active_filter_values(self):
        return [(capfirst(filter_.label), filter_.value) for filter_ in self.filterset.active_filters()]

    def count(self):
        """How many records the filters leave; the table holds no more than MOST_ROWS of them."""
        return self.filterset.qs.count()

    def rows(self):
        """The values of each record, in the order of the columns."""
        columns = self.columns()
        records = self.filterset.qs.order_by(*self.order.by())[:MAX_ROWS].iterator(chunk_size=CHUNK_SIZE)
        while some := list(islice(records, CHUNK_SIZE)):
            self.prefetch(some)
            yield from ([each.value(record) for each in columns] for record in some)

    def common_columns(self):
        return [
            Column("key", gettext_lazy("key"), attrgetter("key")),
            Column("page", gettext_lazy("permanent address"), self.url_of),
        ]

    def url_of(self, record):
        return self.site.build_absolute_uri(record.get_absolute_url())

    def field(self, name, value_type=STRING):
        return Column(name, self.model._meta.get_field(name).verbose_name, attrgetter(name), value_type)

    def choice(self, name):
        """The value of a choice, and what it is called in the reader's language."""
        labels = {value: str(label) for value, label in self.model._meta.get_field(name).flatchoices}
        told = label_column(name, self.heading_of(name), lambda record: labels.get(getattr(record, name), ""))
        return [self.field(name), told]

    def texts(self, *names):
        """A translated field in each language."""
        return [
            Column(column(name, code), in_language(self.heading_of(name), code), attrgetter(column(name, code)))
            for name in names
            for code in LANGUAGE_CODES
        ]

    def heading_of(self, name):
        return self.model._meta.get_field(name).verbose_name


def in_language(heading, code):
    return gettext("%(heading)s (%(language)s)") % {"heading": heading, "language": language_name(code)}


def label_column(name, heading, value):
    """The column that tells a value of the column before it in words."""
    said = gettext("%(heading)s (%(note)s)") % {"heading": heading, "note": pgettext_lazy("of a value", "in words")}
    return Column(f"{name}_label", said, value)


def public_key(record):
    return record.key if record is not None and record.is_public else ""


def public_keys(records):
    return [record.key for record in records if record.is_public]
