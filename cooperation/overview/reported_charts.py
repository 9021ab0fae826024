"""Reported numbers as figures: one bar for each number, in the order of their days, and one for our own count."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cooperation.core.date_formatting import format_partial_date

from .charts import Chart, Measure, Row


def drawn(lines):
    """[(line, its chart)]."""
    return [(line, chart_of(line)) for line in lines]


def chart_of(line):
    rows = [Row("", capfirst(label(number)), [number.value]) for number in line.numbers]
    if line.own is not None:
        rows.append(Row("", _("our own count"), [line.own], is_unknown=True))
    measures = [Measure("value", _("number"))]
    name = f"{line.kind or 'cooperation'}-{line.fact}".replace("_", "-")
    return Chart(name, capfirst(str(line.label)), finding(line), _("as of"), measures, rows)


def label(number):
    if number.conference:
        told = [number.conference.place_name, number.conference.starts_on[:4]]
        return ", ".join(filter(None, told)) or str(number.conference)
    return format_partial_date(number.on) if number.on else _("day not known")


def finding(line):
    first, last = line.numbers[0], line.numbers[-1]
    words = {
        "fact": capfirst(str(line.label)),
        "first": first.value,
        "first_day": label(first),
        "last": last.value,
        "last_day": label(last),
    }
    if first is last or (first.value, first.on) == (last.value, last.on):
        return _("%(fact)s: %(last)s (%(last_day)s)") % words
    return _("%(fact)s: %(first)s (%(first_day)s), later %(last)s (%(last_day)s)") % words
