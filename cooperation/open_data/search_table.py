from django.utils.translation import gettext as _

from cooperation.core.filters import LONGEST_QUERY
from cooperation.core.search import RANKED
from cooperation.core.tables import Column, in_words
from cooperation.core.wording_of_dates import upper_first
from cooperation.search import MODELS, Results


class SearchTable:
    """What a search finds, as rows; asked like the tables of records, by `q` and `kind`."""

    name = "search"
    has_points = False

    def __init__(self, site, day, query):
        self.site = site
        self.words, self.kind = query.get("q", "").strip(), query.get("kind", "")
        self.too_long = len(self.words) > LONGEST_QUERY
        self.results = Results("" if self.too_long else self.words, self.kind)

    @property
    def title(self):
        return _("Results")

    def problems(self):
        too_long = [_("This search is too long: use fewer words.")] if self.too_long else []
        unknown = [] if self.results.kind_is_known else [_("There is no such kind of record.")]
        return [*too_long, *unknown]

    def filters_in_use(self):
        kind = MODELS[self.kind]._meta.verbose_name_plural if self.kind in MODELS else ""
        named = [(_("words"), self.words), (_("kind"), str(kind))]
        return [(upper_first(label), value) for label, value in named if value]

    def columns(self):
        return [
            Column("kind", _("kind"), lambda found: found[0]),
            in_words("kind", _("kind"), lambda found: str(found[1].kind_in_words)),
            Column("key", _("key"), lambda found: found[1].key),
            Column("title", _("title"), lambda found: str(found[1])),
            Column("page", _("permanent address"), self.address_of),
        ]

    def address_of(self, found):
        return self.site.build_absolute_uri(found[1].get_absolute_url())

    def count(self):
        return self.results.entries().count()

    def rows(self):
        columns = self.columns()
        found = self.results.records(self.results.entries()[:RANKED])
        return [[column.value(each) for column in columns] for each in found]
