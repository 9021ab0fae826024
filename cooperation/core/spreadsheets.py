"""Tables as spreadsheet files: CSV with escaped formulas, and XLSX with a second sheet of metadata."""

import csv
import datetime as dt
import io
import re

from django.utils.text import capfirst
from django.utils.translation import pgettext
from xlsxwriter import Workbook

BYTE_ORDER_MARK = "\ufeff"  # without it Excel does not detect UTF-8
FORMULA_PREFIXES = tuple("=+-@\t\r\n＝＋－＠")
LIST_SEPARATOR = "; "
MAX_CELL_LENGTH = 32_767  # limit of XLSX
MIN_WIDTH, MAX_WIDTH = 10, 60


def render_csv(columns, rows):
    """The table as CSV bytes; the first row contains the column names."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([column.name for column in columns])
    writer.writerows([escape_formula(to_cell_value(value)) for value in row] for row in rows)
    return (BYTE_ORDER_MARK + file.getvalue()).encode()


def to_cell_value(value):
    """A value as text or number; the items of a list are joined."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return LIST_SEPARATOR.join(map(str, value)) if isinstance(value, list) else value


def escape_formula(value):
    """Put an apostrophe before a text that a spreadsheet would run as a formula; numbers stay numbers.

    >>> escape_formula("=1+1"), escape_formula("Hà Nội"), escape_formula(-1.5)
    ("'=1+1", 'Hà Nội', -1.5)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_PREFIXES) else value


def render_xlsx(title, columns, rows, about, day):
    """The table as XLSX bytes; headings in the reader's language; `about` is [(label, value)] of the second sheet."""
    file = io.BytesIO()
    no_conversion = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(file, {"in_memory": True} | no_conversion)
    # The date of the table, not the time of writing: the same records then give the same bytes.
    book.set_properties({"title": title, "created": dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)})
    bold = book.add_format({"bold": True})
    sheet = book.add_worksheet(build_sheet_name(title))
    headings = [capfirst(str(column.heading)) for column in columns]
    write_sheet(sheet, [headings, *rows], bold)
    sheet.freeze_panes(1, 1)
    if columns:
        sheet.autofilter(0, 0, max(sheet.dim_rowmax or 0, 0), len(columns) - 1)
    write_sheet(book.add_worksheet(build_sheet_name(pgettext("name of a sheet", "about"))), about, None)
    book.close()
    return file.getvalue()


def write_sheet(sheet, rows, first_row_format):
    """Write the rows, and set the width of each column (in characters) to fit its values."""
    widths = {}
    for row_index, row in enumerate(rows):
        for column_index, value in enumerate(map(to_cell_value, row)):
            if isinstance(value, str):
                sheet.write_string(
                    row_index, column_index, shorten(value), first_row_format if row_index == 0 else None
                )
            else:
                sheet.write_number(row_index, column_index, value)
            widths[column_index] = max(widths.get(column_index, MIN_WIDTH), len(str(value)) + 1)
    for column_index, width in widths.items():
        sheet.set_column(column_index, column_index, min(width, MAX_WIDTH))


def shorten(text):
    return text if len(text) <= MAX_CELL_LENGTH else text[: MAX_CELL_LENGTH - 1] + "…"


def build_sheet_name(title):
    """
    >>> build_sheet_name("Partnerships: [all]")
    'Partnerships all'
    """
    return re.sub(r"[\[\]:*?/\\]", "", capfirst(title)).strip("'")[:31]
