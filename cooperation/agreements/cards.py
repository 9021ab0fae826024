"""Agreements as cards in lists: rendered once per date and language, cached by content version."""

from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from django.utils.translation import get_language

from cooperation.core.version_cache import VersionedCache

CARD_RELATIONS = ["parties__locality", "milestones", "later_agreements"]
CARD_CACHE = VersionedCache(max_size=3000)


def get_cache_key(agreement, day):
    return get_language(), agreement.pk, day


def prefetch_for_cards(agreements, day):
    """Prefetch what the cards show, for the agreements whose cards are not cached."""
    cards = CARD_CACHE.current()
    missing = [agreement for agreement in agreements if get_cache_key(agreement, day) not in cards]
    prefetch_related_objects(missing, *CARD_RELATIONS)


def render_card(agreement, lineage, day, evidence):
    cards, key = CARD_CACHE.current(), get_cache_key(agreement, day)
    if key not in cards:
        context = {
            "agreement": agreement,
            "parties": agreement.parties_on(lineage, day),
            "status": agreement.status_on(day),
            "evidence": evidence,
        }
        cards[key] = render_to_string("components/agreement_card.html", context)
    return cards[key]
