from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cooperation.agreements.choices import AgreementStatus
from cooperation.agreements.filters import theme_names
from cooperation.agreements.models import Agreement
from cooperation.core.dates import DATE_PARAMETER
from cooperation.core.filters import AsOfDateFilter, Facet, FacetedFilterSet, YearRangeFilter, choice_labels


class MapFilter(FacetedFilterSet):
    theme = Facet(label=_("topic"), expression="themes__key", get_labels=theme_names)
    status = Facet(
        label=pgettext_lazy("an agreement", "status"), expression="status", get_labels=choice_labels(AgreementStatus)
    )
    since = YearRangeFilter("signed_on", "since")
    until = YearRangeFilter("signed_on", "until")
    on = AsOfDateFilter()

    class Meta:
        model = Agreement
        fields = []

    def is_narrowed(self):
        """Whether any filter but the as-of date is set."""
        return any(value for name, value in self.form.cleaned_data.items() if name != DATE_PARAMETER)
