"""The numbers of each figure as columns and rows of a file."""

from functools import partial

from .charts import Measure
from .completeness import COUNTRIES, record_types
from .figures import CHARTS
from .reported_numbers import build_figure_series

REPORTED, COMPLETENESS = "reported-numbers", "completeness"


def build_columns(*names):
    return [Measure(name, name) for name in names]


def build_chart_file(build_chart, as_of):
    chart = build_chart(as_of)
    return chart.file_columns(), chart.file_rows()


def build_reported_file(as_of):
    """One row for each report that prints a number, with our own count beside it."""
    rows = [
        [
            series.fact,
            figure.conference.key if figure.conference else "",
            figure.value,
            *figure.qualifiers,
            publication.as_of,
            publication.appeared_on,
            publication.item.publisher_name if publication.item.publisher else "",
            publication.item.key,
            publication.repeats_since,
            figure.own if figure.conference else series.own,
        ]
        for series in build_figure_series(as_of)
        for figure in series.numbers
        for publication in figure.publications
    ]
    qualifiers = ["comparator", "nature", "inference"]
    report = ["as_of", "appeared_on", "publisher", "news", "repeats_since"]
    return build_columns("fact", "conference", "value", *qualifiers, *report, "own_count"), rows


def build_completeness_file(as_of):
    rows = [
        [kind.name, field.label, field.known, field.total, *(number for pair in field.by_country for number in pair)]
        for kind in record_types()
        for field in kind.fields
    ]
    by_country = [f"{name}_{code.lower()}" for code in COUNTRIES for name in ["known", "total"]]
    columns = build_columns("kind", "fact", "known", "total", *by_country)
    return columns, [row + [""] * (len(columns) - len(row)) for row in rows]


FILES = {name: partial(build_chart_file, build_chart) for name, build_chart in CHARTS.items()} | {
    REPORTED: build_reported_file,
    COMPLETENESS: build_completeness_file,
}
