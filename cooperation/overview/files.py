"""The numbers of each figure as columns and rows of a file."""

from functools import partial

from .charts import Measure
from .completeness import COUNTRIES, kinds
from .figures import CHARTS
from .reported_numbers import reported_lines

REPORTED, COMPLETENESS = "reported-numbers", "completeness"


def columns(*names):
    return [Measure(name, name) for name in names]


def chart_file(draw, day):
    chart = draw(day)
    return chart.file_columns(), chart.file_rows()


def reported_file(day):
    """One row for each report that prints a number; our own count stands beside it."""
    rows = [
        [
            line.fact,
            number.conference.key if number.conference else "",
            number.value,
            each.as_of,
            each.appeared_on,
            each.item.publisher,
            each.item.key,
            each.repeats_since,
            number.own if number.conference else line.own,
        ]
        for line in reported_lines(day)
        for number in line.numbers
        for each in number.publications
    ]
    names = ["fact", "conference", "value", "as_of", "appeared_on", "publisher", "news", "repeats_since", "own_count"]
    return columns(*names), rows


def completeness_file(day):
    rows = [
        [kind.name, share.label, share.known, share.total, *(number for pair in share.by_country for number in pair)]
        for kind in kinds()
        for share in kind.shares
    ]
    each = [f"{what}_{code.lower()}" for code in COUNTRIES for what in ["known", "total"]]
    return columns("kind", "fact", "known", "total", *each), [row + [""] * (8 - len(row)) for row in rows]


FILES = {name: partial(chart_file, draw) for name, draw in CHARTS.items()} | {
    REPORTED: reported_file,
    COMPLETENESS: completeness_file,
}
