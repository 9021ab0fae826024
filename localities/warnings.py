"""What may be wrong with a locality that staff have just saved."""

from django.utils.translation import gettext as _

from cooperation.core.folding import fold
from cooperation.core.localized_text import translations

from .countries import is_within


def find_point_warnings(locality):
    if locality.latitude is None or is_within(locality.country, locality.latitude, locality.longitude):
        return []
    if is_within(locality.country, locality.longitude, locality.latitude):
        return [_("Latitude and longitude may be exchanged: the point is not in the country.")]
    return [_("The point is not in the country. Check latitude and longitude.")]


def find_twin_warnings(locality):
    """Localities with the same name in the same one, at the same time: perhaps one that is recorded already."""
    if locality.until:
        return []
    names = fold_names(locality)
    others = type(locality).objects.filter(country=locality.country, parent=locality.parent_id, until="")
    twins = [other for other in others.exclude(pk=locality.pk) if names & fold_names(other)]
    message = _("The register has “%(record)s” (%(level)s, %(key)s) already: is it the same?")
    return [message % {"record": twin, "level": twin.level_label, "key": twin.key} for twin in twins]


def fold_names(locality):
    return {fold(name) for name in translations(locality, "name").values() if name}
