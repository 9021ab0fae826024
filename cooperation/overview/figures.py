"""Agreements counted by year, theme, locality, country and state on a day. Each counts once in every total."""

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
from .counting import chart, counted, listed, most_first
from .figures_of_places import by_country, by_locality


def by_year(day):
    return years_of(counted(day), day)


def years_of(agreements, day, **filters):
    """`agreements` by their years of signing; `filters` lead to the same ones in the list."""
    dated = agreements.exclude(signed_on="").annotate(signing_year=Substr("signed_on", 1, 4))
    numbers = dict(dated.order_by().values_list("signing_year").annotate(Count("pk")))
    undated = agreements.filter(signed_on="").count()
    total, known = sum(numbers.values()) + undated, sum(numbers.values())
    span = range(int(min(numbers)), day.year + 1) if numbers else []
    rows = [
        Row(str(year), str(year), [numbers.get(str(year), 0)], listed(numbers.get(str(year)), year=year))
        for year in span
    ]
    rows.append(Row("", _("year not known, or not signed yet"), [undated], is_unknown=True))
    return chart(
        "by-year",
        rows,
        finding=findings.year_finding(rows, total),
        completeness=ngettext(
            "%(known)s of %(total)s agreement dated", "%(known)s of %(total)s agreements dated", total
        )
        % {"known": known, "total": total},
        is_by_year=True,
        total=total,
    )


def by_theme(day):
    agreements = counted(day)
    public = RecordQuerySet.public_condition("themes__")
    numbers = dict(agreements.filter(public).order_by().values_list("themes").annotate(Count("pk", distinct=True)))
    total = agreements.count()
    known = agreements.filter(public).distinct().count()
    rows = [
        Row(theme.key, str(theme), [numbers.get(theme.pk, 0)], theme.get_absolute_url())
        for theme in Theme.objects.public()
    ]
    rows.sort(key=most_first)
    rows.append(Row("", _("theme not recorded"), [total - known], is_unknown=True))
    return chart(
        "by-theme",
        rows,
        finding=findings.theme_finding(rows, total),
        completeness=ngettext(
            "%(known)s of %(total)s agreement with a theme", "%(known)s of %(total)s agreements with a theme", total
        )
        % {"known": known, "total": total},
        note=_("An agreement may have several themes: the rows add up to more than the total then."),
        total=total,
    )


def by_status(day):
    numbers = dict(counted(day).with_status(day).order_by().values_list("status").annotate(Count("pk")))
    total = sum(numbers.values())
    rows = [
        Row(
            status.value,
            capfirst(str(status.label)),
            [numbers.get(status.value, 0)],
            listed(numbers.get(status.value), status=status.value),
        )
        for status in AgreementStatus
    ]
    rows.sort(key=most_first)
    return chart(
        "by-state",
        rows,
        finding=findings.status_finding(rows, total) if total else "",
        completeness=ngettext("%(total)s agreement", "%(total)s agreements", total) % {"total": total},
        note=_("The status is computed from the signature, the term and what happened since; it is never typed."),
        total=total,
    )


CHARTS = {
    "by-year": by_year,
    "by-theme": by_theme,
    "by-locality": by_locality,
    "by-country": by_country,
    "by-state": by_status,
}
