from collections import Counter

from django.db.models import Case, CharField, Value, When
from django.utils.translation import gettext_lazy as _

from cooperation.core.collation import in_order
from cooperation.core.filters import DayAsked, Facet, FacetedFilterSet, Tick, Words, choice_names
from cooperation.core.languages import reading_language
from cooperation.core.ordering import Order, by_name
from cooperation.core.records import RecordQuerySet

from .choices import Tier, country_name, is_country
from .models import Locality


def countries(values):
    names = {country_name(code): code for code in values if is_country(code)}
    return {names[name]: name for name in in_order(names, reading_language())}


def locality_names(values):
    """{key: name} of public localities, in the reader's order; of two with one name each tells its level."""
    found = in_order(Locality.objects.public().filter(key__in=values), reading_language())
    names = Counter(map(str, found))
    return {each.key: str(each) if names[str(each)] == 1 else f"{each} ({each.level})" for each in found}


STANDING, FORMER = "standing", "former"
STANDING_NAMES = {STANDING: _("standing today"), FORMER: _("former")}


def standing_names(values):
    return {value: label for value, label in STANDING_NAMES.items() if value in values}


def with_agreements(localities):
    """Localities that have signed a public agreement."""
    signed = RecordQuerySet.public_condition("signatures__agreement__")
    return localities.filter(pk__in=localities.model.objects.filter(signed).values("pk"))


class LocalityFilter(FacetedFilterSet):
    q = Words()
    country = Facet(label=_("country"), counted="country", names=countries)
    tier = Facet(label=_("level"), counted="tier", names=choice_names(Tier))
    standing = Facet(
        label=_("standing or former"),
        counted=Case(When(until="", then=Value(STANDING)), default=Value(FORMER), output_field=CharField()),
        names=standing_names,
    )
    signed = Tick(label=_("only those that signed an agreement"), narrow=with_agreements)
    on = DayAsked()

    class Meta:
        model = Locality
        fields = []

    @classmethod
    def orders(cls):
        return [by_name(Locality), Order("ties", _("most agreements first"), lambda: ["-agreements_signed", "key"])]
