"""Tables as files that spreadsheets open: CSV without formulas, and XLSX with a second sheet about the first."""

import csv
import datetime as dt
import io
import re

from django.utils.text import capfirst
from django.utils.translation import pgettext
from xlsxwriter import Workbook

BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads UTF-8 as something else
BEGINS_A_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
BETWEEN = "; "
MAX_CELL_LENGTH = 32_767  # what a cell of XLSX holds
MIN_WIDTH, MAX_WIDTH = 10, 60


def as_csv(columns, rows):
    """The first row holds the names of the columns."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([column.name for column in columns])
    writer.writerows([escape_formula(plain(value)) for value in row] for row in rows)
    return (BYTE_ORDER_MARK + file.getvalue()).encode()


def plain(value):
    """A value as one cell holds it: several are written one after the other."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return BETWEEN.join(map(str, value)) if isinstance(value, list) else value


def escape_formula(value):
    """A text that a spreadsheet would take for a formula, after an apostrophe; numbers stay numbers.

    >>> escape_formula("=1+1"), escape_formula("Hà Nội"), escape_formula(-1.5)
    ("'=1+1", 'Hà Nội', -1.5)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(BEGINS_A_FORMULA) else value


def as_xlsx(title, columns, rows, about, day):
    """The first row holds headings in the reader's language; `about` is [(what, value)] for the second sheet."""
    file = io.BytesIO()
    never = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(file, {"in_memory": True} | never)
    # The day of the table, so that the same records make the same file.
    book.set_properties({"title": title, "created": dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)})
    strong = book.add_format({"bold": True})
    sheet = book.add_worksheet(sheet_name(title))
    headings = [capfirst(str(column.heading)) for column in columns]
    write(sheet, [headings, *rows], strong)
    sheet.freeze_panes(1, 1)
    if columns:
        sheet.autofilter(0, 0, max(sheet.dim_rowmax or 0, 0), len(columns) - 1)
    write(book.add_worksheet(sheet_name(pgettext("name of a sheet", "about"))), about, None)
    book.close()
    return file.getvalue()


def write(sheet, rows, first_format):
    widths = {}
    for number, row in enumerate(rows):
        for place, value in enumerate(map(plain, row)):
            if isinstance(value, str):
                sheet.write_string(number, place, cut(value), first_format if number == 0 else None)
            else:
                sheet.write_number(number, place, value)
            widths[place] = max(widths.get(place, MIN_WIDTH), len(str(value)) + 1)
    for place, width in widths.items():
        sheet.set_column(place, place, min(width, MAX_WIDTH))


def cut(text):
    return text if len(text) <= MAX_CELL_LENGTH else text[: MAX_CELL_LENGTH - 1] + "…"


def sheet_name(title):
    """
    >>> sheet_name("Partnerships: [all]")
    'Partnerships all'
    """
    return re.sub(r"[\[\]:*?/\\]", "", capfirst(title)).strip("'")[:31]
