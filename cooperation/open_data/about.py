"""The metadata in every downloaded file: publisher, licence, date and content version."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cooperation.core.content_version import content_version
from cooperation.core.date_formatting import format_date
from cooperation.core.site_name import SITE_NAME
from cooperation.library.models import Secretariat

#: URLs of the licences that a secretariat may name; any other licence is given by its name alone.
LICENCES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "Licence Ouverte 2.0": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
}


class Origin(NamedTuple):
    """The register as the source of data on one date; `site` builds absolute URLs."""

    site: object
    day: object
    secretariat: Secretariat
    version: int

    @property
    def register(self):
        return str(SITE_NAME)

    @property
    def url(self):
        return self.site.build_absolute_uri(reverse("open-data"))

    @property
    def licence(self):
        return self.secretariat.data_licence

    @property
    def licence_url(self):
        return LICENCES.get(self.licence.strip(), "")

    @property
    def publisher(self):
        """The secretariat's name; the register's own where none is recorded yet."""
        return str(self.secretariat) if self.secretariat.pk else self.register

    @property
    def citation(self):
        parts = {"publisher": self.publisher, "register": self.register, "day": format_date(self.day)}
        parts |= {"version": self.version, "address": self.url, "licence": self.licence}
        return _("%(publisher)s, %(register)s, %(day)s, version %(version)s, %(address)s, %(licence)s") % parts


def build_origin(site, day):
    return Origin(site, day, Secretariat.objects.first() or Secretariat(), content_version())


def build_about(origin, table, rows):
    """The metadata of a file of `rows` rows: {name: value}."""
    return {
        "table": table.title,
        "register": origin.register,
        "publisher": origin.publisher,
        "url": origin.url,
        "licence": origin.licence,
        "licence_url": origin.licence_url,
        "day": origin.day.isoformat(),
        "content_version": origin.version,
        "filters": dict(table.active_filter_values()),
        "rows": rows,
        "matching": table.count(),
    }


def build_lines(about):
    """The metadata for readers: [(label, value)], labels in the active language."""
    labels = {
        "table": _("table"),
        "register": _("register"),
        "publisher": _("publisher"),
        "url": _("source"),
        "licence": _("data licence"),
        "licence_url": _("licence text"),
        "day": _("data as of"),
        "content_version": _("data version"),
        "rows": _("number of rows"),
        "matching": _("matching records"),
    }
    lines = [(capfirst(label), about[name]) for name, label in labels.items()]
    return [*lines, *(about["filters"].items() or [(_("Selected filters"), _("none"))])]
