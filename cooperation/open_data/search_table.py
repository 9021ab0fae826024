from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cooperation.core.filters import MAX_QUERY_LENGTH
from cooperation.core.search import MAX_RANKED
from cooperation.core.tables import Column, label_column
from cooperation.search import KINDS, Results


class SearchTable:
    """The results of a search as rows; like a table of records, with the parameters `q` and `kind`."""

    name = "search"
    has_points = False

    def __init__(self, site, day, parameters):
        self.site = site
        self.query, self.kind = parameters.get("q", "").strip(), parameters.get("kind", "")
        self.too_long = len(self.query) > MAX_QUERY_LENGTH
        self.results = Results("" if self.too_long else self.query, self.kind)

    @property
    def title(self):
        return _("Results")

    def problems(self):
        too_long = [_("Your search is too long. Use fewer words.")] if self.too_long else []
        unknown = [] if self.results.kind_is_known else [_("This type of record does not exist.")]
        return [*too_long, *unknown]

    def active_filter_values(self):
        kind = KINDS[self.kind].plural_label if self.kind in KINDS else ""
        values = [(_("keywords"), self.query), (_("type"), str(kind))]
        return [(capfirst(label), value) for label, value in values if value]

    def columns(self):
        return [
            Column("kind", _("type"), lambda result: result.kind),
            label_column("kind", _("type"), lambda result: str(result.record.kind_label)),
            Column("key", _("identifier"), lambda result: result.record.key),
            Column("title", _("title"), lambda result: str(result.record)),
            Column("page", _("permanent link"), self.url_of),
        ]

    def url_of(self, result):
        return self.site.build_absolute_uri(result.record.get_absolute_url())

    def count(self):
        return self.results.entries().count()

    def rows(self):
        columns = self.columns()
        results = self.results.records(self.results.entries()[:MAX_RANKED])
        return [[column.value(result) for column in columns] for result in results]
