"""The full-text index: what it holds, and how it is asked, on both databases.

Words are folded in Python, so that SQLite and PostgreSQL find the same. Only public records have entries.
"""

from django.db import connection, models
from django.db.models import Case, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from .collation import MAX_KEY_LENGTH, sort_key
from .fields import CodePointField
from .folding import as_written, joined_neighbours, terms, words
from .languages import LANGUAGE_CODES, current_language
from .partial_dates import PartialDateField

TABLE = "core_searchentry"
MAX_RANKED = 2000  # candidates that are put in order; a word on every record stays cheap
MAX_BODY_LENGTH = 200_000  # characters; PostgreSQL refuses a document of a megabyte


def fts5_query(query):
    return " AND ".join(
        "(" + " OR ".join(f'"{text}"' + ("*" if open_ended else "") for text, open_ended in term) + ")"
        for term in terms(query)
    )


def tsquery(query):
    return " & ".join(
        "(" + " | ".join(f"'{text}'" + (":*" if open_ended else "") for text, open_ended in term) + ")"
        for term in terms(query)
    )


def ranked_ids(query):
    """SQL that yields (id, rank) of the best entries, best first."""
    if connection.vendor == "sqlite":
        sql = (
            f"SELECT rowid FROM {TABLE}_fts WHERE {TABLE}_fts MATCH %s "
            f"ORDER BY bm25({TABLE}_fts, 10, 5, 1) LIMIT {MAX_RANKED}"
        )
        return sql, [fts5_query(query)]
    sql = f"SELECT id FROM {TABLE} WHERE vector @@ %s::tsquery ORDER BY ts_rank(vector, %s::tsquery) DESC LIMIT {MAX_RANKED}"
    return sql, [tsquery(query)] * 2


class SearchEntryQuerySet(models.QuerySet):
    def matching(self, query):
        """Entries that hold every word of `query`: names as typed first, then names, then texts.

        Of equal ones, what has no date (a locality, a theme) stands first, then the newest.
        """
        if not terms(query):
            return self.none()
        sql, params = ranked_ids(query)
        folded = " ".join(words(query))
        closeness = Case(
            When(names__contains=f"|{as_written(query)}|", then=Value(0)),
            When(title__contains=f"|{folded}|", then=Value(1)),
            When(title__contains=f"|{folded}", then=Value(2)),
            When(title__contains=folded, then=Value(3)),
            When(adjacent_words(query), then=Value(4)),
            default=Value(5),
            output_field=IntegerField(),
        )
        found = self.filter(Q(pk__in=RawSQL(sql, params)))  # noqa: S611 -- the words are parameters
        dated = Case(When(date="", then=Value(0)), default=Value(1), output_field=IntegerField())
        return found.alias(closeness=closeness, dated=dated).order_by(
            "closeness", "dated", "-date", "kind", "record_id"
        )


def adjacent_words(query):
    """The condition that the words of `query` stand side by side: «da nang» is no «đã … năng»."""
    pairs = joined_neighbours(query)
    return Q(*(Q(compounds__contains=pair) for pair in pairs)) if pairs else Q(pk=None)


class SearchEntry(models.Model):
    """One public record as search sees it: its words in all languages, folded."""

    kind = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    key = models.CharField(max_length=100)
    names = models.TextField(help_text="as written, lower case, each between bars: |huế|hué|")
    title = models.TextField()  # the same names, folded: |hue|hue|
    compounds = models.TextField()
    body = models.TextField()
    date = PartialDateField()
    # Its name in the order of each language (see `collation`), for lists.
    sort_vi = CodePointField(max_length=MAX_KEY_LENGTH, default="")
    sort_fr = CodePointField(max_length=MAX_KEY_LENGTH, default="")
    sort_en = CodePointField(max_length=MAX_KEY_LENGTH, default="")

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [models.UniqueConstraint(fields=["kind", "record_id"], name="unique_search_entry_per_record")]

    def __str__(self):
        return f"{self.kind} {self.key}"


def entry(record):
    """The entry of a record: `search_names()` weigh most, `search_texts()` least."""
    names = [name for name in dict.fromkeys(record.search_names()) if name]
    texts = [text for text in record.search_texts() if text]
    return SearchEntry(
        kind=record.record_kind(),
        record_id=record.pk,
        key=record.key,
        names=between_bars(map(as_written, names)),
        title=between_bars(" ".join(words(name)) for name in names),
        compounds=" ".join(dict.fromkeys(pair for text in [*names, *texts] for pair in joined_neighbours(text))),
        body=" ".join(word for text in texts for word in words(text))[:MAX_BODY_LENGTH],
        date=record.sort_date(),
        **sort_keys(record),
    )


def sort_keys(record):
    """{"sort_vi": …}: the record's name, as each language's lists call and order it."""
    keys = {}
    for code in LANGUAGE_CODES:
        with override(code):
            keys[f"sort_{code}"] = sort_key(str(record), code)
    return keys


def name_sort_key(model, path="pk"):
    """The sort key of the record that `path` leads to, in the reader's language, as an SQL expression."""
    entries = SearchEntry.objects.filter(kind=model.record_kind(), record_id=OuterRef(path)).order_by()
    return Subquery(entries.values(f"sort_{current_language()}")[:1])


def between_bars(names):
    """
    >>> between_bars(["huế", "hué", "huế"])
    '|huế|hué|'
    """
    return "|" + "|".join(dict.fromkeys(names)) + "|"


def reindex(model, ids):
    """Bring the entries of these records up to date: public ones have one, others none."""
    ids = set(ids)
    for some in batches(sorted(ids)):
        records = model._base_manager.filter(pk__in=some)
        public = list(model.with_search_relations(records.filter(model.objects.public_condition())))
        kept = {record.pk for record in public}
        SearchEntry.objects.filter(kind=model.record_kind(), record_id__in=set(some) - kept).delete()
        SearchEntry.objects.bulk_create(
            [entry(record) for record in public],
            batch_size=500,
            update_conflicts=True,
            unique_fields=["kind", "record_id"],
            update_fields=[
                "key",
                "names",
                "title",
                "compounds",
                "body",
                "date",
                *map("sort_{}".format, LANGUAGE_CODES),
            ],
        )


def batches(ids, size=500):
    return [ids[start : start + size] for start in range(0, len(ids), size)]
