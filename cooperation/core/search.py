"""Full-text index of the public records, and queries of it, for SQLite (FTS5) and PostgreSQL.

Words are folded in Python, so that both databases return the same matches.
"""

from django.db import connection, models
from django.db.models import Case, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from .collation import MAX_KEY_LENGTH, sort_key
from .fields import CodePointField
from .folding import join_neighbours, normalize_spelling, terms, words
from .languages import LANGUAGE_CODES, current_language
from .localized_text import column, columns
from .partial_dates import PartialDateField

TABLE = "core_searchentry"
MAX_RANKED = 2000  # candidates that are ranked, so that a word of every record stays cheap
MAX_BODY_LENGTH = 200_000  # characters; PostgreSQL rejects documents of more than a megabyte


def build_fts5_query(query):
    return " AND ".join(
        "(" + " OR ".join(f'"{text}"' + ("*" if is_prefix else "") for text, is_prefix in term) + ")"
        for term in terms(query)
    )


def build_tsquery(query):
    return " & ".join(
        "(" + " | ".join(f"'{text}'" + (":*" if is_prefix else "") for text, is_prefix in term) + ")"
        for term in terms(query)
    )


def build_ranking_sql(query):
    """(SQL, parameters) that select the ids of the best entries, best first."""
    if connection.vendor == "sqlite":
        sql = (
            f"SELECT rowid FROM {TABLE}_fts WHERE {TABLE}_fts MATCH %s "
            f"ORDER BY bm25({TABLE}_fts, 10, 5, 1) LIMIT {MAX_RANKED}"
        )
        return sql, [build_fts5_query(query)]
    sql = (
        f"SELECT id FROM {TABLE} WHERE vector @@ %s::tsquery "
        f"ORDER BY ts_rank(vector, %s::tsquery) DESC LIMIT {MAX_RANKED}"
    )
    return sql, [build_tsquery(query)] * 2


class SearchEntryQuerySet(models.QuerySet):
    def matching(self, query):
        """Entries that contain every word of `query`: names as typed first, then names, then texts.

        Ties: entries without a date (localities, themes) first, then the newest.
        """
        if not terms(query):
            return self.none()
        sql, params = build_ranking_sql(query)
        folded = " ".join(words(query))
        closeness = Case(
            When(names__contains=f"|{normalize_spelling(query)}|", then=Value(0)),
            When(title__contains=f"|{folded}|", then=Value(1)),
            When(title__contains=f"|{folded}", then=Value(2)),
            When(title__contains=folded, then=Value(3)),
            When(adjacent_words_condition(query), then=Value(4)),
            default=Value(5),
            output_field=IntegerField(),
        )
        matches = self.filter(Q(pk__in=RawSQL(sql, params)))  # noqa: S611 -- the words are parameters
        has_date = Case(When(date="", then=Value(0)), default=Value(1), output_field=IntegerField())
        return matches.alias(closeness=closeness, has_date=has_date).order_by(
            "closeness", "has_date", "-date", "kind", "record_id"
        )


def adjacent_words_condition(query):
    """The condition that the words of `query` are adjacent: “da nang” does not match “đã … năng”."""
    pairs = join_neighbours(query)
    return Q(*(Q(compounds__contains=pair) for pair in pairs)) if pairs else Q(pk=None)


class SearchEntry(models.Model):
    """The search index entry of one public record: its words in all languages, folded."""

    kind = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    key = models.CharField(max_length=100)
    names = models.TextField(help_text="as written, lower case, each between bars: |huế|hué|")
    title = models.TextField()  # the same names, folded: |hue|hue|
    compounds = models.TextField()
    body = models.TextField()
    date = PartialDateField()
    # Sort keys of the name in each language (see `collation`). Declared one by one, as columns of a model must be:
    # everything else goes through `column("sort", code)`. A new language needs a field here and a migration.
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


def build_search_entry(record):
    """The entry of a record: `search_names()` rank highest, `search_texts()` lowest."""
    names = [name for name in dict.fromkeys(record.search_names()) if name]
    texts = [text for text in record.search_texts() if text]
    return SearchEntry(
        kind=record.record_kind(),
        record_id=record.pk,
        key=record.key,
        names=join_with_bars(map(normalize_spelling, names)),
        title=join_with_bars(" ".join(words(name)) for name in names),
        compounds=" ".join(dict.fromkeys(pair for text in [*names, *texts] for pair in join_neighbours(text))),
        body=" ".join(word for text in texts for word in words(text))[:MAX_BODY_LENGTH],
        date=record.sort_date(),
        **build_sort_keys(record),
    )


def build_sort_keys(record):
    """{sort column: sort key of the record's name in that language}."""
    keys = {}
    for code in LANGUAGE_CODES:
        with override(code):
            keys[column("sort", code)] = sort_key(str(record), code)
    return keys


def name_sort_key(model, renamed=()):
    """SQL expression: the sort key of a record's name in the reader's language.

    `renamed` are the records that had another name on the date of the list; their keys are computed here, because
    few localities change their name without a succession.
    """
    entries = SearchEntry.objects.filter(kind=model.record_kind(), record_id=OuterRef("pk")).order_by()
    stored = Subquery(entries.values(column("sort", current_language()))[:1])
    keys = [When(pk=record.pk, then=Value(sort_key(str(record), current_language()))) for record in renamed]
    return Case(*keys, default=stored, output_field=CodePointField()) if keys else stored


def join_with_bars(names):
    """
    >>> join_with_bars(["huế", "hué", "huế"])
    '|huế|hué|'
    """
    return "|" + "|".join(dict.fromkeys(names)) + "|"


def reindex(model, ids):
    """Update the entries of these records: create them for public records, delete them for others."""
    ids = set(ids)
    for batch in split_into_batches(sorted(ids)):
        records = model._base_manager.filter(pk__in=batch)
        public = list(model.with_search_relations(records.filter(model.objects.public_condition())))
        public_ids = {record.pk for record in public}
        SearchEntry.objects.filter(kind=model.record_kind(), record_id__in=set(batch) - public_ids).delete()
        SearchEntry.objects.bulk_create(
            [build_search_entry(record) for record in public],
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
                *columns("sort"),
            ],
        )


def split_into_batches(ids, size=500):
    return [ids[start : start + size] for start in range(0, len(ids), size)]
