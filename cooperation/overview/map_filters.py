from django.utils.translation import gettext_lazy as _

from cooperation.agreements.choices import State
from cooperation.agreements.filters import theme_names
from cooperation.agreements.models import Agreement
from cooperation.core.days import ASKED
from cooperation.core.filters import DayAsked, Facet, FacetedFilterSet, YearBound, choice_names


class MapFilter(FacetedFilterSet):
    theme = Facet(label=_("theme"), counted="themes__key", names=theme_names)
    state = Facet(label=_("status"), counted="state", names=choice_names(State))
    since = YearBound("signed_on", "since")
    until = YearBound("signed_on", "until")
    on = DayAsked()

    class Meta:
        model = Agreement
        fields = []

    def narrows(self):
        """Whether only some agreements are asked for."""
        return any(value for name, value in self.form.cleaned_data.items() if name != ASKED)
