"""Agreements counted by year, theme, locality, country and status on a date. Each counts once in every total."""

from django.db.models import Count
from django.db.models.functions import Substr
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cooperation.agreements.choices import AgreementStatus
from cooperation.core.records import RecordQuerySet
from cooperation.library.models import Theme

from . import findings
from .charts import Row
from .counting import build_chart, get_counted_agreements, list_url, sort_key_most_first
from .figures_of_places import build_chart_by_country, build_chart_by_locality


def build_chart_by_year(as_of):
    return build_year_chart(get_counted_agreements(as_of), as_of.day)


def build_year_chart(agreements, day, **filters):
    """`agreements` by year of signature; `filters` select the same ones in the list of agreements."""
    signed = agreements.filter(signed_on__gt="", signed_on__lte=day.isoformat())
    years_of_signing = signed.annotate(signing_year=Substr("signed_on", 1, 4)).order_by().values_list("signing_year")
    numbers = dict(years_of_signing.annotate(Count("pk")))
    total, known = agreements.count(), sum(numbers.values())
    years = range(int(min(numbers)), day.year + 1) if numbers else []
    rows = [
        Row(str(year), str(year), [numbers.get(str(year), 0)], list_url(numbers.get(str(year)), year=year))
        for year in years
    ]
    rows.append(Row("", _("year not known, or not signed yet"), [total - known], is_unknown=True))
    return build_chart(
        "by-year",
        rows,
        finding=findings.build_year_finding(rows, total),
        completeness=ngettext(
            "%(known)s of %(total)s agreement dated", "%(known)s of %(total)s agreements dated", total
        )
        % {"known": known, "total": total},
        is_by_year=True,
        total=total,
    )


def build_chart_by_theme(as_of):
    agreements = get_counted_agreements(as_of)
    public = RecordQuerySet.public_condition("themes__")
    numbers = dict(agreements.filter(public).order_by().values_list("themes").annotate(Count("pk", distinct=True)))
    total = agreements.count()
    known = agreements.filter(public).distinct().count()
    rows = [
        Row(theme.key, str(theme), [numbers.get(theme.pk, 0)], theme.get_absolute_url())
        for theme in Theme.objects.public()
    ]
    rows.sort(key=sort_key_most_first)
    rows.append(Row("", _("topic not recorded"), [total - known], is_unknown=True))
    return build_chart(
        "by-theme",
        rows,
        finding=findings.build_theme_finding(rows, total),
        completeness=ngettext(
            "%(known)s of %(total)s agreement with a topic", "%(known)s of %(total)s agreements with a topic", total
        )
        % {"known": known, "total": total},
        note=_("An agreement may have several topics, so the rows add up to more than the total."),
        total=total,
    )


def build_chart_by_status(as_of):
    agreements = get_counted_agreements(as_of).with_status(as_of.day)
    numbers = dict(agreements.order_by().values_list("status").annotate(Count("pk")))
    total = sum(numbers.values())
    rows = [
        Row(
            status.value,
            capfirst(str(status.label)),
            [numbers.get(status.value, 0)],
            list_url(numbers.get(status.value), status=status.value),
        )
        for status in AgreementStatus
    ]
    rows.sort(key=sort_key_most_first)
    return build_chart(
        "by-state",
        rows,
        finding=findings.build_status_finding(rows, total) if total else "",
        completeness=ngettext("%(total)s agreement", "%(total)s agreements", total) % {"total": total},
        note=_(
            "The status is calculated from the signature, the duration and recorded events. It is never "
            "entered by hand."
        ),
        total=total,
    )


CHARTS = {
    "by-year": build_chart_by_year,
    "by-theme": build_chart_by_theme,
    "by-locality": build_chart_by_locality,
    "by-country": build_chart_by_country,
    "by-state": build_chart_by_status,
}
