"""Agreements counted by their parties: localities, own and inherited apart, and countries."""

from collections import Counter, defaultdict

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cooperation.agreements.models import AgreementParty
from cooperation.core.partial_dates import first_day
from cooperation.core.records import RecordQuerySet
from localities.choices import FRANCE, VIET_NAM, country_name
from localities.lineage import Lineage
from localities.models import Locality

from . import findings
from .charts import Row
from .counting import chart, counted, most_first


def by_locality(day):
    total = counted(day).count()
    own, inherited, localities = ties(day)
    called = Counter(map(str, localities.values()))
    rows = [
        Row(
            locality.key,
            name_of(locality, is_shared=called[str(locality)] > 1),
            [len(own[pk]), len(inherited[pk] - own[pk])],
            locality.get_absolute_url(),
        )
        for pk, locality in localities.items()
    ]
    rows.sort(key=most_first)
    return chart(
        "by-locality",
        rows,
        finding=findings.locality_finding(rows),
        completeness=ngettext(
            "%(total)s agreement, counted at each of its parties",
            "%(total)s agreements, each counted at each of its parties",
            total,
        )
        % {"total": total},
        note=_(
            "Own (solid): signed under this name. Inherited (outlined): signed by a unit that this one has succeeded."
        ),
        total=total,
        stacked=2,
    )


def name_of(locality, *, is_shared):
    """Its name, with its level where another row has the same name: the city and the province of Huế."""
    if not is_shared:
        return str(locality)
    return _("%(locality)s (%(level)s)") % {"locality": locality, "level": locality.level_label}


def ties(day):
    """Agreements own and inherited: ({locality id: agreement ids}, the same, {id: locality})."""
    signed = AgreementParty.objects.filter(agreement__in=counted(day).values("pk"))
    localities = {each.pk: each for each in Locality.objects.public().filter(pk__in=signed.values("locality"))}
    own, inherited, lineage = defaultdict(set), defaultdict(set), Lineage()
    for locality, agreement in signed.values_list("locality", "agreement"):
        own[locality].add(agreement)
    for pk, locality in list(localities.items()):
        steps = lineage.now(pk, day) if locality.has_ended(day) else []
        for row in steps:
            if first_day(row.effective_on) <= day:
                localities.setdefault(row.successor_id, row.successor)
                inherited[row.successor_id] |= own[pk]
    return own, inherited, localities


def by_country(day):
    agreements = counted(day)
    signed = AgreementParty.objects.filter(
        RecordQuerySet.public_condition("locality__"), agreement__in=agreements.values("pk")
    )
    measured = (
        signed.order_by()
        .values_list("locality__country")
        .annotate(Count("agreement", distinct=True), Count("locality", distinct=True))
    )
    numbers = {country: counts for country, *counts in measured}
    sides = (
        signed.order_by()
        .values("agreement")
        .annotate(
            vietnamese=Count("pk", filter=Q(locality__country=VIET_NAM)),
            french=Count("pk", filter=Q(locality__country=FRANCE)),
        )
    )
    both, total = sides.filter(vietnamese__gte=1, french__gte=1).count(), agreements.count()
    codes = [VIET_NAM, FRANCE, *sorted(set(numbers) - {VIET_NAM, FRANCE})]
    rows = [Row(code, country_name(code), numbers.get(code, [0, 0])) for code in codes]
    return chart(
        "by-country",
        rows,
        finding=findings.country_finding(both, total),
        completeness=ngettext(
            "%(total)s agreement, counted once in each country of its parties",
            "%(total)s agreements, each counted once in each country of its parties",
            total,
        )
        % {"total": total},
        total=total,
    )
