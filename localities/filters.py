from collections import Counter
from functools import partial

from django.utils.translation import gettext_lazy as _

from cooperation.core.collation import sort_names
from cooperation.core.filters import (
    AsOfDateFilter,
    Facet,
    FacetedFilterSet,
    FlagFilter,
    RelatedFacet,
    SearchFilter,
    choice_labels,
)
from cooperation.core.languages import current_language
from cooperation.core.ordering import Order, by_name
from cooperation.core.records import RecordQuerySet

from .as_of import existence_on, level_on
from .choices import AdministrativeLevel, Existence
from .countries import country_name, is_country
from .models import Locality


def country_names(values):
    """{code: name} of the countries among these codes, in the reader's order."""
    codes = {country_name(code): code for code in values if is_country(code)}
    return {codes[name]: name for name in sort_names(codes, current_language())}


def get_locality_names(values, cutoff):
    """{key: name} of public localities, in the reader's order; the level is added to names that are not unique."""
    localities = sort_names(Locality.objects.public().filter(key__in=values).dated(cutoff), current_language())
    counts = Counter(map(str, localities))
    return {
        locality.key: str(locality) if counts[str(locality)] == 1 else f"{locality} ({locality.level_label})"
        for locality in localities
    }


class LocalityFacet(Facet):
    """Localities, with their names on the list's date."""

    def __init__(self, **options):
        super().__init__(**options, get_labels=None)

    def labels(self, values):
        return get_locality_names(values, self.parent.as_of.cutoff)


def get_level_expression(as_of, path=""):
    """The administrative level on the list's date; `path` is the lookup prefix of the locality."""
    return level_on(as_of.cutoff, path) if as_of.cutoff else f"{path}administrative_level"


def build_party_level_facet(path):
    return RelatedFacet(
        label=_("administrative level of a party"),
        expression=partial(get_level_expression, path=path),
        get_labels=choice_labels(AdministrativeLevel),
        visible=RecordQuerySet.public_condition(path),
    )


class HasSignedFilter(FlagFilter):
    """Localities that are a party to an agreement of the list's date."""

    def __init__(self, **options):
        super().__init__(**options, apply=self.with_agreements)

    def with_agreements(self, localities):
        return localities.filter(pk__in=localities.party_rows(self.parent.as_of.cutoff).values("locality"))


class LocalityFilter(FacetedFilterSet):
    q = SearchFilter()
    country = Facet(label=_("country"), expression="country", get_labels=country_names)
    level = Facet(
        label=_("administrative level"),
        expression=get_level_expression,
        get_labels=choice_labels(AdministrativeLevel),
    )
    existence = Facet(
        label=_("current or former"),
        expression=lambda as_of: existence_on(as_of.day),
        get_labels=choice_labels(Existence),
    )
    signed = HasSignedFilter(label=_("only localities that have signed an agreement"))
    on = AsOfDateFilter()

    class Meta:
        model = Locality
        fields = []

    @classmethod
    def orders(cls):
        return [
            by_name(Locality),
            Order("ties", _("most agreements first"), lambda cutoff: ["-agreements_signed", "key"]),
        ]
