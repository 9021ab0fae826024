from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cooperation.core.filters import MAX_QUERY_LENGTH
from cooperation.core.search import MAX_RANKED
from cooperation.core.tables import Column, label_column
from cooperation.search import MODELS, Results


class SearchTable:
    """What a search finds, as rows; asked like the tables of records, by `q` and `kind`."""

    name = "search"
    has_points = False

    def __init__(self, site, day, query):
        self.site = site
        self.words, self.kind = query.get("q", "").strip(), query.get("kind", "")
        self.too_long = len(self.words) > MAX_QUERY_LENGTH
        self.results = Results("" if self.too_long else self.words, self.kind)

    @property
    def title(self):
        return _("Results")

    def problems(self):
        too_long = [_("This search is too long: use fewer words.")] if self.too_long else []
        unknown = [] if self.results.kind_is_known else [_("There is no such kind of record.")]
        return [*too_long, *unknown]

    def active_filter_values(self):
        kind = MODELS[self.kind]._meta.verbose_name_plural if self.kind in MODELS else ""
        named = [(_("words"), self.words), (_("kind"), str(kind))]
        return [(capfirst(label), value) for label, value in named if value]

    def columns(self):
        return [
            Column("kind", _("kind"), lambda found: found[0]),
            label_column("kind", _("kind"), lambda found: str(found[1].kind_label)),
            Column("key", _("key"), lambda found: found[1].key),
            Column("title", _("title"), lambda found: str(found[1])),
            Column("page", _("permanent address"), self.url_of),
        ]

    def url_of(self, found):
        return self.site.build_absolute_uri(found[1].get_absolute_url())

    def count(self):
        return self.results.entries().count()

    def rows(self):
        columns = self.columns()
        found = self.results.records(self.results.entries()[:MAX_RANKED])
        return [[column.value(each) for column in columns] for each in found]
