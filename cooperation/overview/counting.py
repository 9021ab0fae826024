"""The agreements that charts count, and what all charts share."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cooperation.agreements.models import Agreement
from cooperation.core.folding import fold

from . import findings
from .charts import Chart, Measure


def get_counted_agreements(as_of):
    """The agreements that the list of agreements has for the same date."""
    return Agreement.objects.public_as_of(as_of.cutoff)


def build_chart(name, rows, *, total, finding, **values):
    heading, subject, measures = get_headings(name)
    finding = finding if total else findings.build_empty_finding()
    return Chart(name, heading, finding, subject, measures, rows, **values)


def get_headings(name):
    """The heading of a chart, of its first column, and the measures of its numbers."""
    agreements = Measure("agreements", _("agreements"))
    return {
        "by-year": (_("By year of signature"), _("year"), [agreements]),
        "by-theme": (_("By topic"), _("topic"), [agreements]),
        "by-locality": (
            _("By locality"),
            _("locality"),
            [
                Measure("own", pgettext("agreements of a locality", "own")),
                Measure("inherited", pgettext("agreements of a locality", "from predecessors")),
            ],
        ),
        "by-country": (
            _("By country"),
            _("country"),
            [agreements, Measure("localities", _("localities that have signed"))],
        ),
        "by-state": (_("By status"), pgettext("an agreement", "status"), [agreements]),
    }[name]


def sort_key_most_first(row):
    return -sum(row.values), fold(row.label), row.key


def list_url(number, **filters):
    """URL of the list of the agreements that a row counts; empty where it counts none."""
    return f"{reverse('agreements:list')}?{urlencode(filters)}" if number else ""
