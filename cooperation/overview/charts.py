"""A figure: its finding, its rows, and where its bars stand: in percent, as texts that no language rewrites."""

from typing import NamedTuple

from django.utils.translation import gettext as _

#: The longest bar leaves room for its number; where there are many rows, only the first are drawn.
LONGEST, DRAWN = 0.88, 15
#: Columns of years: the height of the drawing, its base line and the tallest column, in pixels.
BASE, TALLEST = 150, 120


class Measure(NamedTuple):
    """What a column of numbers counts: its name in the file, and its heading for readers."""

    name: str
    heading: str


class Row(NamedTuple):
    """`values` has one number for each of the chart's measures, `key` stands in the file."""

    key: str
    label: str
    values: list
    url: str = ""
    is_unknown: bool = False


class Bar(NamedTuple):
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
    """`subject` heads the first column of its table, `measures` the others; the first `stacked` of these are drawn."""

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
        return [Measure("key", _("key")), Measure("name", self.subject), *self.measures]

    def drawn(self, row):
        return row.values[: self.stacked]

    @property
    def is_shortened(self):
        return not self.is_by_year and len(self.rows) > DRAWN

    @property
    def drawn_count(self):
        return min(len(self.rows), DRAWN)

    @property
    def highest(self):
        return max((sum(self.drawn(row)) for row in self.rows), default=0)

    @property
    def bars(self):
        return [self.bar(row) for row in self.rows[:DRAWN]]

    def bar(self, row):
        scale = LONGEST / (self.highest or 1)
        pieces, reached = [], 0
        for value in self.drawn(row):
            pieces.append((percent(reached * scale), percent(value * scale)))
            reached += value
        return Bar(row, pieces, percent(reached * scale), reached)

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
                percent((place + 0.15) * share),
                percent(0.7 * share),
                BASE - round(TALLEST * row.values[0] / highest),
                round(TALLEST * row.values[0] / highest),
                percent((place + 0.5) * share),
                row.values[0],
            )
            for place, row in enumerate(years)
        ]

    @property
    def year_marks(self):
        return year_marks([int(row.key) for row in self.years])


def percent(share):
    """
    >>> percent(1 / 3)
    '33.33%'
    """
    return f"{100 * share:.2f}%"


def year_marks(years):
    """The first and the last of `years`, and round ones between them where they do not touch.

    >>> [mark.year for mark in year_marks(range(1989, 2027))]
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
