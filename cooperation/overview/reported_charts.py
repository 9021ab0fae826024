"""Charts of reported figures: one bar for each figure, in order of date, and one for our own count."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cooperation.core.date_formatting import format_partial_date
from cooperation.news.qualifiers import describe_qualifiers

from .charts import Chart, Measure, Row


def build_charts(all_series):
    """[(FigureSeries, its chart)]."""
    return [(series, build_chart(series)) for series in all_series]


def build_chart(series):
    rows = [Row("", build_row_label(figure), [figure.value]) for figure in series.numbers]
    if series.own is not None:
        rows.append(Row("", _("our count"), [series.own], is_unknown=True))
    measures = [Measure("value", _("number"))]
    name = f"{series.kind or 'cooperation'}-{series.fact}".replace("_", "-")
    return Chart(name, capfirst(str(series.label)), build_finding(series), _("as of"), measures, rows)


def build_row_label(figure):
    """The label of a bar, with the words that qualify its number."""
    words = describe_qualifiers(*figure.qualifiers)
    return capfirst(build_label(figure)) + (f" ({words})" if words else "")


def build_label(figure):
    if figure.conference:
        place_and_year = [figure.conference.place_name, figure.conference.starts_on[:4]]
        return ", ".join(filter(None, place_and_year)) or str(figure.conference)
    return format_partial_date(figure.on) if figure.on else _("date not known")


def build_finding(series):
    first, last = series.numbers[0], series.numbers[-1]
    params = {
        "fact": capfirst(str(series.label)),
        "first": first.text,
        "first_day": build_label(first),
        "last": last.text,
        "last_day": build_label(last),
    }
    if first is last or (first.text, first.on) == (last.text, last.on):
        return _("%(fact)s: %(last)s (%(last_day)s)") % params
    return _("%(fact)s: %(first)s (%(first_day)s), later %(last)s (%(last_day)s)") % params
