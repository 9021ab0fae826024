"""What catalogues say about the open data as a whole; each table's `dataset` says it about that table."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from cooperation.core.languages import CATALOGUE_CODES
from cooperation.core.tables import Dataset

from .tables import LISTS

REGISTER = "register"
CATALOGUE = _("Open data from the register: five lists, the whole register as one archive, and an API.")
COMMON_KEYWORDS = [_("decentralised cooperation"), _("Viet Nam"), _("France"), _("local authorities")]
#: {name of the table, or REGISTER for the archive: Dataset}
DATASETS = {table.name: table.dataset for table in LISTS} | {
    REGISTER: Dataset(
        _("The whole register of Viet Nam–France local cooperation"),
        _(
            "All public records in one archive: all text in three languages, all related data, and every "
            "claim with its source, plus the tables."
        ),
        [_("agreements"), _("localities"), pgettext_lazy("all of the data at once", "whole archive")],
    ),
}
API = Dataset(
    _("API of the register of Viet Nam–France local cooperation"),
    _("Read-only JSON: the same records, individually or in pages, with the same filters as the lists."),
    [],
)


def in_each_language(evaluate):
    """{language: the result of `evaluate()` while that language is active}."""
    results = {}
    for language in CATALOGUE_CODES:
        with override(language):
            results[language] = evaluate()
    return results


def translate_lazy(text):
    """{language: the lazy `text` in it}."""
    return in_each_language(lambda: str(text))


def get_keywords(dataset):
    return in_each_language(lambda: list(map(str, [*COMMON_KEYWORDS, *dataset.keywords])))
