"""Which record of the register a finding means, and how a value that was read stands to the record's own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cooperation.agreements.models import Agreement
from cooperation.core.folding import fold
from cooperation.core.localized_text import translations
from cooperation.core.partial_dates import agree
from cooperation.news.facts import DATE


class MatchResult(models.TextChoices):
    NEW = "new", _("new draft")
    EXISTING = "existing", _("in the register")
    AGREES = "agrees", _("agrees with the register")
    DIFFERS = "differs", _("differs from the register: becomes a claim, changes nothing")
    CLAIM = "claim", _("becomes a claim")


def name_reason(locality, written):
    """By which of its names a locality was recognised."""
    own = [fold(name) for name in translations(locality, "name").values() if name]
    if fold(written) in own:
        return _("found by its name")
    return _("found by another of its names: “%(name)s”") % {"name": written}


def reason_of(record):
    return _("found by its parties") if record else ""


def same_parties(records, path, keys):
    """The record between exactly these localities; none where there is none."""
    found = records.annotate(sides=models.Count(path, distinct=True)).filter(sides=len(keys))
    for key in keys:
        found = found.filter(**{f"{path}__key": key})
    return found.first() if keys else None


def same_agreement(parties, signed):
    """An agreement between these parties, of this day as far as both are known."""
    found = Agreement.objects.all()
    for key in parties:
        found = found.filter(parties__locality__key=key)
    fitting = [each for each in found.distinct() if agree(each.signed_on, signed)]
    return fitting[0] if fitting else None


def own_value(record, fact, language):
    """What a record holds of a fact, as text: of a related record its key, of a text its wording in that language."""
    own = getattr(record, f"{fact}_{language}", None) if language else getattr(record, fact, None)
    return str(getattr(own, "key", own) or "")


def compare(record, fact, own, told):
    """How a value stands to the record's own; `told` are the forms in which it may be written."""
    if record is None or fact.many or not own:
        return MatchResult.CLAIM
    alike = agree(own, told[0]) if fact.value_type == DATE else own in told
    return MatchResult.AGREES if alike else MatchResult.DIFFERS
