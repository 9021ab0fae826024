"""How keys and choices among claimed values are told to the reader."""

from functools import cache

from cooperation.news.facts import KEY
from events.models import Conference
from localities.models import Locality

from .choices import AgreementKind, PartnershipKind

KINDS = dict(AgreementKind.choices) | dict(PartnershipKind.choices)


def words_of(evidence):
    """words(fact, value): names are asked for only where a dispute needs them."""

    @cache
    def names():
        keys = {claim.value for claim in evidence.claims if evidence.value_type_of(claim) == KEY}
        places = Locality.objects.public().filter(key__in=keys)
        conferences = Conference.objects.public().filter(key__in=keys)
        return {record.key: str(record) for record in [*places, *conferences]}

    def words(fact, value):
        if fact == "kind":
            return str(KINDS.get(value, value))
        return names().get(str(getattr(value, "key", value)), str(value))

    return words
