"""Titles of new conferences: “13th Viet Nam–France decentralised cooperation conference”."""

from django.utils.translation import gettext as _

from cooperation.core.languages import current_language, ordinal


def build_conference_title(number):
    """The title in the active language."""
    number = ordinal(number, current_language())
    return _("%(ordinal)s Viet Nam–France decentralised cooperation conference") % {"ordinal": number}
