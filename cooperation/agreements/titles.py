"""Titles of new agreements, from their type, parties and year: “Framework agreement between A and B (2023)”."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .choices import AgreementKind


def build_agreement_title(kind, parties, year=""):
    """The title in the active language; `parties` are names, those of the reader's own country first."""
    label = str(AgreementKind(kind).label if kind in AgreementKind.values else kind)
    words = {"type": capfirst(label.partition(" (")[0]), "last": parties[-1] if parties else ""}
    words["first"] = pgettext("between the parties in a title", ", ").join(parties[:-1])
    title = (
        _("%(type)s between %(first)s and %(last)s") % words if len(parties) > 1 else f"{words['type']} {words['last']}"
    )
    return f"{title.strip()} ({year})" if year else title.strip()
