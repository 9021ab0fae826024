"""Agreements as cards in lists: rendered once per date and language, cached by content version."""

from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from django.utils.translation import get_language

from cooperation.core.version_cache import VersionedCache
from localities.models import Locality

CARD_CACHE = VersionedCache(max_size=3000)


def card_relations(cutoff=None):
    """Lookups of what a card shows, as of a past date if there is one."""
    return [Locality.prefetch("parties__locality", cutoff), "parties__organisation", "status_periods"]


def get_cache_key(agreement, day):
    return get_language(), agreement.pk, day


def prefetch_for_cards(agreements, as_of):
    """Prefetch what the cards show, for the agreements whose cards are not cached."""
    cards = CARD_CACHE.current()
    missing = [agreement for agreement in agreements if get_cache_key(agreement, as_of.day) not in cards]
    prefetch_related_objects(missing, *card_relations(as_of.cutoff))


def render_card(agreement, lineage, day, evidence, requested_date=None):
    cards, key = CARD_CACHE.current(), get_cache_key(agreement, day)
    if key not in cards:
        context = {
            "agreement": agreement,
            "parties": agreement.parties_on(lineage, day),
            "status": agreement.period_on(day),
            "evidence": evidence,
            "requested_date": requested_date,
        }
        cards[key] = render_to_string("components/agreement_card.html", context)
    return cards[key]
