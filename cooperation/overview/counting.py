"""Which agreements a figure counts, and how one is put together."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cooperation.agreements.models import Agreement
from cooperation.core.folding import fold

from . import findings
from .charts import Chart, Measure


def counted(day):
    """Public agreements of the day: signed by then, or not signed as far as the register knows."""
    return Agreement.objects.public().exclude(signed_on__gt=day.isoformat())


def chart(name, rows, *, total, finding, **values):
    heading, subject, measures = words_of(name)
    return Chart(name, heading, finding if total else findings.nothing_recorded(), subject, measures, rows, **values)


def words_of(name):
    """The heading of a figure, of its first column, and of its numbers."""
    agreements = Measure("agreements", _("agreements"))
    return {
        "by-year": (_("By year of signing"), _("year"), [agreements]),
        "by-theme": (_("By theme"), _("theme"), [agreements]),
        "by-locality": (
            _("By locality"),
            _("locality"),
            [
                Measure("own", pgettext("agreements of a locality", "own")),
                Measure("inherited", pgettext("agreements of a locality", "inherited")),
            ],
        ),
        "by-country": (
            _("By country"),
            _("country"),
            [agreements, Measure("localities", _("localities that signed"))],
        ),
        "by-state": (_("By status"), _("status"), [agreements]),
    }[name]


def most_first(row):
    return -sum(row.values), fold(row.label), row.key


def listed(number, **filters):
    """The list of the agreements that a row counts; none where it counts none."""
    return f"{reverse('agreements:list')}?{urlencode(filters)}" if number else ""
