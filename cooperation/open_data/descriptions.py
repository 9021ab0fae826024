"""What each set of data is called, what it holds, and the words by which it is found."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from cooperation.core.languages import CATALOGUE_CODES

REGISTER = "register"


class Description(NamedTuple):
    title: str
    text: str
    keywords: list


CATALOGUE = _(
    "The open data of the register: five lists, the whole register as one archive, and an interface for programs."
)
COMMON = [_("decentralised cooperation"), _("Viet Nam"), _("France"), _("local authorities")]
DESCRIPTIONS = {
    "agreements": Description(
        _("Agreements between localities of Viet Nam and France"),
        _(
            "Each act that localities of both countries have signed or announced: its parties as signed and now, its"
            " day, its term, its status with the reason, and how many sources say so."
        ),
        [*COMMON, _("agreements"), _("twinning")],
    ),
    "partnerships": Description(
        _("Partnerships between localities of Viet Nam and France"),
        _("The lasting ties between localities of both countries, since when they are known, and their agreements."),
        [*COMMON, _("partnerships"), _("twinning")],
    ),
    "localities": Description(
        _("Localities of Viet Nam and France that cooperate"),
        _(
            "Provinces, cities, régions, départements and communes with their names in three languages, official codes,"
            " point on the map, and what became of those that have ended."
        ),
        [*COMMON, _("localities"), _("official codes"), _("mergers of provinces")],
    ),
    "conferences": Description(
        _("Viet Nam–France conferences on decentralised cooperation"),
        _("Each conference with its days, place, motto, participants and the agreements signed there."),
        [*COMMON, _("conferences")],
    ),
    "news": Description(
        _("Press reports on the cooperation of Vietnamese and French localities"),
        _(
            "Each report with its publisher, its day, our summary in three languages, and the records that it speaks"
            " of."
        ),
        [*COMMON, _("news"), _("sources")],
    ),
    REGISTER: Description(
        _("The whole register of Viet Nam–France local cooperation"),
        _(
            "All public records in one archive: every text in three languages, every part of a record, and every claim"
            " with the report that makes it; the tables too."
        ),
        [*COMMON, _("agreements"), _("localities"), pgettext_lazy("all of the data at once", "whole archive")],
    ),
}
API = Description(
    _("API of the register of Viet Nam–France local cooperation"),
    _("Read-only, in JSON: the same records, one at a time or in pages, filtered as the lists are."),
    COMMON,
)


def in_each_language(say):
    """{language: what `say()` answers in it}."""
    told = {}
    for language in CATALOGUE_CODES:
        with override(language):
            told[language] = say()
    return told


def each(text):
    return in_each_language(lambda: str(text))
