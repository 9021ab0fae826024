"""Official codes, checked by the rules of their scheme."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.exceptions import ValidationError as InvalidNumber
from stdnum.fr import siren

from .choices import CodeScheme

#: {scheme: (pattern of a code, what it looks like)}. Départements 2A and 2B are those of Corsica, 97x and 98x overseas.
PATTERNS = {
    CodeScheme.INSEE_COMMUNE: (
        re.compile(r"(?:(?!20)(?:0[1-9]|[1-8]\d|9[0-5])|2[AB])\d{3}|9[78]\d{3}"),
        _("five characters, such as 35238 or 2A004"),
    ),
    CodeScheme.INSEE_DEPARTEMENT: (
        re.compile(r"(?!20)(?:0[1-9]|[1-8]\d|9[0-5])|2[AB]|69[DM]|9[78]\d"),
        _("two or three characters, such as 01, 2A or 974"),
    ),
    CodeScheme.INSEE_REGION: (re.compile(r"\d{2}"), _("two digits")),
    CodeScheme.SIREN: (re.compile(r"\d{9}"), _("nine digits, the last of which is a check digit")),
    CodeScheme.GSO: (re.compile(r"\d{2}|\d{3}|\d{5}"), _("two, three or five digits, with leading noughts")),
    CodeScheme.ISO_3166_2: (re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}"), _("a country and a part, such as VN-26 or FR-35")),
    CodeScheme.WIKIDATA: (re.compile(r"Q[1-9]\d*"), _("Q and a number, such as Q1858")),
}
SPACES = re.compile(r"[\s\u00a0\u202f]+")


def normalize_code(value: str) -> str:
    """A code without the spaces and the lower case in which people type it.

    >>> normalize_code("2a 004")
    '2A004'
    """
    return SPACES.sub("", value).upper()


def validate_code(scheme: str, value: str) -> None:
    """Raises ValidationError, which says what a code of the scheme looks like."""
    pattern, form = PATTERNS[scheme]
    if not pattern.fullmatch(value) or (scheme == CodeScheme.SIREN and not is_siren(value)):
        message = _("“%(value)s” is no %(scheme)s: that has %(form)s.")
        raise ValidationError(message, params={"value": value, "scheme": CodeScheme(scheme).label, "form": form})


def is_siren(value: str) -> bool:
    try:
        siren.validate(value)
    except InvalidNumber:
        return False
    return True
