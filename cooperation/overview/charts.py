"""A chart: its finding, its rows, and the positions of its bars.

Positions are strings in percent, so that templates do not localise their decimal points.
"""

from typing import NamedTuple

from django.utils.translation import gettext as _

#: Share of the width that the longest bar takes, which leaves room for its number.
MAX_BAR_SHARE = 0.88
#: Charts with more rows draw the first ones only.
MAX_BARS = 15
#: Columns of years: the position of the base line and the height of the tallest column, in pixels.
BASE_LINE, MAX_COLUMN_HEIGHT = 150, 120


class Measure(NamedTuple):
    """What a column of numbers counts: its column name in the file, and its heading for readers."""

    name: str
    heading: str


class Row(NamedTuple):
    """`values` has one number for each of the chart's measures; `key` identifies the row in the file."""

    key: str
    label: str
    values: list
    url: str = ""
    is_unknown: bool = False


class Bar(NamedTuple):
    """`pieces` are (start, width); all positions are in percent of the width."""

    row: Row
    pieces: list
    end: str
    number: int


class Column(NamedTuple):
    row: Row
    x: str
    width: str
    y: int
    height: int
    middle: str
    number: int


class Mark(NamedTuple):
    """A year under the axis."""

    x: str
    anchor: str
    year: int


class Chart(NamedTuple):
    """`subject` heads the first column of the table, `measures` the others; bars stack the first `stacked`."""

    name: str
    heading: str
    finding: str
    subject: str
    measures: list
    rows: list
    completeness: str = ""
    note: str = ""
    is_by_year: bool = False
    stacked: int = 1

    def file_rows(self):
        return [[row.key, row.label, *row.values] for row in self.rows]

    def file_columns(self):
        return [Measure("key", _("identifier")), Measure("name", self.subject), *self.measures]

    def stacked_values(self, row):
        return row.values[: self.stacked]

    @property
    def is_shortened(self):
        return not self.is_by_year and len(self.rows) > MAX_BARS

    @property
    def bar_count(self):
        return min(len(self.rows), MAX_BARS)

    @property
    def highest(self):
        return max((sum(self.stacked_values(row)) for row in self.rows), default=0)

    @property
    def bars(self):
        return [self.build_bar(row) for row in self.rows[:MAX_BARS]]

    def build_bar(self, row):
        scale = MAX_BAR_SHARE / (self.highest or 1)
        pieces, total = [], 0
        for value in self.stacked_values(row):
            pieces.append((percent(total * scale), percent(value * scale)))
            total += value
        return Bar(row, pieces, percent(total * scale), total)

    @property
    def years(self):
        return [row for row in self.rows if not row.is_unknown]

    @property
    def unknown(self):
        return [row for row in self.rows if row.is_unknown and row.values[0]]

    @property
    def year_columns(self):
        years, highest = self.years, max((row.values[0] for row in self.years), default=0) or 1
        share = 1 / (len(years) or 1)
        return [
            Column(
                row,
                percent((index + 0.15) * share),
                percent(0.7 * share),
                BASE_LINE - round(MAX_COLUMN_HEIGHT * row.values[0] / highest),
                round(MAX_COLUMN_HEIGHT * row.values[0] / highest),
                percent((index + 0.5) * share),
                row.values[0],
            )
            for index, row in enumerate(years)
        ]

    @property
    def year_marks(self):
        return build_year_marks([int(row.key) for row in self.years])


def percent(share):
    """
    >>> percent(1 / 3)
    '33.33%'
    """
    return f"{100 * share:.2f}%"


def build_year_marks(years):
    """The first and the last of `years`, and round ones between them where their labels do not overlap.

    >>> [mark.year for mark in build_year_marks(range(1989, 2027))]
    [1989, 1995, 2000, 2005, 2010, 2015, 2020, 2026]
    """
    years = list(years)
    if not years:
        return []
    first, last = years[0], years[-1]
    step = next(step for step in [5, 10, 25, 100] if step * 9 >= len(years) or step == 100)
    room = step * 0.75
    between = [year for year in years if year % step == 0 and first + room < year < last - room]
    share = 1 / len(years)
    inner = [Mark(percent((year - first + 0.5) * share), "middle", year) for year in between]
    ends = [Mark("0%", "start", first), *inner, Mark("100%", "end", last)]
    return ends if len(years) > 1 else [Mark("50%", "middle", first)]
