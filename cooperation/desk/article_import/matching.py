"""Match findings with the records of the register, and compare the values that were read with those of a record."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cooperation.agreements.models import Agreement
from cooperation.core.folding import fold
from cooperation.core.localized_text import column, translations
from cooperation.core.partial_dates import agree
from cooperation.core.records import Record
from cooperation.news.facts import DATE, Fact
from localities.models import Locality


class MatchResult(models.TextChoices):
    NEW = "new", _("new draft")
    EXISTING = "existing", _("in the register")
    AGREES = "agrees", _("agrees with the register")
    DIFFERS = "differs", _("differs from the register: added as a claim, nothing is changed")
    CLAIM = "claim", _("added as a claim")


def explain_name_match(locality: Locality, spelling: str) -> str:
    """By which of its names a locality was recognised."""
    own_names = [fold(name) for name in translations(locality, "name").values() if name]
    if fold(spelling) in own_names:
        return _("matched by name")
    return _("matched by another name: “%(name)s”") % {"name": spelling}


def explain_match(record: Record | None) -> str:
    return _("matched by parties") if record else ""


def find_by_parties(records: models.QuerySet, path: str, keys: list[str]) -> Record | None:
    """The record whose parties are exactly the localities with these keys; `path` is the lookup of its localities."""
    matches = records.annotate(sides=models.Count(path, distinct=True)).filter(sides=len(keys))
    for key in keys:
        matches = matches.filter(**{f"{path}__key": key})
    return matches.first() if keys else None


def find_agreement(parties: list[str], signed_on: str) -> Agreement | None:
    """An agreement with these parties whose partial date of signature agrees with `signed_on`."""
    matches = Agreement.objects.all()
    for key in parties:
        matches = matches.filter(parties__locality__key=key)
    matches = [agreement for agreement in matches.distinct() if agree(agreement.signed_on, signed_on)]
    return matches[0] if matches else None


def get_own_value(record: Record | None, fact: str, language: str) -> str:
    """The record's value of a fact as text: the key of a related record, or a text in that language."""
    own = getattr(record, column(fact, language) if language else fact, None)
    return str(getattr(own, "key", own) or "")


def compare(record: Record | None, fact: Fact, own: str, spellings: list[str]) -> MatchResult:
    """Compare a value with the record's own; `spellings` are the ways to write it, the value as read first."""
    if record is None or fact.many or not own:
        return MatchResult.CLAIM
    is_same = agree(own, spellings[0]) if fact.value_type == DATE else own in spellings
    return MatchResult.AGREES if is_same else MatchResult.DIFFERS
