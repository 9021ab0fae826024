from collections import Counter

from django.db.models import Case, CharField, Value, When
from django.utils.translation import gettext_lazy as _

from cooperation.core.collation import sort_names
from cooperation.core.filters import AsOfDateFilter, Facet, FacetedFilterSet, FlagFilter, SearchFilter, choice_labels
from cooperation.core.languages import current_language
from cooperation.core.ordering import Order, by_name
from cooperation.core.records import RecordQuerySet

from .choices import AdministrativeLevel
from .countries import country_name, is_country
from .models import Locality


def country_names(values):
    """{code: name} of the countries among these codes, in the reader's order."""
    codes = {country_name(code): code for code in values if is_country(code)}
    return {codes[name]: name for name in sort_names(codes, current_language())}


def locality_names(values):
    """{key: name} of public localities, in the reader's order; the level is added to names that are not unique."""
    localities = sort_names(Locality.objects.public().filter(key__in=values), current_language())
    counts = Counter(map(str, localities))
    return {
        locality.key: str(locality) if counts[str(locality)] == 1 else f"{locality} ({locality.level_label})"
        for locality in localities
    }


CURRENT, FORMER = "current", "former"
EXISTENCE_LABELS = {CURRENT: _("current"), FORMER: _("former")}


def existence_labels(values):
    return {value: label for value, label in EXISTENCE_LABELS.items() if value in values}


def with_agreements(localities):
    """Localities that are a party to a public agreement."""
    signed = RecordQuerySet.public_condition("agreement_parties__agreement__")
    return localities.filter(pk__in=localities.model.objects.filter(signed).values("pk"))


class LocalityFilter(FacetedFilterSet):
    q = SearchFilter()
    country = Facet(label=_("country"), expression="country", get_labels=country_names)
    level = Facet(
        label=_("administrative level"),
        expression="administrative_level",
        get_labels=choice_labels(AdministrativeLevel),
    )
    existence = Facet(
        label=_("current or former"),
        expression=Case(When(until="", then=Value(CURRENT)), default=Value(FORMER), output_field=CharField()),
        get_labels=existence_labels,
    )
    signed = FlagFilter(label=_("only localities that have signed an agreement"), apply=with_agreements)
    on = AsOfDateFilter()

    class Meta:
        model = Locality
        fields = []

    @classmethod
    def orders(cls):
        return [by_name(Locality), Order("ties", _("most agreements first"), lambda: ["-agreements_signed", "key"])]
