"""Agreements counted by locality, with own and inherited ones apart, and by country."""

from collections import Counter, defaultdict

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cooperation.agreements.models import AgreementParty
from cooperation.core.records import RecordQuerySet
from localities.countries import FRANCE, VIET_NAM, country_name
from localities.lineage import ANSWERING, Lineage
from localities.models import Locality

from . import findings
from .charts import Row
from .counting import build_chart, get_counted_agreements, sort_key_most_first


def build_chart_by_locality(as_of):
    total = get_counted_agreements(as_of).count()
    own, inherited, localities = get_agreements_by_locality(as_of)
    name_counts = Counter(map(str, localities.values()))
    rows = [
        Row(
            locality.key,
            build_label(locality, is_shared=name_counts[str(locality)] > 1),
            [len(own[pk]), len(inherited[pk] - own[pk])],
            locality.get_absolute_url(),
        )
        for pk, locality in localities.items()
    ]
    rows.sort(key=sort_key_most_first)
    return build_chart(
        "by-locality",
        rows,
        finding=findings.build_locality_finding(rows),
        completeness=ngettext(
            "%(total)s agreement, counted for each of its parties",
            "%(total)s agreements, each counted for each of its parties",
            total,
        )
        % {"total": total},
        note=_(
            "Own (solid): signed under this name. From predecessors (outlined): signed by a locality that "
            "this one has succeeded."
        ),
        total=total,
        stacked=2,
    )


def build_label(locality, *, is_shared):
    """The name, with the administrative level if another row has the same name: the city and the province of Huế."""
    if not is_shared:
        return str(locality)
    return _("%(locality)s (%(level)s)") % {"locality": locality, "level": locality.level_label}


def get_agreements_by_locality(as_of):
    """Own and inherited agreements: ({locality id: agreement ids}, the same, {id: locality})."""
    day = as_of.day
    parties = AgreementParty.objects.filter(agreement__in=get_counted_agreements(as_of).values("pk"))
    public = Locality.objects.public().filter(pk__in=parties.values("locality")).dated(as_of.cutoff)
    localities = {locality.pk: locality for locality in public}
    own, inherited, lineage = defaultdict(set), defaultdict(set), Lineage(as_of.cutoff)
    for locality_id, agreement_id in parties.values_list("locality", "agreement"):
        own[locality_id].add(agreement_id)
    for pk, locality in list(localities.items()):
        for relation in lineage.relations(locality, day):
            if relation.kind in ANSWERING and relation.locality.pk != pk:
                localities.setdefault(relation.locality.pk, relation.locality)
                inherited[relation.locality.pk] |= own[pk]
    return own, inherited, localities


def build_chart_by_country(as_of):
    agreements = get_counted_agreements(as_of)
    parties = AgreementParty.objects.filter(
        RecordQuerySet.public_condition("locality__"), agreement__in=agreements.values("pk")
    )
    counts_by_country = (
        parties.order_by()
        .values_list("locality__country")
        .annotate(Count("agreement", distinct=True), Count("locality", distinct=True))
    )
    numbers = {country: counts for country, *counts in counts_by_country}
    sides = (
        parties.order_by()
        .values("agreement")
        .annotate(
            vietnamese=Count("pk", filter=Q(locality__country=VIET_NAM)),
            french=Count("pk", filter=Q(locality__country=FRANCE)),
        )
    )
    both, total = sides.filter(vietnamese__gte=1, french__gte=1).count(), agreements.count()
    codes = [VIET_NAM, FRANCE, *sorted(set(numbers) - {VIET_NAM, FRANCE})]
    rows = [Row(code, country_name(code), numbers.get(code, [0, 0])) for code in codes]
    return build_chart(
        "by-country",
        rows,
        finding=findings.build_country_finding(both, total),
        completeness=ngettext(
            "%(total)s agreement, counted once for each country that has a party to it",
            "%(total)s agreements, each counted once for each country that has a party to it",
            total,
        )
        % {"total": total},
        total=total,
    )
